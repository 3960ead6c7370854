import { Injectable } from '@nestjs/common';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { MatchRostersService } from './match-rosters.service.js';
import { matchPlayerOf, type MatchPlayerObject } from './match-roster.object.js';

/** Players of matches: one statement for all matches of an operation, however often its fields ask. */
@Injectable()
export class MatchPlayersLoader {
  private readonly byMatch: BatchLoader<number, MatchPlayerObject[]>;

  constructor(rosters: MatchRostersService) {
    this.byMatch = new BatchLoader(async (ids) => {
      const players = await rosters.listPlayersOf(ids);
      return new Map([...players].map(([id, list]) => [id, list.map(matchPlayerOf)]));
    });
  }

  /** Players of a match by name. */
  async list(context: GraphqlContext, matchId: number): Promise<MatchPlayerObject[]> {
    return (await this.byMatch.load(context, matchId)) ?? [];
  }

  /** One of them; undefined for a player who is not of the match. */
  async find(context: GraphqlContext, matchId: number, id: number): Promise<MatchPlayerObject | undefined> {
    return (await this.list(context, matchId)).find((player) => player.id === id);
  }
}
