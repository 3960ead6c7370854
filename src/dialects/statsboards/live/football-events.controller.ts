import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { MatchRecordsService } from '#modules/matches/index.js';
import { PlaysService } from '#modules/plays/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { FootballEventBody } from './football-event.body.js';
import { footballEventView, FootballEventView } from './football-event.view.js';

const UNKNOWN = { description: 'The match, the team or a player does not exist', type: ErrorResponse };

@StatsboardsController({ path: 'football_event', tag: 'football_event' })
export class FootballEventsController {
  constructor(
    private readonly plays: PlaysService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Write()
  @Post()
  @ApiOperation({ summary: 'Record a play' })
  @ApiOkResponse({ type: FootballEventView })
  @ApiConflictResponse(UNKNOWN)
  async create(@Body() body: FootballEventBody): Promise<FootballEventView> {
    return footballEventView(await this.plays.record(body.values()));
  }

  @Public()
  @Get(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Play by id' })
  @ApiOkResponse({ type: FootballEventView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<FootballEventView> {
    return footballEventView(await this.plays.get(id, visibility));
  }

  @Public()
  @Get('match_id/:match_id')
  @ApiOperation({ summary: 'Plays of a match in the order of their numbers', description: 'None: an empty list' })
  @ApiOkResponse({ type: [FootballEventView] })
  async listByMatch(
    @PathNumber('match_id') matchId: number,
    @Sees() visibility: Visibility,
  ): Promise<FootballEventView[]> {
    if (await this.matches.isHidden(matchId, visibility)) return [];
    return (await this.plays.listByMatch(matchId)).map(footballEventView);
  }

  @Write()
  @Put(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Correct a play', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: FootballEventView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse(UNKNOWN)
  async update(@PathNumber('item_id') id: number, @Body() body: FootballEventBody): Promise<FootballEventView> {
    return footballEventView(await this.plays.correct(id, body.values()));
  }

  @AdminOnly()
  @Delete(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Take a play out of the match' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.plays.void(id);
    return { detail: `FootballEvent ${id} deleted successfully` };
  }
}
