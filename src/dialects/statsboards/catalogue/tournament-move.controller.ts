import { type ArgumentsHost, Body, Catch, type ExceptionFilter, Post, UseFilters } from '@nestjs/common';
import { ApiConflictResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { MembersInConflict, TournamentMoveService } from '#modules/competitions/index.js';
import { AdminOnly } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { ErrorResponse } from '../statsboards.schema.js';
import { TournamentMoveBody } from './tournament-move.body.js';
import {
  MoveConflictsView,
  moveConflictsView,
  tournamentMoveView,
  TournamentMoveView,
} from './tournament-move.view.js';

class MembersInConflictDetail {
  @ApiProperty()
  message: string;

  @ApiProperty({ type: MoveConflictsView })
  conflicts: MoveConflictsView;
}

class MembersInConflictResponse {
  @ApiProperty({ type: MembersInConflictDetail })
  detail: MembersInConflictDetail;
}

/** The one error whose `detail` is no text: the client lists the conflicts. */
@Catch(MembersInConflict)
class MembersInConflictFilter implements ExceptionFilter<MembersInConflict> {
  catch({ message, conflicts }: MembersInConflict, host: ArgumentsHost): void {
    const body: MembersInConflictResponse = { detail: { message, conflicts: moveConflictsView(conflicts) } };
    void host.switchToHttp().getResponse<FastifyReply>().status(409).send(body);
  }
}

@StatsboardsController({ path: 'tournaments/id/:tournament_id', tag: 'tournaments' })
export class TournamentMoveController {
  constructor(private readonly tournaments: TournamentMoveService) {}

  @AdminOnly()
  @Post('move-sport')
  @UseFilters(new MembersInConflictFilter())
  @ApiOperation({ summary: 'Move a tournament with its teams and players to another sport' })
  @ApiOkResponse({ type: TournamentMoveView })
  @ApiNotFoundResponse({ description: 'There is no such tournament or sport', type: ErrorResponse })
  @ApiConflictResponse({ description: 'Teams or players that cannot come along', type: MembersInConflictResponse })
  async move(@PathNumber('tournament_id') id: number, @Body() body: TournamentMoveBody): Promise<TournamentMoveView> {
    return tournamentMoveView(await this.tournaments.move(body.moveOf(id)));
  }
}
