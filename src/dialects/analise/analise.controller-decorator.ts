import {
  applyDecorators,
  type CallHandler,
  Controller,
  type ExecutionContext,
  type NestInterceptor,
  UseFilters,
  UseInterceptors,
  UsePipes,
} from '@nestjs/common';
import { ApiInternalServerErrorResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Public } from '#platform/auth/public.js';
import { AnaliseErrorFilter, type FailureTexts } from './analise.errors.js';
import { analisePipe } from './analise.pipe.js';
import { ErroResponse } from './erro.schema.js';
import { QualifiedAnswer, WARNING } from './qualified-answer.js';

interface AnaliseRoutes extends FailureTexts {
  /** Below `/api`. */
  path: string;
  tag: string;
  /** How long clients may keep an answer. */
  maxAgeSeconds: number;
  /** Whether an answer to this query may be kept at all; default always. */
  keepable?(query: Readonly<Record<string, unknown>>): boolean;
  /** Whether an answer says that there is nothing yet, and may say another thing in a moment; default never. */
  isEmpty?(answer: object): boolean;
}

class AnaliseInterceptor implements NestInterceptor {
  constructor(private readonly routes: Pick<AnaliseRoutes, 'maxAgeSeconds' | 'keepable' | 'isEmpty'>) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { maxAgeSeconds, keepable, isEmpty } = this.routes;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const isKept = keepable?.(request.query as Record<string, unknown>) ?? true;
    return next.handle().pipe(
      map((answer: unknown) => {
        void reply.type('application/json; charset=utf-8');
        const isSound = !(answer instanceof QualifiedAnswer);
        const mayBeKept = isKept && isSound && !isEmpty?.(answer as object);
        void reply.header('cache-control', mayBeKept ? `max-age=${maxAgeSeconds}` : 'no-store');
        if (isSound) return answer;
        void reply.header(
          'warning',
          answer.warnings.map((name) => WARNING[name]),
        );
        return answer.body;
      }),
    );
  }
}

/** A controller of this contract: open to everybody, with its parameters, headers and errors. */
export function AnaliseController({ path, tag, failure, missing, ...routes }: AnaliseRoutes): ClassDecorator {
  return applyDecorators(
    Controller(`api/${path}`),
    Public(),
    UsePipes(analisePipe()),
    UseInterceptors(new AnaliseInterceptor(routes)),
    UseFilters(new AnaliseErrorFilter({ failure, missing })),
    ApiTags(tag),
    ApiInternalServerErrorResponse({
      description: 'Erro interno',
      type: ErroResponse,
      example: { detail: failure },
    }),
  );
}
