import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import type { SportRow } from './sport.row.js';
import { SportsService } from './sports.service.js';

/** Sports for fields of other modules, all of one operation at once. */
@Injectable()
export class SportLoader {
  private readonly byId: BatchLoader<number, SportRow>;

  constructor(sports: SportsService) {
    this.byId = new BatchLoader((ids) => sports.findByIds(ids));
  }

  async load(context: GraphqlContext, id: number): Promise<SportRow | undefined> {
    return this.byId.load(context, id);
  }
}
