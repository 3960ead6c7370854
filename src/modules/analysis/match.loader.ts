import { Injectable } from '@nestjs/common';
import { type MatchRow, MatchesService } from '#modules/matches/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';

/** Matches that fields name by their id, all of one operation at once. */
@Injectable()
export class MatchLoader {
  private readonly byId: BatchLoader<number, MatchRow>;

  constructor(matches: MatchesService) {
    this.byId = new BatchLoader((ids) => matches.findByIds(ids));
  }

  async load(context: GraphqlContext, id: number): Promise<MatchRow | undefined> {
    return this.byId.load(context, id);
  }
}
