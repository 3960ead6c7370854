import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { NotFound } from '#core/kernel/domain-error.js';
import { PresetsService, SportsService } from '#modules/competitions/index.js';
import { MatchDetailsService, MatchRecordsService } from '#modules/matches/index.js';
import { SponsorLinesService } from '#modules/sponsors/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import {
  HomeAwayTeamsView,
  homeAwayTeamsView,
  LineOfMatchView,
  lineOfMatchView,
  MatchDetailsView,
  matchDetailsView,
  SportWithPresetView,
  sportWithPresetView,
  TeamsDataView,
  teamsDataView,
} from './match-details.view.js';

/** What a match belongs to: its teams, tournament, sport and sponsors. */
@Public()
@StatsboardsController({ path: 'matches/id/:match_id', tag: 'matches' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class MatchSurroundingsController {
  constructor(
    private readonly details: MatchDetailsService,
    private readonly matches: MatchRecordsService,
    private readonly sports: SportsService,
    private readonly presets: PresetsService,
    private readonly lines: SponsorLinesService,
  ) {}

  @Get('with-details')
  @ApiOperation({ summary: 'One match with teams, tournament and sponsors' })
  @ApiOkResponse({ type: MatchDetailsView })
  async getDetails(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<MatchDetailsView> {
    return matchDetailsView(await this.details.get(id, visibility));
  }

  @Get('teams')
  @ApiOperation({ summary: 'Both teams of a match' })
  @ApiOkResponse({ type: TeamsDataView })
  async getTeams(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<TeamsDataView> {
    return teamsDataView(await this.details.get(id, visibility));
  }

  @Get(['home_away_teams', 'home-away-teams'])
  @ApiOperation({ summary: 'Both teams of a match, as home and away' })
  @ApiOkResponse({ type: HomeAwayTeamsView })
  async getHomeAndAway(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<HomeAwayTeamsView> {
    return homeAwayTeamsView(await this.details.get(id, visibility));
  }

  @Get('sport')
  @ApiOperation({ summary: 'The sport of a match with its scoreboard preset' })
  @ApiOkResponse({ type: SportWithPresetView })
  async getSport(@PathNumber('match_id') id: number, @Sees() visibility: Visibility): Promise<SportWithPresetView> {
    const context = await this.matches.getContext(id, visibility);
    if (context.sport === null) throw new NotFound('Sport of match', id);
    const sport = await this.sports.get(context.sport.id);
    const presetId = sport.scoreboardPresetId;
    const presets = presetId === null ? undefined : await this.presets.findByIds([presetId]);
    return sportWithPresetView(sport, presets?.get(presetId!));
  }

  @Get('sponsor_line')
  @ApiOperation({ summary: 'The sponsor line of a match with its sponsors, or null' })
  @ApiOkResponse({ type: LineOfMatchView, description: 'Or null' })
  async getSponsorLine(
    @PathNumber('match_id') id: number,
    @Sees() visibility: Visibility,
  ): Promise<LineOfMatchView | null> {
    const { sponsorLine } = await this.details.get(id, visibility);
    return sponsorLine && lineOfMatchView(sponsorLine, await this.lines.listSponsors(sponsorLine.id));
  }
}
