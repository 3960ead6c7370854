import { Get, UseGuards } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchStatisticsService } from '#modules/plays/index.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { MatchStatsView, shownStatistics } from './match-stats.view.js';
import { VisibleMatchGuard } from './visible-match.guard.js';

@StatsboardsController({ path: 'matches/id/:match_id/stats', tag: 'matches' })
export class MatchStatsController {
  constructor(private readonly statistics: MatchStatisticsService) {}

  @Public()
  @UseGuards(VisibleMatchGuard)
  @Get()
  @ApiOperation({ summary: 'Statistics of a match, folded from its plays' })
  @ApiOkResponse({ type: MatchStatsView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('match_id') matchId: number): Promise<Buffer> {
    const { document } = await this.statistics.get(matchId);
    return shownStatistics(matchId, document).bytes;
  }
}
