import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { ClockStatus } from '#core/football/clock/clock.js';
import { PlayClocksService } from '#modules/live/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { InvalidIs400 } from '../bad-request.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { ClockInPath, PathSeconds, PathStatus } from './clock.words.js';
import { type Content, ContentOf, contentView } from './content.view.js';
import { PlayClockCreateBody, PlayClockUpdateBody } from './play-clock.body.js';
import { playClockView, PlayClockView } from './play-clock.view.js';

@StatsboardsController({ path: 'playclock', tag: 'playclock' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class PlayClocksController {
  constructor(private readonly clocks: PlayClocksService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All play clocks' })
  @ApiOkResponse({ type: [PlayClockView] })
  async list(@Sees() visibility: Visibility): Promise<PlayClockView[]> {
    return (await this.clocks.list(visibility)).map(playClockView);
  }

  @Write()
  @Post()
  @InvalidIs400()
  @ApiOperation({ summary: 'Give a match its play clock', description: 'One it has already is returned as it is' })
  @ApiOkResponse({ type: PlayClockView })
  async create(@Body() body: PlayClockCreateBody): Promise<PlayClockView> {
    return playClockView(await this.clocks.create(body.values()));
  }

  @Public()
  @Get('id/:item_id')
  @ApiOperation({ summary: 'Play clock by id' })
  @ApiOkResponse({ type: ContentOf(PlayClockView) })
  async getWrapped(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<Content<PlayClockView>> {
    return contentView(await this.get(id, visibility));
  }

  @Public()
  @Get(':item_id')
  @ApiOperation({ summary: 'Play clock by id, without a wrapper' })
  @ApiOkResponse({ type: PlayClockView })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<PlayClockView> {
    return playClockView(await this.clocks.get(id, visibility));
  }

  @Write()
  @Put(':item_id')
  @ApiOperation({ summary: 'Change a play clock', description: 'Absent fields stay; null seconds clear it' })
  @ApiOkResponse({ type: PlayClockView })
  async update(@PathNumber('item_id') id: number, @Body() body: PlayClockUpdateBody): Promise<PlayClockView> {
    return playClockView(await this.clocks.update(id, body.changes()));
  }

  @Write()
  @Put('id/:item_id')
  @ApiOperation({ summary: 'Change a play clock', description: 'The same, and the answer is wrapped' })
  @ApiOkResponse({ type: ContentOf(PlayClockView) })
  async updateById(
    @PathNumber('item_id') id: number,
    @Body() body: PlayClockUpdateBody,
  ): Promise<Content<PlayClockView>> {
    return contentView(await this.update(id, body));
  }

  @Write()
  @Put('id/:item_id/running/:sec')
  @ApiOperation({ summary: 'Start from these seconds', description: 'One that runs goes on undisturbed' })
  @ApiOkResponse({ type: ContentOf(PlayClockView) })
  async start(@PathNumber('item_id') id: number, @PathSeconds() seconds: number): Promise<Content<PlayClockView>> {
    return contentView(playClockView(await this.clocks.start(id, seconds)));
  }

  @Write()
  @Put('id/:item_id/stopped')
  @ApiOperation({ summary: 'Stop and show nothing' })
  @ApiOkResponse({ type: ContentOf(PlayClockView) })
  async clear(@PathNumber('item_id') id: number): Promise<Content<PlayClockView>> {
    return contentView(playClockView(await this.clocks.clear(id)));
  }

  @Write()
  @Put('id/:item_id/:item_status/:sec')
  @ClockInPath()
  @ApiOperation({ summary: 'Show exactly these seconds, in this status' })
  @ApiOkResponse({ type: ContentOf(PlayClockView) })
  async set(
    @PathNumber('item_id') id: number,
    @PathStatus() status: ClockStatus,
    @PathSeconds() seconds: number,
  ): Promise<Content<PlayClockView>> {
    return contentView(playClockView(await this.clocks.set(id, status, seconds)));
  }

  @AdminOnly()
  @Delete(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Delete a play clock' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.clocks.delete(id);
    return { detail: `Playclock ${id} deleted successfully` };
  }
}
