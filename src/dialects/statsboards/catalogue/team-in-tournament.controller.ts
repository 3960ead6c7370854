import { Body, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
} from '@nestjs/swagger';
import { EntriesService, TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { EntryUpdateBody } from './entry.body.js';
import { entryView, EntryView } from './entry.view.js';
import { AdminOnly, Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { DetailResponse, ErrorResponse } from '../statsboards.schema.js';
import { teamView, TeamView } from './team.view.js';

const BY_ID = ['id/:item_id', ':item_id'];
/** `10in5`. Anything matches, so that an id that is none is refused by its name. */
const PAIR = ':team_id(^.+)in:tournament_id(^.+)';

@StatsboardsController({ path: 'team_in_tournament', tag: 'team_in_tournament' })
export class TeamInTournamentController {
  constructor(
    private readonly entries: EntriesService,
    private readonly teams: TeamRecordsService,
  ) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'All entries of teams for tournaments' })
  @ApiOkResponse({ type: [EntryView] })
  async list(): Promise<EntryView[]> {
    return (await this.entries.list()).map(entryView);
  }

  @Public()
  @Get(BY_ID)
  @ApiOperation({ summary: 'One entry' })
  @ApiOkResponse({ type: EntryView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async get(@PathNumber('item_id') id: number): Promise<EntryView> {
    return entryView(await this.entries.get(id));
  }

  @Public()
  @Get('tournament/id/:tournament_id/teams')
  @ApiOperation({ summary: 'Teams of a tournament, in alphabetical order; none for one that does not exist' })
  @ApiOkResponse({ type: [TeamView] })
  async listTeams(
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<TeamView[]> {
    return (await this.teams.list(visibility, { enteredFor: tournamentId })).map(teamView);
  }

  @Public()
  @Get(PAIR)
  @ApiOperation({ summary: 'The entry of a team for a tournament' })
  @ApiOkResponse({ type: EntryView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getPair(
    @PathNumber('team_id') teamId: number,
    @PathNumber('tournament_id') tournamentId: number,
  ): Promise<EntryView> {
    return entryView(await this.entries.getPair(teamId, tournamentId));
  }

  @Write()
  @Post(PAIR)
  @ApiOperation({ summary: 'Enter a team for a tournament' })
  @ApiOkResponse({ type: EntryView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'It is entered already', type: ErrorResponse })
  async register(
    @PathNumber('team_id') teamId: number,
    @PathNumber('tournament_id') tournamentId: number,
  ): Promise<EntryView> {
    return entryView(await this.entries.register(teamId, tournamentId));
  }

  @Write()
  @Put(BY_ID)
  @ApiOperation({ summary: 'Give an entry another team or tournament' })
  @ApiOkResponse({ type: EntryView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'There is such an entry already, or no such team', type: ErrorResponse })
  async update(@PathNumber('item_id') id: number, @Body() body: EntryUpdateBody): Promise<EntryView> {
    return entryView(await this.entries.update(id, body.values()));
  }

  @Write()
  @Delete(PAIR)
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw a team from a tournament' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ErrorResponse })
  async withdraw(
    @PathNumber('team_id') teamId: number,
    @PathNumber('tournament_id') tournamentId: number,
  ): Promise<void> {
    await this.entries.withdraw(teamId, tournamentId);
  }

  @AdminOnly()
  @Delete(BY_ID)
  @ApiOperation({ summary: 'Delete an entry' })
  @ApiOkResponse({ type: DetailResponse })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async delete(@PathNumber('item_id') id: number): Promise<DetailResponse> {
    await this.entries.delete(id);
    return { detail: `TeamTournament ${id} deleted successfully` };
  }
}
