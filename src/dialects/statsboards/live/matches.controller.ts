import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  MatchDetailsService,
  type MatchRecord,
  MatchRecordsService,
  type MatchValues,
  type NewMatch,
} from '#modules/matches/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { MATCH_ORDER, matchRecordView, MatchRecordView } from '../match-record.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { MatchDetailsView, matchDetailsView } from './match-details.view.js';
import { MatchPageQuery } from './match-page.query.js';
import { MatchCreateBody, MatchUpdateBody } from './match.body.js';

const PATH = { path: 'matches', tag: 'matches' };

export const MatchesCrudController = crudController<MatchRecord, NewMatch, MatchRecordView, Partial<MatchValues>>({
  ...PATH,
  noun: 'Match',
  service: MatchRecordsService,
  createBody: MatchCreateBody,
  updateBody: MatchUpdateBody,
  viewType: MatchRecordView,
  view: matchRecordView,
});

@Public()
@StatsboardsController(PATH)
export class MatchesController {
  constructor(
    private readonly matches: MatchRecordsService,
    private readonly details: MatchDetailsService,
  ) {}

  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'The match with a number in the EESL register' })
  @ApiOkResponse({ type: MatchRecordView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number, @Sees() visibility: Visibility): Promise<MatchRecordView> {
    return matchRecordView(await this.matches.getByEeslId(eeslId, visibility));
  }

  @Get('paginated')
  @ApiOperation({ summary: 'Matches by date, a page at a time', description: 'Searches teams and tournament' })
  @ApiOkResponse({ type: PageOf(MatchRecordView) })
  async page(@Query() query: MatchPageQuery, @Sees() visibility: Visibility): Promise<PageView<MatchRecordView>> {
    const range = rangeOf(query, MATCH_ORDER, ['kickoffAt', 'id']);
    return pageView(await this.matches.page(query.filter(), range, visibility), query, matchRecordView);
  }

  @Get('with-details/paginated')
  @ApiOperation({
    summary: 'Matches with teams, tournament and sponsors, a page at a time',
    description: 'Searches teams and tournament',
  })
  @ApiOkResponse({ type: PageOf(MatchDetailsView) })
  async pageDetails(
    @Query() query: MatchPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<MatchDetailsView>> {
    const range = rangeOf(query, MATCH_ORDER, ['kickoffAt', 'id']);
    return pageView(await this.details.page(query.filter(), range, visibility), query, matchDetailsView);
  }
}
