import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { NotFound } from '#core/kernel/domain-error.js';
import {
  type MatchPlayerRow,
  MatchPlayersService,
  type MatchPlayerValues,
  type NewMatchPlayer,
} from '#modules/matches/index.js';
import { PlayersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { PlayerWithPersonView, playerWithPersonView } from '../people/player.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { PlayerMatchCreateBody, PlayerMatchUpdateBody } from './player-match.body.js';
import {
  matchPlayerRowView,
  MatchPlayerRowView,
  matchPlayerView,
  MatchPlayerView,
  membershipView,
  MembershipView,
} from './roster.view.js';

const PATH = { path: 'players_match', tag: 'players_match' };

export const PlayersMatchCrudController = crudController<
  MatchPlayerRow,
  NewMatchPlayer,
  MatchPlayerRowView,
  Partial<MatchPlayerValues>
>({
  ...PATH,
  noun: 'PlayerMatch',
  service: MatchPlayersService,
  createBody: PlayerMatchCreateBody,
  updateBody: PlayerMatchUpdateBody,
  viewType: MatchPlayerRowView,
  view: matchPlayerRowView,
});

/** A player of a match, and who that is. */
@Public()
@StatsboardsController(PATH)
@ApiNotFoundResponse({ type: ErrorResponse })
export class PlayersMatchController {
  constructor(
    private readonly places: MatchPlayersService,
    private readonly players: PlayersService,
  ) {}

  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'Player of a match by number in the EESL register' })
  @ApiOkResponse({ type: MatchPlayerRowView })
  async getByEeslId(
    @PathNumber('eesl_id') eeslId: number,
    @Sees() visibility: Visibility,
  ): Promise<MatchPlayerRowView> {
    return matchPlayerRowView(await this.places.getByEeslId(eeslId, visibility));
  }

  @Get('id/:item_id/full_data')
  @ApiOperation({ summary: 'Player of a match with person, position, team and place on the roster' })
  @ApiOkResponse({ type: MatchPlayerView })
  async fullData(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<MatchPlayerView> {
    return matchPlayerView(await this.places.getFull(id, visibility));
  }

  @Get('id/:item_id/player_in_sport')
  @ApiOperation({ summary: 'The player, whatever the match' })
  @ApiOkResponse({ type: PlayerWithPersonView })
  async player(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<PlayerWithPersonView> {
    const { player } = await this.places.getFull(id, visibility);
    const found = player && (await this.players.findByIds([player.id], visibility)).get(player.id);
    if (!found) throw new NotFound('Player of player match', id);
    return playerWithPersonView(found);
  }

  @Get('id/:item_id/player_in_team_tournament')
  @ApiOperation({ summary: 'His place on the team’s roster of the tournament' })
  @ApiOkResponse({ type: MembershipView })
  async membership(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<MembershipView> {
    const { membership } = await this.places.getFull(id, visibility);
    if (!membership) throw new NotFound('Player team tournament of player match', id);
    return membershipView(membership);
  }
}
