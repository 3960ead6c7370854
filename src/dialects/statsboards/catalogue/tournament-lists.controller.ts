import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService } from '#modules/matches/index.js';
import { TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { InvalidIs400 } from '../bad-request.js';
import { MATCH_ORDER, matchRecordView, MatchRecordView } from '../match-record.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber, PathText } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { TEAM_NAMES, teamView, TeamView } from './team.view.js';

const LAST_PAGE = 10_000_000;

/** Teams and matches of a tournament. Lists of a tournament there is none of are empty. */
@Public()
@StatsboardsController({ path: 'tournaments/id/:tournament_id', tag: 'tournaments' })
export class TournamentListsController {
  constructor(
    private readonly teams: TeamRecordsService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Get('teams')
  @ApiOperation({ summary: 'Teams entered, in alphabetical order' })
  @ApiOkResponse({ type: [TeamView] })
  async listTeams(
    @PathNumber('tournament_id') enteredFor: number,
    @Sees() visibility: Visibility,
  ): Promise<TeamView[]> {
    return (await this.teams.list(visibility, { enteredFor })).map(teamView);
  }

  @InvalidIs400()
  @Get('teams/paginated')
  @ApiOperation({ summary: 'Teams entered, a page at a time' })
  @ApiOkResponse({ type: PageOf(TeamView) })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async pageTeams(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: PageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<TeamView>> {
    const range = rangeOf(query, TEAM_NAMES, ['name', 'id']);
    return pageView(await this.teams.pageEntered(tournamentId, query.search, range, visibility), query, teamView);
  }

  @Get('teams/available')
  @ApiOperation({ summary: 'Teams of its sport that are not entered, in alphabetical order' })
  @ApiOkResponse({ type: [TeamView] })
  async listAvailable(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<TeamView[]> {
    return (await this.teams.listAvailable(tournamentId, visibility)).map(teamView);
  }

  @Get('matches')
  @ApiOperation({ summary: 'Matches in the order of kickoff' })
  @ApiOkResponse({ type: [MatchRecordView] })
  async listMatches(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<MatchRecordView[]> {
    return (await this.matches.list(visibility, { tournamentId })).map(matchRecordView);
  }

  @Get('matches/count')
  @ApiOperation({ summary: 'How many matches it has' })
  @ApiOkResponse({ type: Number })
  countMatches(@PathNumber('tournament_id') tournamentId: number, @Sees() visibility: Visibility): Promise<number> {
    return this.matches.count({ tournamentId }, visibility);
  }

  @Get('matches/page/:page/items_per_page/:items_per_page/order_one/:order_exp/order_two/:order_exp_two')
  @ApiOperation({ summary: 'A page of its matches, without metadata' })
  @ApiOkResponse({ type: [MatchRecordView] })
  async pageMatches(
    @PathNumber('tournament_id') tournamentId: number,
    @PathNumber('page', { min: 1, max: LAST_PAGE }) page: number,
    @PathNumber('items_per_page', { min: 1, max: 100 }) items_per_page: number,
    @PathText('order_exp') order_by: string,
    @PathText('order_exp_two') order_by_two: string,
    @Sees() visibility: Visibility,
  ): Promise<MatchRecordView[]> {
    const query = { page, items_per_page, order_by, order_by_two, ascending: true };
    const range = rangeOf(query, MATCH_ORDER, ['id', 'id']);
    return (await this.matches.slice({ tournamentId }, range, visibility)).map(matchRecordView);
  }
}
