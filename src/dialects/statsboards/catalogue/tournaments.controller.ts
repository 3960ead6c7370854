import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { type NewTournament, type TournamentRecord, TournamentRecordsService } from '#modules/competitions/index.js';
import { DetailsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { ownedBySport, SportPageQuery } from './sport-page.query.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { TournamentDetailsView, tournamentDetailsView } from './tournament-details.view.js';
import { TournamentCreateBody, TournamentUpdateBody } from './tournament.body.js';
import { TOURNAMENT_NAMES, tournamentView, TournamentView } from './tournament.view.js';

export const TournamentsCrudController = crudController<TournamentRecord, NewTournament, TournamentView>({
  path: 'tournaments',
  tag: 'tournaments',
  noun: 'Tournament',
  service: TournamentRecordsService,
  createBody: TournamentCreateBody,
  updateBody: TournamentUpdateBody,
  viewType: TournamentView,
  view: tournamentView,
});

@Public()
@StatsboardsController({ path: 'tournaments', tag: 'tournaments' })
export class TournamentsController {
  constructor(
    private readonly tournaments: TournamentRecordsService,
    private readonly details: DetailsService,
  ) {}

  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'The tournament with a number in the EESL register' })
  @ApiOkResponse({ type: TournamentView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number, @Sees() visibility: Visibility): Promise<TournamentView> {
    return tournamentView(await this.tournaments.getByEeslId(eeslId, visibility));
  }

  @Get('paginated')
  @ApiOperation({ summary: 'Tournaments by title, a page at a time' })
  @ApiOkResponse({ type: PageOf(TournamentView) })
  async page(@Query() query: SportPageQuery, @Sees() visibility: Visibility): Promise<PageView<TournamentView>> {
    const range = rangeOf(query, TOURNAMENT_NAMES, ['title', 'id']);
    return pageView(await this.tournaments.page(ownedBySport(query), range, visibility), query, tournamentView);
  }

  @Get('with-details/paginated')
  @ApiOperation({ summary: 'Tournaments with season, sport, teams and sponsors, a page at a time' })
  @ApiOkResponse({ type: PageOf(TournamentDetailsView) })
  async pageDetails(
    @Query() query: SportPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<TournamentDetailsView>> {
    const range = rangeOf(query, TOURNAMENT_NAMES, ['title', 'id']);
    const page = await this.details.pageTournaments(ownedBySport(query), range, visibility);
    return pageView(page, query, tournamentDetailsView);
  }

  @Get('id/:tournament_id/with-details')
  @ApiOperation({ summary: 'One tournament with season, sport, teams and sponsors' })
  @ApiOkResponse({ type: TournamentDetailsView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getDetails(
    @PathNumber('tournament_id') id: number,
    @Sees() visibility: Visibility,
  ): Promise<TournamentDetailsView> {
    return tournamentDetailsView(await this.details.getTournament(id, visibility));
  }
}
