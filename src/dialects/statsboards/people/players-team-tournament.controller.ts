import { Get } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RostersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { personView, PersonView } from './person.view.js';
import { RosterEntryCreateBody, RosterEntryUpdateBody } from './roster-entry.body.js';
import { PlayerTeamTournamentView, rosterEntryView } from './roster-entry.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';

const PATH = { path: 'players_team_tournament', tag: 'players_team_tournament' };

export const PlayerTeamTournamentCrudController = crudController({
  ...PATH,
  noun: 'PlayerTeamTournament',
  service: RostersService,
  createBody: RosterEntryCreateBody,
  updateBody: RosterEntryUpdateBody,
  viewType: PlayerTeamTournamentView,
  view: rosterEntryView,
});

@Public()
@StatsboardsController(PATH)
export class PlayersTeamTournamentController {
  constructor(private readonly rosters: RostersService) {}

  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'Entry by number in the EESL registry' })
  @ApiOkResponse({ type: PlayerTeamTournamentView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number): Promise<PlayerTeamTournamentView> {
    return rosterEntryView(await this.rosters.getByEeslId(eeslId));
  }

  @Get('id/:item_id/person')
  @ApiOperation({ summary: 'The person an entry is about' })
  @ApiOkResponse({ type: PersonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async person(@PathNumber('item_id') id: number, @Sees() visibility: Visibility): Promise<PersonView> {
    return personView(await this.rosters.getPerson(id, visibility));
  }
}
