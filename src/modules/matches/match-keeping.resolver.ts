import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import {
  MatchChangesInput,
  matchChangesOf,
  RosterPlaceInput,
  rosterPlaceOf,
  ScheduleMatchInput,
  scheduleOf,
} from './match-changes.input.js';
import { MatchPlayersService } from './match-players.service.js';
import { MatchRecordsService } from './match-records.service.js';
import { MatchPlayerObject, matchPlayerOf } from './match-roster.object.js';
import { MatchSchedulingService } from './match-scheduling.service.js';
import { MatchObject } from './match.object.js';
import type { MatchRow } from './match.row.js';
import { MatchesService } from './matches.service.js';

const MatchId = (name = 'id'): ParameterDecorator =>
  Args(name, { type: () => ID, description: 'Number of the match.' }, ParseIdPipe);

/** What editors and administrators do with matches and their rosters. */
@Resolver()
export class MatchKeepingResolver {
  constructor(
    private readonly scheduling: MatchSchedulingService,
    private readonly records: MatchRecordsService,
    private readonly players: MatchPlayersService,
    private readonly matches: MatchesService,
  ) {}

  @Requires('editor')
  @Mutation(() => MatchObject, {
    description:
      'Schedules a match, with scoreboard and clocks as its sport’s preset says. Codes: TEAM_NOT_FOUND, TOURNAMENT_NOT_FOUND, INVALID_ARGUMENT.',
  })
  async scheduleMatch(
    @Args('input', { description: 'Who plays whom, when and where.' }) input: ScheduleMatchInput,
  ): Promise<MatchRow> {
    return this.#match(await this.scheduling.schedule(scheduleOf(input)));
  }

  @Requires('editor')
  @Mutation(() => MatchObject, {
    description: 'Changes a match. Codes: MATCH_NOT_FOUND, TEAM_NOT_FOUND, TOURNAMENT_NOT_FOUND, INVALID_ARGUMENT.',
  })
  async updateMatch(
    @MatchId() id: number,
    @Args('input', { description: 'What to change.' }) input: MatchChangesInput,
  ): Promise<MatchRow> {
    await this.scheduling.reschedule(id, matchChangesOf(input));
    return this.#match(id);
  }

  @Requires('admin')
  @Mutation(() => Boolean, {
    description: 'Deletes a match with everything that belongs to it. Codes: MATCH_NOT_FOUND.',
  })
  async deleteMatch(@MatchId() id: number): Promise<boolean> {
    await this.records.delete(id);
    return true;
  }

  @Requires('editor')
  @Mutation(() => MatchPlayerObject, {
    description:
      'Adds a member of one of its teams’ rosters to a match. Codes: MATCH_NOT_FOUND, ROSTER_ENTRY_NOT_FOUND, PLAYER_ALREADY_IN_MATCH, WRONG_TEAM, WRONG_TOURNAMENT, UNKNOWN_REFERENCE.',
  })
  async addToRoster(
    @MatchId('matchId') matchId: number,
    @Args('player', { description: 'Who, and how.' }) player: RosterPlaceInput,
  ): Promise<MatchPlayerObject> {
    return matchPlayerOf(await this.players.add(matchId, rosterPlaceOf(player)));
  }

  @Requires('editor')
  @Mutation(() => MatchObject, {
    description:
      'Makes these players a team’s roster of a match, all or nothing; players who stay keep their number. Codes: MATCH_NOT_FOUND, TEAM_OF_THE_MATCH_NOT_FOUND, ROSTER_ENTRY_NOT_FOUND, WRONG_TEAM, WRONG_TOURNAMENT, UNKNOWN_REFERENCE.',
  })
  async setRoster(
    @MatchId('matchId') matchId: number,
    @Args('teamId', { type: () => ID, description: 'Number of one of its teams.' }, ParseIdPipe) teamId: number,
    @Args('players', { type: () => [RosterPlaceInput], description: 'All who play for it.' })
    players: RosterPlaceInput[],
  ): Promise<MatchRow> {
    await this.players.set(matchId, teamId, players.map(rosterPlaceOf));
    return this.#match(matchId);
  }

  @Requires('editor')
  @Mutation(() => Boolean, {
    description: 'Takes a player from the roster of a match; plays stay, without him. Codes: PLAYER_MATCH_NOT_FOUND.',
  })
  async removeFromRoster(
    @Args('id', { type: () => ID, description: 'Number of the player in the match.' }, ParseIdPipe) id: number,
  ): Promise<boolean> {
    await this.players.delete(id);
    return true;
  }

  async #match(id: number): Promise<MatchRow> {
    return (await this.matches.find(id))!;
  }
}
