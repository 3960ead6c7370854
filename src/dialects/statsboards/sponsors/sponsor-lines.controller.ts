import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SponsorLinesService } from '#modules/sponsors/index.js';
import { SponsorLineBody } from './sponsor-line.body.js';
import {
  sponsorLineView,
  SponsorLineView,
  wrappedSponsorLineView,
  WrappedSponsorLineView,
} from './sponsor-line.view.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];
const ORDER = { id: 'id', title: 'title', is_visible: 'isVisible' } as const;

@StatsboardsController({ path: 'sponsor_lines', tag: 'sponsor_lines' })
export class SponsorLinesController {
  constructor(private readonly lines: SponsorLinesService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All sponsor lines by title' })
  @ApiOkResponse({ type: [SponsorLineView] })
  async list(): Promise<SponsorLineView[]> {
    return (await this.lines.list()).map(sponsorLineView);
  }

  @Public()
  @Get('paginated')
  @ApiOperation({ summary: 'Sponsor lines by title, a page at a time' })
  @ApiOkResponse({ type: PageOf(SponsorLineView) })
  async page(@Query() query: PageQuery): Promise<PageView<SponsorLineView>> {
    return pageView(
      await this.lines.page(query.search, rangeOf(query, ORDER, ['title', 'id'])),
      query,
      sponsorLineView,
    );
  }

  @Public()
  @Get('id/:item_id')
  @ApiOperation({ summary: 'One sponsor line, in a wrapper' })
  @ApiOkResponse({ type: WrappedSponsorLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getWrapped(@PathNumber('item_id') id: number): Promise<WrappedSponsorLineView> {
    return wrappedSponsorLineView(await this.lines.get(id));
  }

  @Public()
  @Get(':item_id')
  @ApiOperation({ summary: 'One sponsor line' })
  @ApiOkResponse({ type: SponsorLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SponsorLineView> {
    return sponsorLineView(await this.lines.get(id));
  }

  @Write()
  @Post()
  @ApiOperation({ summary: 'Create a sponsor line' })
  @ApiOkResponse({ type: SponsorLineView })
  async create(@Body() body: SponsorLineBody): Promise<SponsorLineView> {
    return sponsorLineView(await this.lines.create(body.values()));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a sponsor line', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: SponsorLineView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SponsorLineBody): Promise<SponsorLineView> {
    return sponsorLineView(await this.lines.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a sponsor line; one that is gone is gone' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.lines.remove(id);
    return { detail: `SponsorLine ${id} deleted successfully` };
  }
}
