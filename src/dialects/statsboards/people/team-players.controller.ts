import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RostersService } from '#modules/people/index.js';
import { PlayerTeamTournamentView, rosterEntryView, rosterMemberView, RosterMemberView } from './roster-entry.view.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';

/** The roster of a team for a tournament; empty where one of the two does not exist. */
@Public()
@StatsboardsController({ path: 'teams/id/:team_id/tournament/id/:tournament_id', tag: 'teams' })
export class TeamPlayersController {
  constructor(private readonly rosters: RostersService) {}

  @Get('players')
  @ApiOperation({ summary: 'Entries of a team for a tournament, by name' })
  @ApiOkResponse({ type: [PlayerTeamTournamentView] })
  async list(
    @PathNumber('team_id') teamId: number,
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerTeamTournamentView[]> {
    return (await this.rosters.listFull({ teamId, tournamentId, visibility })).map(rosterEntryView);
  }

  @Get('players_with_persons')
  @ApiOperation({ summary: 'The same with persons and positions' })
  @ApiOkResponse({ type: [RosterMemberView] })
  async listFull(
    @PathNumber('team_id') teamId: number,
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<RosterMemberView[]> {
    return (await this.rosters.listFull({ teamId, tournamentId, visibility })).map(rosterMemberView);
  }
}
