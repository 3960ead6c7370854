import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Requires } from '#platform/auth/requires.js';
import { changesOf } from '#platform/graphql/changes.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { EntriesService } from './entries.service.js';
import { NewTeamInput, TeamChangesInput } from './team-records.input.js';
import { TeamRecordsService } from './team-records.service.js';
import { TeamObject } from './team.object.js';
import type { NewTeam, TeamRow, TeamValues } from './team.row.js';

const RULES = {
  ids: ['sportId', 'mainSponsorId', 'sponsorLineId', 'userId'],
  required: ['name', 'sportId', 'color', 'isPrivate'],
} as const;
const TeamId = (name = 'id'): ParameterDecorator =>
  Args(name, { type: () => ID, description: 'Number of the team.' }, ParseIdPipe);
const TournamentId = (): ParameterDecorator =>
  Args('tournamentId', { type: () => ID, description: 'Number of the tournament.' }, ParseIdPipe);

/** What editors and administrators do with teams. */
@Resolver()
export class TeamRecordsResolver {
  constructor(
    private readonly service: TeamRecordsService,
    private readonly entries: EntriesService,
  ) {}

  @Requires('editor')
  @Mutation(() => TeamObject, { description: 'Creates a team. Codes: UNKNOWN_REFERENCE.' })
  async createTeam(
    @Args('input', { description: 'The team.' }) input: NewTeamInput,
    @Sees() visibility: Visibility,
  ): Promise<TeamRow> {
    return this.service.create(changesOf<TeamValues>(input, RULES) as NewTeam, visibility);
  }

  @Requires('editor')
  @Mutation(() => TeamObject, {
    description: 'Changes a team. Codes: TEAM_NOT_FOUND, UNKNOWN_REFERENCE, EESL_ID_TAKEN.',
  })
  async updateTeam(
    @TeamId() id: number,
    @Args('input', { description: 'What to change.' }) input: TeamChangesInput,
    @Sees() visibility: Visibility,
  ): Promise<TeamRow> {
    return this.service.update(id, changesOf<TeamValues>(input, RULES), visibility);
  }

  @Requires('admin')
  @Mutation(() => Boolean, { description: 'Deletes a team with its matches. Codes: TEAM_NOT_FOUND, STILL_USED.' })
  async deleteTeam(@TeamId() id: number): Promise<boolean> {
    await this.service.delete(id);
    return true;
  }

  @Requires('editor')
  @Mutation(() => TeamObject, {
    description: 'Enters a team for a tournament. Codes: TEAM_NOT_FOUND, TOURNAMENT_NOT_FOUND, TEAM_ALREADY_ENTERED.',
  })
  async registerTeamInTournament(
    @TeamId('teamId') teamId: number,
    @TournamentId() tournamentId: number,
  ): Promise<TeamRow> {
    await this.entries.register(teamId, tournamentId);
    return this.service.get(teamId, {});
  }

  @Requires('editor')
  @Mutation(() => TeamObject, {
    description: 'Takes a team out of a tournament; its matches stay. Codes: TEAM_IN_TOURNAMENT_NOT_FOUND.',
  })
  async withdrawTeamFromTournament(
    @TeamId('teamId') teamId: number,
    @TournamentId() tournamentId: number,
  ): Promise<TeamRow> {
    await this.entries.withdraw(teamId, tournamentId);
    return this.service.get(teamId, {});
  }
}
