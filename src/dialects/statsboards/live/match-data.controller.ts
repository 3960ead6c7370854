import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchDataService } from '#modules/matches/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { MatchDataCreateBody, MatchDataUpdateBody } from './match-data.body.js';
import { matchDataView, MatchDataView } from './match-data.view.js';

@StatsboardsController({ path: 'matchdata', tag: 'matchdata' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class MatchDataController {
  constructor(private readonly matchData: MatchDataService) {}

  @Write()
  @Post()
  @ApiOperation({ summary: 'Give a match its data', description: 'Those it has already are returned as they are' })
  @ApiOkResponse({ type: MatchDataView })
  @ApiConflictResponse({ description: 'There is no such match', type: ErrorResponse })
  async create(@Body() body: MatchDataCreateBody): Promise<MatchDataView> {
    return matchDataView(await this.matchData.create(body.values()));
  }

  @Public()
  @Get(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Match data by id' })
  @ApiOkResponse({ type: MatchDataView })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<MatchDataView> {
    return matchDataView(await this.matchData.get(id, visibility));
  }

  @Write()
  @Put(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Change match data', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: MatchDataView })
  async update(@PathNumber('item_id') id: number, @Body() body: MatchDataUpdateBody): Promise<MatchDataView> {
    return matchDataView(await this.matchData.update(id, body.values()));
  }

  @AdminOnly()
  @Delete(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Delete match data' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.matchData.delete(id);
    return { detail: `Matchdata ${id} deleted successfully` };
  }
}
