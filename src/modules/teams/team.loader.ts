import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import type { TeamRow } from './team.row.js';
import { TeamsService } from './teams.service.js';

/** Teams for fields of other modules, all of one operation at once. */
@Injectable()
export class TeamLoader {
  private readonly byId: BatchLoader<number, TeamRow>;

  constructor(teams: TeamsService) {
    this.byId = new BatchLoader((ids) => teams.findByIds(ids));
  }

  async load(context: GraphqlContext, id: number): Promise<TeamRow | undefined> {
    return this.byId.load(context, id);
  }
}
