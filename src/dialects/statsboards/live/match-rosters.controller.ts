import { Get, Query, UseGuards } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService, MatchRostersService } from '#modules/matches/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
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
import { VisibleMatchGuard } from './visible-match.guard.js';

class RosterQuery {
  @BooleanField({ optional: true, default: true, description: 'Players of the rosters who are not in the match' })
  include_available?: boolean;

  @BooleanField({ optional: true, default: true, description: 'Players who are in the match' })
  include_match_players?: boolean;
}

@Public()
@StatsboardsController({ path: 'matches/id/:match_id', tag: 'matches' })
export class MatchRostersController {
  constructor(
    private readonly rosters: MatchRostersService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Get('players')
  @ApiOperation({ summary: 'Players of a match', description: 'None for a match that does not exist' })
  @ApiOkResponse({ type: [MatchPlayerRowView] })
  async players(
    @PathNumber('match_id') matchId: number,
    @Sees() visibility: Visibility,
  ): Promise<MatchPlayerRowView[]> {
    if (await this.matches.isHidden(matchId, visibility)) return [];
    return (await this.rosters.listPlayers(matchId)).map(matchPlayerRowView);
  }

  @UseGuards(VisibleMatchGuard)
  @Get('players_fulldata')
  @ApiOperation({ summary: 'Players of a match with team, person and position' })
  @ApiOkResponse({ type: PlayersFullDataView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async fullData(@PathNumber('match_id') matchId: number): Promise<PlayersFullDataView> {
    return { players: (await this.rosters.getPlayers(matchId)).map(matchPlayerView) };
  }

  @UseGuards(VisibleMatchGuard)
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
    @Sees() visibility: Visibility,
  ): Promise<AvailablePlayerView[]> {
    if (await this.matches.isHidden(matchId, visibility)) return [];
    return (await this.rosters.listAvailable(matchId, teamId)).map(availablePlayerView);
  }
}
