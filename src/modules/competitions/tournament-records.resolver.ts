import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { parseId, ParseIdPipe } from '#platform/graphql/parse-id.js';
import { MoveReportObject } from './tournament-move.object.js';
import type { MoveReport } from './tournament-move.row.js';
import { TournamentMoveService } from './tournament-move.service.js';
import { TournamentRecordsService } from './tournament-records.service.js';
import { NewTournamentInput, TournamentChangesInput, TournamentMoveInput } from './tournament.input.js';
import { TournamentObject } from './tournament.object.js';
import type { NewTournament, TournamentRow, TournamentValues } from './tournament.row.js';
import { TournamentsService } from './tournaments.service.js';

const RULES = {
  ids: ['seasonId', 'sportId', 'competitionId', 'mainSponsorId', 'sponsorLineId', 'userId'],
  required: ['title', 'seasonId', 'sportId', 'isPrivate'],
} as const;
const TournamentId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the tournament.' }, ParseIdPipe);

/** What editors and administrators do with tournaments. */
@Resolver()
export class TournamentRecordsResolver {
  constructor(
    private readonly service: TournamentRecordsService,
    private readonly tournaments: TournamentsService,
    private readonly moves: TournamentMoveService,
  ) {}

  @Requires('editor')
  @Mutation(() => TournamentObject, {
    description: 'Creates a tournament. Codes: UNKNOWN_REFERENCE, COMPETITION_SEASON_TAKEN.',
  })
  async createTournament(
    @Args('input', { description: 'The tournament.' }) input: NewTournamentInput,
    @Sees() visibility: Visibility,
  ): Promise<TournamentRow> {
    const { id } = await this.service.create(changesOf<TournamentValues>(input, RULES) as NewTournament, visibility);
    return this.tournaments.get(id);
  }

  @Requires('editor')
  @Mutation(() => TournamentObject, {
    description: 'Changes a tournament. Codes: TOURNAMENT_NOT_FOUND, UNKNOWN_REFERENCE, EESL_ID_TAKEN.',
  })
  async updateTournament(
    @TournamentId() id: number,
    @Args('input', { description: 'What to change.' }) input: TournamentChangesInput,
    @Sees() visibility: Visibility,
  ): Promise<TournamentRow> {
    await this.service.update(id, changesOf<TournamentValues>(input, RULES), visibility);
    return this.tournaments.get(id);
  }

  @Requires('admin')
  @Mutation(() => Boolean, { description: 'Deletes a tournament with its matches. Codes: TOURNAMENT_NOT_FOUND.' })
  async deleteTournament(@TournamentId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }

  @Requires('admin')
  @Mutation(() => MoveReportObject, {
    description:
      'Moves a tournament with its teams and players to another sport. Codes: TOURNAMENT_NOT_FOUND, SPORT_NOT_FOUND, SHARED_MEMBERS, PLAYS_TARGET_SPORT.',
  })
  async moveTournamentToSport(
    @Args('input', { description: 'Which tournament goes where.' }) input: TournamentMoveInput,
  ): Promise<MoveReport> {
    const { tournamentId, targetSportId, withConflicting, preview } = input;
    return this.moves.move({
      tournamentId: parseId(tournamentId, 'input.tournamentId'),
      targetSportId: parseId(targetSportId, 'input.targetSportId'),
      withConflicting,
      preview,
    });
  }
}
