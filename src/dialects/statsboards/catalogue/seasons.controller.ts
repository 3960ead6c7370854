import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SeasonsService } from '#modules/competitions/index.js';
import { ConflictIs400 } from '../bad-request.js';
import { SeasonCreateBody, SeasonUpdateBody } from './season.body.js';
import { SEASON_NAMES, seasonView, SeasonView } from './season.view.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { PageOf, PageQuery, pageView, type PageView, rangeOf } from '../statsboards.paging.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];

@StatsboardsController({ path: 'seasons', tag: 'seasons' })
export class SeasonsController {
  constructor(private readonly seasons: SeasonsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All seasons, the latest first' })
  @ApiOkResponse({ type: [SeasonView] })
  async list(): Promise<SeasonView[]> {
    return (await this.seasons.list()).map(seasonView);
  }

  @Public()
  @Get('paginated')
  @ApiOperation({ summary: 'Seasons by description, a page at a time' })
  @ApiOkResponse({ type: PageOf(SeasonView) })
  async page(@Query() query: PageQuery): Promise<PageView<SeasonView>> {
    const range = rangeOf(query, SEASON_NAMES, ['year', 'id']);
    return pageView(await this.seasons.page(query.search, range), query, seasonView);
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One season' })
  @ApiOkResponse({ type: SeasonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SeasonView> {
    return seasonView(await this.seasons.get(id));
  }

  @Public()
  @Get('year/:season_year')
  @ApiOperation({ summary: 'The season that starts in a year' })
  @ApiOkResponse({ type: SeasonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByYear(@PathNumber('season_year') year: number): Promise<SeasonView> {
    return seasonView(await this.seasons.getByYear(year));
  }

  @Write()
  @Post()
  @ConflictIs400()
  @ApiOperation({ summary: 'Create a season' })
  @ApiOkResponse({ type: SeasonView })
  async create(@Body() body: SeasonCreateBody): Promise<SeasonView> {
    return seasonView(await this.seasons.create(body.values()));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a season', description: 'Absent fields stay; null clears the description' })
  @ApiOkResponse({ type: SeasonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'The year is null, or another season has it', type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: SeasonUpdateBody): Promise<SeasonView> {
    return seasonView(await this.seasons.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({
    summary: 'Delete a season with its tournaments',
    description: 'One that is gone already counts as done',
  })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.seasons.deleteIfPresent(id);
    return { detail: `Season ${id} deleted successfully` };
  }
}
