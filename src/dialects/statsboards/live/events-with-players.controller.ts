import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService, MatchRostersService } from '#modules/matches/index.js';
import { PlaysService } from '#modules/plays/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { EventsWithPlayersView, eventsWithPlayersView } from './events-with-players.view.js';

@StatsboardsController({ path: 'football_event/matches/:match_id/events-with-players', tag: 'football_event' })
export class EventsWithPlayersController {
  constructor(
    private readonly plays: PlaysService,
    private readonly rosters: MatchRostersService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'Plays of a match with their players inside', description: 'None: an empty list' })
  @ApiOkResponse({ type: EventsWithPlayersView })
  async list(@PathNumber('match_id') matchId: number, @Sees() visibility: Visibility): Promise<EventsWithPlayersView> {
    if (await this.matches.isHidden(matchId, visibility)) return eventsWithPlayersView(matchId, [], []);
    const plays = await this.plays.listByMatch(matchId);
    return eventsWithPlayersView(matchId, plays, await this.rosters.listPlayers(matchId));
  }
}
