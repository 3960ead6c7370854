import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PlayerListsService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { InvalidIs400 } from '../bad-request.js';
import { PLAYER_ORDER, PlayerPageQuery } from './player.query.js';
import {
  fullPlayerView,
  playerDetailsView,
  playerPhotosView,
  PlayerWithDetailsView,
  PlayerWithFullDetailsView,
  PlayerWithPhotosView,
} from './player.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';

const USUAL_ORDER = ['id', 'id'] as const;

/** Players of a sport, with more or less of what belongs to them. */
@Public()
@StatsboardsController({ path: 'players/paginated', tag: 'players' })
export class PlayerListsController {
  constructor(private readonly lists: PlayerListsService) {}

  @InvalidIs400()
  @Get('details')
  @ApiOperation({ summary: 'Players of a sport with their tournaments' })
  @ApiOkResponse({ type: PageOf(PlayerWithDetailsView) })
  @ApiNotFoundResponse({ description: 'There is no such sport', type: ErrorResponse })
  async details(
    @Query() query: PlayerPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerWithDetailsView>> {
    const range = rangeOf(query, PLAYER_ORDER, USUAL_ORDER);
    return pageView(await this.lists.pageInSport(query.filter(visibility), range), query, playerDetailsView);
  }

  @InvalidIs400()
  @Get('details-with-photos')
  @ApiOperation({ summary: 'Players of a sport with their tournaments and photos' })
  @ApiOkResponse({ type: PageOf(PlayerWithPhotosView) })
  @ApiNotFoundResponse({ description: 'There is no such sport', type: ErrorResponse })
  async photos(
    @Query() query: PlayerPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerWithPhotosView>> {
    const range = rangeOf(query, PLAYER_ORDER, USUAL_ORDER);
    return pageView(await this.lists.pageInSport(query.filter(visibility), range), query, playerPhotosView);
  }

  @InvalidIs400()
  @Get('full-details')
  @ApiOperation({ summary: 'Players of a sport with person, sport and tournaments' })
  @ApiOkResponse({ type: PageOf(PlayerWithFullDetailsView) })
  @ApiNotFoundResponse({ description: 'There is no such sport', type: ErrorResponse })
  async full(
    @Query() query: PlayerPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerWithFullDetailsView>> {
    const range = rangeOf(query, PLAYER_ORDER, USUAL_ORDER);
    return pageView(await this.lists.pageFull(query.filter(visibility), range), query, fullPlayerView);
  }
}
