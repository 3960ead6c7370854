import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { NotFound } from '#core/kernel/domain-error.js';
import { MatchRecordsService } from '#modules/matches/index.js';
import { visibilityOf } from '#platform/auth/caller.js';

/** A match in the path that is kept from the caller is not there. Comes after the guard that knows the caller. */
@Injectable()
export class VisibleMatchGuard implements CanActivate {
  constructor(private readonly matches: MatchRecordsService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { match_id: text = '' } = context
      .switchToHttp()
      .getRequest<FastifyRequest<{ Params: { match_id?: string } }>>().params;
    // What cannot be an id, the parameter's own check says.
    const id = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (await this.matches.isHidden(id, await visibilityOf(context))) throw new NotFound('Match', id);
    return true;
  }
}
