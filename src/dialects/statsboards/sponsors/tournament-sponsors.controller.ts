import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { DetailsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { sponsorLineView, SponsorLineView } from './sponsor-line.view.js';
import { sponsorView, SponsorView } from './sponsor.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';

@Public()
@StatsboardsController({ path: 'tournaments/id/:tournament_id', tag: 'tournaments' })
export class TournamentSponsorsController {
  constructor(private readonly details: DetailsService) {}

  @Get('main_sponsor')
  @ApiOperation({ summary: 'Its main sponsor, or null' })
  @ApiOkResponse({ type: SponsorView, description: 'Or null' })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getMainSponsor(
    @PathNumber('tournament_id') id: number,
    @Sees() visibility: Visibility,
  ): Promise<SponsorView | null> {
    const { mainSponsor } = await this.details.getTournament(id, visibility);
    return mainSponsor && sponsorView(mainSponsor);
  }

  @Get('sponsor_line')
  @ApiOperation({ summary: 'Its sponsor line, or null' })
  @ApiOkResponse({ type: SponsorLineView, description: 'Or null' })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getSponsorLine(
    @PathNumber('tournament_id') id: number,
    @Sees() visibility: Visibility,
  ): Promise<SponsorLineView | null> {
    const { sponsorLine } = await this.details.getTournament(id, visibility);
    return sponsorLine && sponsorLineView(sponsorLine);
  }

  @Get('sponsors')
  @ApiOperation({ summary: 'Sponsors of its line in their order; none without a line' })
  @ApiOkResponse({ type: [SponsorView] })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async listSponsors(@PathNumber('tournament_id') id: number, @Sees() visibility: Visibility): Promise<SponsorView[]> {
    return (await this.details.listTournamentSponsors(id, visibility)).map(sponsorView);
  }
}
