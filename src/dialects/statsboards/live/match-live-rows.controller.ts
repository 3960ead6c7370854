import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { gameClockView, GameClockView } from './game-clock.view.js';
import { matchDataView, MatchDataView } from './match-data.view.js';
import { MatchLiveRowsQuery } from './match-live-rows.query.js';
import { playClockView, PlayClockView } from './play-clock.view.js';
import { scoreboardView, ScoreboardView } from './scoreboard.view.js';

const orNull = <Row, View>(row: Row | undefined, view: (row: Row) => View): View | null =>
  row === undefined ? null : view(row);

/** What is live about a match, each with null where there is none: a match that does not exist has nothing. */
@Public()
@StatsboardsController({ path: 'matches/id/:match_id', tag: 'matches' })
export class MatchLiveRowsController {
  constructor(private readonly rows: MatchLiveRowsQuery) {}

  @Get('match_data')
  @ApiOperation({ summary: 'Score, period and ball of a match, or null' })
  @ApiOkResponse({ type: MatchDataView, description: 'Or null' })
  async matchData(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<MatchDataView | null> {
    return orNull(await this.rows.matchData(id, visibility), matchDataView);
  }

  @Get('gameclock')
  @ApiOperation({ summary: 'The game clock of a match, or null' })
  @ApiOkResponse({ type: GameClockView, description: 'Or null' })
  async gameClock(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<GameClockView | null> {
    return orNull(await this.rows.gameClock(id, visibility), gameClockView);
  }

  @Get('playclock')
  @ApiOperation({ summary: 'The play clock of a match, or null', description: 'Null too where its sport has none' })
  @ApiOkResponse({ type: PlayClockView, description: 'Or null' })
  async playClock(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<PlayClockView | null> {
    return orNull(await this.rows.playClock(id, visibility), playClockView);
  }

  @Get('scoreboard_data')
  @ApiOperation({ summary: 'The scoreboard of a match, or null' })
  @ApiOkResponse({ type: ScoreboardView, description: 'Or null' })
  async scoreboard(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<ScoreboardView | null> {
    return orNull(await this.rows.scoreboard(id, visibility), scoreboardView);
  }
}
