import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, type ErrorKind, NotFound } from '#core/kernel/domain-error.js';
import { type ErrorShape, shapeErrorsBelow } from '#platform/http/error-shapes.js';

/** What the contract says of a resource's failures. */
export interface FailureTexts {
  /** Told when the reason is ours and nobody else's business. */
  failure: string;
  /** Told when there is no such thing. */
  missing(id: string): string;
}

export interface ParameterProblem {
  parametro: string;
  mensagem: string;
}

/** A parameter with an impossible value. */
export class InvalidParameters extends Error {
  constructor(readonly problems: readonly ParameterProblem[]) {
    super(problems[0]?.mensagem ?? 'Parâmetro inválido');
  }
}

/** The document knows 400, 404 and 500; what its service may say besides keeps its usual status. */
const STATUS: Record<ErrorKind, number> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  forbidden: 403,
  unauthenticated: 401,
  exhausted: 429,
  unavailable: 500,
};

const TEXT: Partial<Record<number, string>> = {
  400: 'Parâmetro inválido',
  401: 'Autenticação necessária',
  403: 'Acesso negado',
  404: 'Recurso não encontrado',
  405: 'Método não permitido',
  409: 'Conflito com o estado atual do recurso',
  413: 'Requisição grande demais',
  415: 'Tipo de conteúdo não suportado',
  429: 'Muitas requisições. Tente novamente mais tarde',
};

const textOf = (status: number): string =>
  TEXT[status] ?? (status < 500 ? 'Requisição inválida' : 'Erro interno do servidor');

/** The paths of this contract; `/api` has routes of another one besides. */
export const ANALISE_PATHS = ['/api/partidas', '/api/partida', '/api/competicoes', '/api/time'] as const;

const shape: ErrorShape = ({ status }) => ({
  contentType: 'application/json; charset=utf-8',
  body: { detail: textOf(status) },
});

export function shapeAnaliseErrors(): void {
  for (const path of ANALISE_PATHS) shapeErrorsBelow(path, shape);
}

interface Answer {
  status: number;
  body: { detail: string; errors?: readonly ParameterProblem[] };
}

/** Gives every failure of a controller the contract's form: `{"detail": "..."}`. */
@Catch()
export class AnaliseErrorFilter implements ExceptionFilter {
  readonly #log = new Logger('Analise');

  constructor(private readonly texts: FailureTexts) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (reply.sent) return;
    const { status, body } = this.#answer(error, request.id);
    void reply.status(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(body);
  }

  #answer(error: unknown, requestId: string): Answer {
    if (error instanceof InvalidParameters) {
      return { status: 400, body: { detail: error.message, errors: error.problems } };
    }
    if (error instanceof NotFound) {
      return { status: 404, body: { detail: this.texts.missing(String(error.params['id'])) } };
    }
    const status =
      error instanceof DomainError ? STATUS[error.kind] : error instanceof HttpException ? error.getStatus() : 500;
    if (status < 500) return { status, body: { detail: textOf(status) } };
    this.#log.error(`request ${requestId} failed`, error instanceof Error ? error.stack : String(error));
    return { status: 500, body: { detail: this.texts.failure } };
  }
}
