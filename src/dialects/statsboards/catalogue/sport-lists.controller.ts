import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PositionsService, TournamentRecordsService } from '#modules/competitions/index.js';
import { TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { positionView, PositionView } from './position.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { TEAM_NAMES, teamView, TeamView } from './team.view.js';
import { tournamentView, TournamentView } from './tournament.view.js';

/** What belongs to a sport. A sport there is none of has nothing. */
@Public()
@StatsboardsController({ path: 'sports/id/:sport_id', tag: 'sports' })
export class SportListsController {
  constructor(
    private readonly tournaments: TournamentRecordsService,
    private readonly teams: TeamRecordsService,
    private readonly positions: PositionsService,
  ) {}

  @Get('tournaments')
  @ApiOperation({ summary: 'Tournaments of a sport, in alphabetical order' })
  @ApiOkResponse({ type: [TournamentView] })
  async listTournaments(
    @PathNumber('sport_id') sportId: number,
    @Sees() visibility: Visibility,
  ): Promise<TournamentView[]> {
    return (await this.tournaments.list(visibility, { sportId })).map(tournamentView);
  }

  @Get('teams')
  @ApiOperation({ summary: 'Teams of a sport, in alphabetical order' })
  @ApiOkResponse({ type: [TeamView] })
  async listTeams(@PathNumber('sport_id') sportId: number, @Sees() visibility: Visibility): Promise<TeamView[]> {
    return (await this.teams.list(visibility, { sportId })).map(teamView);
  }

  @Get('teams/paginated')
  @ApiOperation({ summary: 'Teams of a sport, a page at a time' })
  @ApiOkResponse({ type: PageOf(TeamView) })
  async pageTeams(
    @PathNumber('sport_id') sportId: number,
    @Query() query: PageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<TeamView>> {
    const range = rangeOf(query, TEAM_NAMES, ['name', 'id']);
    return pageView(await this.teams.page({ sportId, search: query.search }, range, visibility), query, teamView);
  }

  @Get('positions')
  @ApiOperation({ summary: 'Positions of a sport, in alphabetical order' })
  @ApiOkResponse({ type: [PositionView] })
  async listPositions(@PathNumber('sport_id') sportId: number): Promise<PositionView[]> {
    return (await this.positions.listBySport(sportId)).map(positionView);
  }
}
