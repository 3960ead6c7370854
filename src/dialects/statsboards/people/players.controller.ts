import { Body, Delete, Get, Post } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { NotFound } from '#core/kernel/domain-error.js';
import { CareersService, PlayersService } from '#modules/people/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { personView, PersonView } from './person.view.js';
import { careerView, PlayerCareerView, playerInTournamentView, PlayerInTournamentView } from './player-career.view.js';
import { AddPersonToSportBody, PlayerBody } from './player.body.js';
import { playerView, PlayerView, RemovedView } from './player.view.js';
import { Public, Write } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { crudController } from '../statsboards.crud.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';

const PATH = { path: 'players', tag: 'players' };

export const PlayerCrudController = crudController({
  ...PATH,
  noun: 'Player',
  service: PlayersService,
  createBody: PlayerBody,
  updateBody: PlayerBody,
  viewType: PlayerView,
  view: playerView,
});

@StatsboardsController(PATH)
export class PlayersController {
  constructor(
    private readonly players: PlayersService,
    private readonly careers: CareersService,
  ) {}

  @Public()
  @Get('eesl_id/:eesl_id')
  @ApiOperation({ summary: 'Player by number in the EESL registry' })
  @ApiOkResponse({ type: PlayerView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByEeslId(@PathNumber('eesl_id') eeslId: number, @Sees() visibility: Visibility): Promise<PlayerView> {
    return playerView(await this.players.getByEeslId(eeslId, visibility));
  }

  @Public()
  @Get('person/id/:person_id')
  @ApiOperation({ summary: 'What a person plays; of several sports the first' })
  @ApiOkResponse({ type: PlayerView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async getByPerson(@PathNumber('person_id') personId: number, @Sees() visibility: Visibility): Promise<PlayerView> {
    const players = (await this.players.listByPersons([personId], visibility)).get(personId);
    if (!players) throw new NotFound('Player of person', personId);
    return playerView(players[0]);
  }

  @Public()
  @Get('id/:player_id/person')
  @ApiOperation({ summary: 'The person a player is' })
  @ApiOkResponse({ type: PersonView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async person(@PathNumber('player_id') id: number, @Sees() visibility: Visibility): Promise<PersonView> {
    const { person } = await this.players.get(id, visibility);
    if (!person) throw new NotFound('Person of player', id);
    return personView(person);
  }

  @Public()
  @Get('id/:player_id/career')
  @ApiOperation({ summary: 'Where a player has played' })
  @ApiOkResponse({ type: PlayerCareerView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async career(@PathNumber('player_id') id: number, @Sees() visibility: Visibility): Promise<PlayerCareerView> {
    return careerView(await this.careers.get(id, visibility));
  }

  @Public()
  @Get('id/:player_id/in-tournament/:tournament_id')
  @ApiOperation({ summary: 'A player as seen from one tournament' })
  @ApiOkResponse({ type: PlayerInTournamentView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async inTournament(
    @PathNumber('player_id') id: number,
    @PathNumber('tournament_id') tournamentId: number,
    @Sees() visibility: Visibility,
  ): Promise<PlayerInTournamentView> {
    return playerInTournamentView(await this.careers.getInTournament(id, tournamentId, visibility));
  }

  @Write()
  @Post('add-person-to-sport')
  @ApiOperation({ summary: 'Make a person a player of a sport' })
  @ApiOkResponse({ type: PlayerView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  @ApiConflictResponse({ description: 'The person plays it already', type: ErrorResponse })
  async addToSport(@Body() body: AddPersonToSportBody): Promise<PlayerView> {
    return playerView(await this.players.addToSport(body.values()));
  }

  @Write()
  @Delete('remove-person-from-sport/personid/:person_id/sportid/:sport_id')
  @ApiOperation({ summary: 'End what a person plays, with all it took part in' })
  @ApiOkResponse({ type: RemovedView })
  @ApiNotFoundResponse({ type: ErrorResponse })
  async removeFromSport(
    @PathNumber('person_id') personId: number,
    @PathNumber('sport_id') sportId: number,
  ): Promise<RemovedView> {
    await this.players.removeFromSport(personId, sportId);
    return { success: true, message: 'Player removed from sport' };
  }
}
