import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService } from '#modules/matches/index.js';
import { DetailsService, TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import { ownedBySport, SportPageQuery } from './sport-page.query.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { TEAM_NAMES, teamView, TeamView } from './team.view.js';
import { teamDetailsView, TeamDetailsView } from './tournament-details.view.js';

@Public()
@StatsboardsController({ path: 'teams', tag: 'teams' })
export class TeamListsController {
  constructor(
    private readonly teams: TeamRecordsService,
    private readonly details: DetailsService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Get('paginated')
  @ApiOperation({ summary: 'Teams by title, a page at a time' })
  @ApiOkResponse({ type: PageOf(TeamView) })
  async page(@Query() query: SportPageQuery, @Sees() visibility: Visibility): Promise<PageView<TeamView>> {
    const range = rangeOf(query, TEAM_NAMES, ['name', 'id']);
    return pageView(await this.teams.page(ownedBySport(query), range, visibility), query, teamView);
  }

  @Get('with-details/paginated')
  @ApiOperation({ summary: 'Teams with sport and sponsors, a page at a time' })
  @ApiOkResponse({ type: PageOf(TeamDetailsView) })
  async pageDetails(
    @Query() query: SportPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<TeamDetailsView>> {
    const range = rangeOf(query, TEAM_NAMES, ['name', 'id']);
    return pageView(await this.details.pageTeams(ownedBySport(query), range, visibility), query, teamDetailsView);
  }

  @Get('id/:team_id/with-details')
  @ApiOperation({ summary: 'One team with sport and sponsors' })
  @ApiOkResponse({ type: TeamDetailsView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getDetails(@PathNumber('team_id') id: number, @Sees() visibility: Visibility): Promise<TeamDetailsView> {
    return teamDetailsView(await this.details.getTeam(id, visibility));
  }

  @Get('id/:team_id/matches')
  @ApiOperation({ summary: 'Matches of a team, at home or away; none for one that does not exist' })
  @ApiOkResponse({ type: [MatchRecordView] })
  async listMatches(@PathNumber('team_id') teamId: number, @Sees() visibility: Visibility): Promise<MatchRecordView[]> {
    return (await this.matches.list(visibility, { teamId })).map(matchRecordView);
  }
}
