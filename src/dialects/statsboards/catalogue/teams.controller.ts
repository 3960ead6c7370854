import { Body, Delete, Get, Post, Put, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { IntField } from '../statsboards.fields.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { TeamCreateBody, TeamUpdateBody } from './team.body.js';
import { teamView, TeamView } from './team.view.js';

const BY_ID = ['id/:item_id', ':item_id'];

class TeamCreateQuery {
  @IntField({ optional: true, description: 'Enters the team for this tournament too' })
  tour_id?: number;
}

@StatsboardsController({ path: 'teams', tag: 'teams' })
export class TeamsController {
  constructor(private readonly teams: TeamRecordsService) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All teams, in alphabetical order' })
  @ApiOkResponse({ type: [TeamView] })
  async list(@Sees() visibility: Visibility): Promise<TeamView[]> {
    return (await this.teams.list(visibility)).map(teamView);
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One team' })
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<TeamView> {
    return teamView(await this.teams.get(id, visibility));
  }

  @Public()
  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'The team with a number in the EESL register' })
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number, @Sees() visibility: Visibility): Promise<TeamView> {
    return teamView(await this.teams.getByEeslId(eeslId, visibility));
  }

  @Write()
  @Post()
  @ApiOperation({ summary: 'Create a team, or change the one with its number in the EESL register' })
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse({ description: 'There is no tournament tour_id', type: ErrorResponse })
  @ApiConflictResponse({ description: 'Its sport, owner or sponsor does not exist', type: ErrorResponse })
  async create(
    @Body() body: TeamCreateBody,
    @Query() { tour_id }: TeamCreateQuery,
    @Sees() visibility: Visibility,
  ): Promise<TeamView> {
    return teamView(await this.teams.create(body.values(), visibility, tour_id));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Change a team', description: 'Absent fields stay; null clears' })
  @ApiOkResponse({ type: TeamView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'Its sport, owner or sponsor does not exist', type: ErrorResponse })
  async update(
    @PathNumber('item_id') id: number,
    @Body() body: TeamUpdateBody,
    @Sees() visibility: Visibility,
  ): Promise<TeamView> {
    return teamView(await this.teams.update(id, body.values(), visibility));
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete a team with its matches' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.teams.delete(id);
    return { detail: `Team ${id} deleted successfully` };
  }
}
