import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import type { TournamentRow } from './tournament.row.js';
import { TournamentsService } from './tournaments.service.js';

/** Tournaments for fields of other modules, all of one operation at once. */
@Injectable()
export class TournamentLoader {
  private readonly byId: BatchLoader<number, TournamentRow>;

  constructor(tournaments: TournamentsService) {
    this.byId = new BatchLoader((ids) => tournaments.findByIds(ids));
  }

  async load(context: GraphqlContext, id: number): Promise<TournamentRow | undefined> {
    return this.byId.load(context, id);
  }
}
