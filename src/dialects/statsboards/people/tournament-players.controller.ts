import { Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { PlayerListsService, PlayersService, RostersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { InvalidIs400 } from '../bad-request.js';
import { PLAYER_ORDER } from './player.query.js';
import { playerDetailsView, playerWithPersonView, PlayerWithDetailsView, PlayerWithPersonView } from './player.view.js';
import { ROSTER_ORDER, USUAL_ROSTER_ORDER } from './roster-entry.query.js';
import {
  entryDetailsView,
  fullEntryView,
  PlayerTeamTournamentWithDetailsView,
  PlayerTeamTournamentWithFullDetailsView,
} from './roster-entry.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { ErrorResponse } from '../statsboards.schema.js';

const NoTournament = (): MethodDecorator =>
  ApiNotFoundResponse({ description: 'There is no such tournament', type: ErrorResponse });

/** Who plays in a tournament, and who could. Whole lists are empty for a tournament there is none of; pages are not found. */
@Public()
@StatsboardsController({ path: 'tournaments/id/:tournament_id/players', tag: 'tournaments' })
export class TournamentPlayersController {
  constructor(
    private readonly rosters: RostersService,
    private readonly players: PlayersService,
    private readonly lists: PlayerListsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All players of a tournament by name, with team and position' })
  @ApiOkResponse({ type: [PlayerTeamTournamentWithFullDetailsView] })
  async list(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerTeamTournamentWithFullDetailsView[]> {
    return (await this.rosters.listFull({ tournamentId, visibility })).map(fullEntryView);
  }

  @InvalidIs400()
  @Get('paginated')
  @ApiOperation({ summary: 'Players of a tournament by name, a page at a time' })
  @ApiOkResponse({ type: PageOf(PlayerWithDetailsView) })
  @NoTournament()
  async page(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: PageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerWithDetailsView>> {
    const filter = { text: query.search, visibility };
    const range = rangeOf(query, PLAYER_ORDER, ['secondName', 'id']);
    return pageView(await this.lists.pageInTournament(tournamentId, filter, range), query, playerDetailsView);
  }

  @Get('available')
  @ApiOperation({ summary: "All players of the tournament's sport who are not in it yet, by name" })
  @ApiOkResponse({ type: [PlayerWithPersonView] })
  async available(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerWithPersonView[]> {
    return (await this.players.listAvailable(tournamentId, visibility)).map(playerWithPersonView);
  }

  @InvalidIs400()
  @Get('without-team')
  @ApiOperation({ summary: 'Players of a tournament without a team by name, a page at a time' })
  @ApiOkResponse({ type: PageOf(PlayerTeamTournamentWithDetailsView) })
  @NoTournament()
  async pageUnassigned(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: PageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerTeamTournamentWithDetailsView>> {
    const filter = { tournamentId, unassigned: true, text: query.search, visibility } as const;
    const range = rangeOf(query, ROSTER_ORDER, USUAL_ROSTER_ORDER);
    return pageView(await this.rosters.pageOfTournament(filter, range), query, entryDetailsView);
  }

  @Get('without-team/all')
  @ApiOperation({ summary: 'All players of a tournament without a team, by name' })
  @ApiOkResponse({ type: [PlayerWithDetailsView] })
  async listUnassigned(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerWithDetailsView[]> {
    return (await this.lists.listUnassigned(tournamentId, visibility)).map(playerDetailsView);
  }
}
