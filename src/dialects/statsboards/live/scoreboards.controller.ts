import { Body, Delete, Get, Post, Put, UseGuards } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ScoreboardsService } from '#modules/live/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { InvalidIs400 } from '../bad-request.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { type Content, ContentOf, contentView } from './content.view.js';
import { ScoreboardBody } from './scoreboard.body.js';
import { scoreboardView, ScoreboardView } from './scoreboard.view.js';
import { VisibleMatchGuard } from './visible-match.guard.js';

@StatsboardsController({ path: 'scoreboards', tag: 'scoreboards' })
@ApiNotFoundResponse({ type: ErrorResponse })
export class ScoreboardsController {
  constructor(private readonly scoreboards: ScoreboardsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All scoreboards' })
  @ApiOkResponse({ type: [ScoreboardView] })
  async list(@Sees() visibility: Visibility): Promise<ScoreboardView[]> {
    return (await this.scoreboards.list(visibility)).map(scoreboardView);
  }

  @Write()
  @Post()
  @InvalidIs400()
  @ApiOperation({ summary: 'Give a match its scoreboard', description: 'One it has already is returned as it is' })
  @ApiOkResponse({ type: ScoreboardView })
  async create(@Body() body: ScoreboardBody): Promise<ScoreboardView> {
    return scoreboardView(await this.scoreboards.create(body.values()));
  }

  @Public()
  @Get(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Scoreboard by id' })
  @ApiOkResponse({ type: ScoreboardView })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<ScoreboardView> {
    return scoreboardView(await this.scoreboards.get(id, visibility));
  }

  @Public()
  @UseGuards(VisibleMatchGuard)
  @Get('match/id/:match_id')
  @ApiOperation({ summary: 'Scoreboard of a match' })
  @ApiOkResponse({ type: ScoreboardView })
  async getByMatch(@PathNumber('match_id') matchId: number): Promise<ScoreboardView> {
    return scoreboardView(await this.scoreboards.getByMatch(matchId));
  }

  @Public()
  @Get('matchdata/id/:matchdata_id')
  @ApiOperation({ summary: 'Scoreboard of the match these match data are of' })
  @ApiOkResponse({ type: ScoreboardView })
  async getByMatchData(
    @PathNumber('matchdata_id') matchDataId: number,
    @Sees() visibility: Visibility,
  ): Promise<ScoreboardView> {
    return scoreboardView(await this.scoreboards.getByMatchData(matchDataId, visibility));
  }

  @Write()
  @Put(':item_id')
  @ApiOperation({ summary: 'Change a scoreboard', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: ScoreboardView })
  async update(@PathNumber('item_id') id: number, @Body() body: ScoreboardBody): Promise<ScoreboardView> {
    return scoreboardView(await this.scoreboards.update(id, body.values()));
  }

  @Write()
  @Put('id/:item_id')
  @ApiOperation({ summary: 'Change a scoreboard', description: 'The same, and the answer is wrapped' })
  @ApiOkResponse({ type: ContentOf(ScoreboardView) })
  async updateById(@PathNumber('item_id') id: number, @Body() body: ScoreboardBody): Promise<Content<ScoreboardView>> {
    return contentView(await this.update(id, body));
  }

  @AdminOnly()
  @Delete(['id/:item_id', ':item_id'])
  @ApiOperation({ summary: 'Delete a scoreboard' })
  @ApiOkResponse({ type: DetailResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.scoreboards.delete(id);
    return { detail: `Scoreboard ${id} deleted successfully` };
  }
}
