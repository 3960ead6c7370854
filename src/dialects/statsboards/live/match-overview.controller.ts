import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { MatchOverviewQuery } from './match-overview.query.js';
import { COMPREHENSIVE, ComprehensiveView, FULL_CONTEXT, FullContextView } from './match-overview.view.js';

@Public()
@StatsboardsController({ path: 'matches/id/:match_id', tag: 'matches' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class MatchOverviewController {
  constructor(private readonly overview: MatchOverviewQuery) {}

  @Get('comprehensive')
  @ApiOperation({ summary: 'Everything about a match: data, teams, players, plays, scoreboard' })
  @ApiOkResponse({ type: ComprehensiveView })
  async comprehensive(@PathNumber('match_id') matchId: number, @Sees() visibility: Visibility): Promise<Buffer> {
    return COMPREHENSIVE.bytes(await this.overview.comprehensive(matchId, visibility));
  }

  @Get('full-context')
  @ApiOperation({ summary: 'What a match begins with: teams, sport with positions, tournament, rosters' })
  @ApiOkResponse({ type: FullContextView })
  async fullContext(@PathNumber('match_id') matchId: number, @Sees() visibility: Visibility): Promise<Buffer> {
    return FULL_CONTEXT.bytes(await this.overview.fullContext(matchId, visibility));
  }
}
