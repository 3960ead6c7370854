import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRostersService } from '#modules/matches/index.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { BooleanField } from '../statsboards.fields.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import {
  availablePlayerView,
  AvailablePlayerView,
  matchPlayerRowView,
  MatchPlayerRowView,
  matchPlayerView,
  PlayersFullDataView,
  TeamRostersView,
  teamRostersView,
} from './roster.view.js';

class RosterQuery {
  @BooleanField({ optional: true, default: true, description: 'Players of the rosters who are not in the match' })
  include_available?: boolean;

  @BooleanField({ optional: true, default: true, description: 'Players who are in the match' })
  include_match_players?: boolean;
}

@Public()
@StatsboardsController({ path: 'matches/id/:match_id', tag: 'matches' })
export class MatchRostersController {
  constructor(private readonly rosters: MatchRostersService) {}

  @Get('players')
  @ApiOperation({ summary: 'Players of a match', description: 'None for a match that does not exist' })
  @ApiOkResponse({ type: [MatchPlayerRowView] })
  async players(@PathNumber('match_id') matchId: number): Promise<MatchPlayerRowView[]> {
    return (await this.rosters.listPlayers(matchId)).map(matchPlayerRowView);
  }

  @Get('players_fulldata')
  @ApiOperation({ summary: 'Players of a match with team, person and position' })
  @ApiOkResponse({ type: PlayersFullDataView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async fullData(@PathNumber('match_id') matchId: number): Promise<PlayersFullDataView> {
    return { players: (await this.rosters.getPlayers(matchId)).map(matchPlayerView) };
  }

  @Get('team-rosters')
  @ApiOperation({ summary: 'Both teams’ players, in the match and outside it' })
  @ApiOkResponse({ type: TeamRostersView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async teamRosters(@PathNumber('match_id') matchId: number, @Query() query: RosterQuery): Promise<TeamRostersView> {
    const selection = { available: query.include_available, inMatch: query.include_match_players };
    return teamRostersView(await this.rosters.get(matchId, selection));
  }

  @Get('team/:team_id/available-players')
  @ApiOperation({
    summary: 'Players of a team’s roster who are not in the match',
    description: 'None for a match that does not exist',
  })
  @ApiOkResponse({ type: [AvailablePlayerView] })
  async available(
    @PathNumber('match_id') matchId: number,
    @PathNumber('team_id') teamId: number,
  ): Promise<AvailablePlayerView[]> {
    return (await this.rosters.listAvailable(matchId, teamId)).map(availablePlayerView);
  }
}
