import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ClockStatus } from '#core/football/clock/clock.js';
import { GameClocksService } from '#modules/live/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { InvalidIs400 } from '../bad-request.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { ClockInPath, PathSeconds, PathStatus } from './clock.words.js';
import { type Content, ContentOf, contentView } from './content.view.js';
import { GameClockCreateBody, GameClockUpdateBody } from './game-clock.body.js';
import { gameClockView, GameClockView } from './game-clock.view.js';

@StatsboardsController({ path: 'gameclock', tag: 'gameclock' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class GameClocksController {
  constructor(private readonly clocks: GameClocksService) {}

  @Write()
  @Post()
  @InvalidIs400()
  @ApiOperation({ summary: 'Give a match its game clock', description: 'One it has already is returned as it is' })
  @ApiOkResponse({ type: GameClockView })
  async create(@Body() body: GameClockCreateBody): Promise<GameClockView> {
    return gameClockView(await this.clocks.create(body.values()));
  }

  @Public()
  @Get(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Game clock by id' })
  @ApiOkResponse({ type: GameClockView })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<GameClockView> {
    return gameClockView(await this.clocks.get(id, visibility));
  }

  @Write()
  @Put(':item_id')
  @ApiOperation({ summary: 'Change a game clock', description: 'Absent fields stay' })
  @ApiOkResponse({ type: GameClockView })
  async update(@PathNumber('item_id') id: number, @Body() body: GameClockUpdateBody): Promise<GameClockView> {
    return gameClockView(await this.clocks.update(id, body.changes()));
  }

  @Write()
  @Put('id/:item_id')
  @ApiOperation({ summary: 'Change a game clock', description: 'The same, and the answer is wrapped' })
  @ApiOkResponse({ type: ContentOf(GameClockView) })
  async updateById(
    @PathNumber('item_id') id: number,
    @Body() body: GameClockUpdateBody,
  ): Promise<Content<GameClockView>> {
    return contentView(await this.update(id, body));
  }

  @Write()
  @Put('id/:item_id/running')
  @ApiOperation({ summary: 'Start', description: 'One that runs goes on undisturbed' })
  @ApiOkResponse({ type: ContentOf(GameClockView) })
  async start(@PathNumber('item_id') id: number): Promise<Content<GameClockView>> {
    const { version } = await this.clocks.get(id);
    const started = await this.clocks.start(id);
    const message =
      started.version === version ? 'Game clock is already running or has ended' : 'Game clock is running';
    return contentView(gameClockView(started), message);
  }

  @Write()
  @Put('id/:item_id/paused')
  @ApiOperation({
    summary: 'Pause',
    description: 'What is left stays to the millisecond; one that is paused stays as it is',
  })
  @ApiOkResponse({ type: ContentOf(GameClockView) })
  async pause(@PathNumber('item_id') id: number): Promise<Content<GameClockView>> {
    return contentView(gameClockView(await this.clocks.pause(id)));
  }

  @Write()
  @Put('id/:item_id/reset')
  @ApiOperation({ summary: 'Back to the beginning of the match’s present period, stopped' })
  @ApiOkResponse({ type: ContentOf(GameClockView) })
  async reset(@PathNumber('item_id') id: number): Promise<Content<GameClockView>> {
    return contentView(gameClockView(await this.clocks.reset(id)));
  }

  @Write()
  @Put('id/:item_id/:item_status/:sec')
  @ClockInPath()
  @ApiOperation({ summary: 'Show exactly these seconds, in this status' })
  @ApiOkResponse({ type: ContentOf(GameClockView) })
  async set(
    @PathNumber('item_id') id: number,
    @PathStatus() status: ClockStatus,
    @PathSeconds() seconds: number,
  ): Promise<Content<GameClockView>> {
    return contentView(gameClockView(await this.clocks.set(id, status, seconds)));
  }

  @AdminOnly()
  @Delete(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Delete a game clock' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.clocks.delete(id);
    return { detail: `Gameclock ${id} deleted successfully` };
  }
}
