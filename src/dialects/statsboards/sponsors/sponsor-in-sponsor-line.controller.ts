import { Body, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { SponsorLinesService } from '#modules/sponsors/index.js';
import { SponsorInLineBody } from './sponsor-line.body.js';
import { sponsorInLineView, SponsorInLineView } from './sponsor-line.view.js';
import { placedSponsorView, PlacedSponsorView } from './sponsor.view.js';
import { Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];
/** `1in2`. Anything matches, so that an id that is none is refused by its name. */
const PAIR = ':sponsor_id(^.+)in:sponsor_line_id(^.+)';

@StatsboardsController({ path: 'sponsor_in_sponsor_line', tag: 'sponsor_in_sponsor_line' })
export class SponsorInSponsorLineController {
  constructor(private readonly lines: SponsorLinesService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All sponsors in lines, line by line' })
  @ApiOkResponse({ type: [SponsorInLineView] })
  async list(): Promise<SponsorInLineView[]> {
    return (await this.lines.listPlacements()).map(sponsorInLineView);
  }

  @Public()
  @Get('sponsor_line/id/:sponsor_line_id/sponsors')
  @ApiOperation({ summary: 'Sponsors of a line in its order; none for a line that does not exist' })
  @ApiOkResponse({ type: [PlacedSponsorView] })
  async listSponsors(@PathNumber('sponsor_line_id') sponsorLineId: number): Promise<PlacedSponsorView[]> {
    return (await this.lines.listSponsors(sponsorLineId)).map(placedSponsorView);
  }

  @Public()
  @Get(PAIR)
  @ApiOperation({ summary: 'A sponsor in a line' })
  @ApiOkResponse({ type: SponsorInLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getPair(
    @PathNumber('sponsor_id') sponsorId: number,
    @PathNumber('sponsor_line_id') sponsorLineId: number,
  ): Promise<SponsorInLineView> {
    return sponsorInLineView(await this.lines.getPlacementOf(sponsorId, sponsorLineId));
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'A sponsor in a line by id' })
  @ApiOkResponse({ type: SponsorInLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SponsorInLineView> {
    return sponsorInLineView(await this.lines.getPlacement(id));
  }

  @Write()
  @Post(PAIR)
  @ApiOperation({ summary: 'Put a sponsor into a line' })
  @ApiOkResponse({ type: SponsorInLineView })
  @ApiConflictResponse({ description: 'It is in it, or one of the two does not exist', type: ErrorResponse })
  async place(
    @PathNumber('sponsor_id') sponsorId: number,
    @PathNumber('sponsor_line_id') sponsorLineId: number,
  ): Promise<SponsorInLineView> {
    return sponsorInLineView(await this.lines.place(sponsorId, sponsorLineId));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Move a sponsor within a line, or to another' })
  @ApiOkResponse({ type: SponsorInLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'It is in it, or one of the two does not exist', type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SponsorInLineBody): Promise<SponsorInLineView> {
    return sponsorInLineView(await this.lines.updatePlacement(id, body.values()));
  }

  @Write()
  @Delete(PAIR)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take a sponsor out of a line' })
  @ApiNoContentResponse()
  async withdraw(
    @PathNumber('sponsor_id') sponsorId: number,
    @PathNumber('sponsor_line_id') sponsorLineId: number,
  ): Promise<void> {
    await this.lines.withdraw(sponsorId, sponsorLineId);
  }
}
