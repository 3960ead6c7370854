import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { MATCH_ORDER } from '../match-record.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber, PathText } from '../statsboards.ids.js';
import { rangeOf } from '../statsboards.paging.js';
import { MatchPayloadQuery } from './match-payload.query.js';
import { matchBoardView, MatchBoardView, matchStandingView, MatchStandingView } from './match-payload.view.js';

const LAST_PAGE = 10_000_000;

/** Matches of a tournament with their state; none of a tournament that does not exist. */
@Public()
@StatsboardsController({ path: 'tournaments/id/:tournament_id', tag: 'tournaments' })
export class TournamentBoardsController {
  constructor(private readonly payloads: MatchPayloadQuery) {}

  @Get('matches/all/data')
  @ApiOperation({ summary: 'Its matches with their teams and how they stand' })
  @ApiOkResponse({ type: [MatchStandingView] })
  async standings(
    @PathNumber('tournament_id') id: number,
    @Sees() visibility: Visibility,
  ): Promise<MatchStandingView[]> {
    return (await this.payloads.standingsOfTournament(id, visibility)).map(matchStandingView);
  }

  @Get('matches_full_data/page/:page/items_per_page/:items_per_page/order_one/:order_exp/order_two/:order_exp_two')
  @ApiOperation({ summary: 'A page of its matches with what their scoreboards show, without metadata' })
  @ApiOkResponse({ type: [MatchBoardView] })
  async boards(
    @PathNumber('tournament_id') id: number,
    @PathNumber('page', { min: 1, max: LAST_PAGE }) page: number,
    @PathNumber('items_per_page', { min: 1, max: 100 }) items_per_page: number,
    @PathText('order_exp') order_by: string,
    @PathText('order_exp_two') order_by_two: string,
    @Sees() visibility: Visibility,
  ): Promise<MatchBoardView[]> {
    const query = { page, items_per_page, order_by, order_by_two, ascending: true };
    const range = rangeOf(query, MATCH_ORDER, ['id', 'id']);
    return (await this.payloads.boardsOfTournament(id, range, visibility)).map(matchBoardView);
  }
}
