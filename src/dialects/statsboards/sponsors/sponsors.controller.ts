import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SponsorsService } from '#modules/sponsors/index.js';
import { SponsorCreateBody, SponsorUpdateBody } from './sponsor.body.js';
import { sponsorView, SponsorView, wrappedSponsorView, WrappedSponsorView } from './sponsor.view.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];
const ORDER = { id: 'id', title: 'title', logo_url: 'logoUrl', scale_logo: 'scaleLogo' } as const;

@StatsboardsController({ path: 'sponsors', tag: 'sponsors' })
export class SponsorsController {
  constructor(private readonly sponsors: SponsorsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All sponsors by title' })
  @ApiOkResponse({ type: [SponsorView] })
  async list(): Promise<SponsorView[]> {
    return (await this.sponsors.list()).map(sponsorView);
  }

  @Public()
  @Get('paginated')
  @ApiOperation({ summary: 'Sponsors by title, a page at a time' })
  @ApiOkResponse({ type: PageOf(SponsorView) })
  async page(@Query() query: PageQuery): Promise<PageView<SponsorView>> {
    return pageView(await this.sponsors.page(query.search, rangeOf(query, ORDER, ['title', 'id'])), query, sponsorView);
  }

  @Public()
  @Get('id/:item_id')
  @ApiOperation({ summary: 'One sponsor, in a wrapper' })
  @ApiOkResponse({ type: WrappedSponsorView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getWrapped(@PathNumber('item_id') id: number): Promise<WrappedSponsorView> {
    return wrappedSponsorView(await this.sponsors.get(id));
  }

  @Public()
  @Get(':item_id')
  @ApiOperation({ summary: 'One sponsor' })
  @ApiOkResponse({ type: SponsorView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SponsorView> {
    return sponsorView(await this.sponsors.get(id));
  }

  @Write()
  @Post()
  @ApiOperation({ summary: 'Create a sponsor' })
  @ApiOkResponse({ type: SponsorView })
  async create(@Body() body: SponsorCreateBody): Promise<SponsorView> {
    return sponsorView(await this.sponsors.create(body.values()));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a sponsor', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: SponsorView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SponsorUpdateBody): Promise<SponsorView> {
    return sponsorView(await this.sponsors.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a sponsor; one that is gone is gone' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.sponsors.remove(id);
    return { detail: `Sponsor ${id} deleted successfully` };
  }
}
