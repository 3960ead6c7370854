import { Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RostersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import type { SortedRange } from '#core/kernel/listing.js';
import type { RosterFilter, RosterOrder } from '#modules/people/index.js';
import { ROSTER_ORDER, RosterPageQuery, USUAL_ROSTER_ORDER } from './roster-entry.query.js';
import {
  entryDetailsView,
  entryPhotosView,
  fullEntryView,
  PlayerTeamTournamentView,
  PlayerTeamTournamentWithDetailsView,
  PlayerTeamTournamentWithFullDetailsView,
  PlayerTeamTournamentWithPhotosView,
  rosterEntryView,
} from './roster-entry.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, pageView, type PageView, rangeOf } from '../statsboards.paging.js';

/** The entries of a tournament, with more or less of what they name. A tournament there is none of has no entries. */
@Public()
@StatsboardsController({
  path: 'players_team_tournament/tournament/:tournament_id/players/paginated',
  tag: 'players_team_tournament',
})
export class RosterListsController {
  constructor(private readonly rosters: RostersService) {}

  @Get()
  @ApiOperation({ summary: 'Entries of a tournament, a page at a time' })
  @ApiOkResponse({ type: PageOf(PlayerTeamTournamentView) })
  async plain(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: RosterPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerTeamTournamentView>> {
    return pageView(await this.rosters.page(...wanted(tournamentId, query, visibility)), query, rosterEntryView);
  }

  @Get('details')
  @ApiOperation({ summary: 'Entries of a tournament with the names of what they are about' })
  @ApiOkResponse({ type: PageOf(PlayerTeamTournamentWithDetailsView) })
  async details(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: RosterPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerTeamTournamentWithDetailsView>> {
    return pageView(await this.rosters.page(...wanted(tournamentId, query, visibility)), query, entryDetailsView);
  }

  @Get('details-with-photos')
  @ApiOperation({ summary: 'Entries of a tournament with names and photos' })
  @ApiOkResponse({ type: PageOf(PlayerTeamTournamentWithPhotosView) })
  async photos(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: RosterPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerTeamTournamentWithPhotosView>> {
    return pageView(await this.rosters.page(...wanted(tournamentId, query, visibility)), query, entryPhotosView);
  }

  @Get('full-details')
  @ApiOperation({ summary: 'Entries of a tournament with everything they name' })
  @ApiOkResponse({ type: PageOf(PlayerTeamTournamentWithFullDetailsView) })
  async full(
    @PathNumber('tournament_id') tournamentId: number,
    @Query() query: RosterPageQuery,
    @Sees() visibility: Visibility,
  ): Promise<PageView<PlayerTeamTournamentWithFullDetailsView>> {
    return pageView(await this.rosters.pageFull(...wanted(tournamentId, query, visibility)), query, fullEntryView);
  }
}

const wanted = (
  tournamentId: number,
  query: RosterPageQuery,
  visibility: Visibility,
): [RosterFilter, SortedRange<RosterOrder>] => [
  { tournamentId, text: query.search, teamTitle: query.team_title, visibility },
  rangeOf(query, ROSTER_ORDER, USUAL_ROSTER_ORDER),
];
