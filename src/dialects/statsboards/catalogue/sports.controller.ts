import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SportsService } from '#modules/competitions/index.js';
import { InvalidIs400 } from '../bad-request.js';
import { SportCreateBody, SportUpdateBody } from './sport.body.js';
import { SPORT_NAMES, sportView, SportView, wrappedSportView, WrappedSportView } from './sport.view.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];

@StatsboardsController({ path: 'sports', tag: 'sports' })
export class SportsController {
  constructor(private readonly sports: SportsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All sports, in alphabetical order' })
  @ApiOkResponse({ type: [SportView] })
  async list(): Promise<SportView[]> {
    return (await this.sports.list()).map(sportView);
  }

  @Public()
  @Get('paginated')
  @ApiOperation({ summary: 'Sports by title, a page at a time' })
  @ApiOkResponse({ type: PageOf(SportView) })
  async page(@Query() query: PageQuery): Promise<PageView<SportView>> {
    const range = rangeOf(query, SPORT_NAMES, ['title', 'id']);
    return pageView(await this.sports.page(query.search, range), query, sportView);
  }

  @Public()
  @Get('id/:item_id')
  @ApiOperation({ summary: 'One sport, in a wrapper' })
  @ApiOkResponse({ type: WrappedSportView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getWrapped(@PathNumber('item_id') id: number): Promise<WrappedSportView> {
    return wrappedSportView(await this.sports.get(id));
  }

  @Public()
  @Get(':item_id')
  @ApiOperation({ summary: 'One sport' })
  @ApiOkResponse({ type: SportView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SportView> {
    return sportView(await this.sports.get(id));
  }

  @Write()
  @Post()
  @InvalidIs400()
  @ApiOperation({ summary: 'Create a sport' })
  @ApiOkResponse({ type: SportView })
  @ApiConflictResponse({ description: 'There is a sport of this title', type: ErrorResponse })
  async create(@Body() body: SportCreateBody): Promise<SportView> {
    return sportView(await this.sports.create(body.values()));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a sport', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: SportView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'Another sport has the title', type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SportUpdateBody): Promise<SportView> {
    return sportView(await this.sports.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a sport with its tournaments, teams, players and positions' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.sports.delete(id);
    return { detail: `Sport ${id} deleted successfully` };
  }
}
