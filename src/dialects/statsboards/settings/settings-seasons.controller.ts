import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { SeasonsService } from '#modules/competitions/index.js';
import { ConflictIs400 } from '../bad-request.js';
import { SeasonCreateBody, SeasonUpdateBody } from '../catalogue/season.body.js';
import { seasonView, SeasonView } from '../catalogue/season.view.js';
import { Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';

const BY_ID = ['id/:item_id', ':item_id'];

/** The same seasons as below `/api/seasons`; only DELETE is another one, as documented. */
@StatsboardsController({ path: 'settings/seasons', tag: 'settings' })
export class SettingsSeasonsController {
  constructor(private readonly seasons: SeasonsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All seasons, the latest first' })
  @ApiOkResponse({ type: [SeasonView] })
  async list(): Promise<SeasonView[]> {
    return (await this.seasons.list()).map(seasonView);
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One season' })
  @ApiOkResponse({ type: SeasonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<SeasonView> {
    return seasonView(await this.seasons.get(id));
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

  @Write()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a season with its tournaments' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.seasons.delete(id);
    return { detail: `Season ${id} deleted successfully` };
  }
}
