import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PlayersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { namedPlayerView, NamedPlayerView } from './player.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';

@Public()
@StatsboardsController({ path: 'sports/id/:sport_id/players', tag: 'sports' })
export class SportPlayersController {
  constructor(private readonly players: PlayersService) {}

  @Get()
  @ApiOperation({ summary: 'All players of a sport by name; none for a sport that does not exist' })
  @ApiOkResponse({ type: [NamedPlayerView] })
  async list(@PathNumber('sport_id') sportId: number, @Sees() visibility: Visibility): Promise<NamedPlayerView[]> {
    return (await this.players.listBy({ sportId, visibility })).map(namedPlayerView);
  }
}
