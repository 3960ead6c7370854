import { Get, Param, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { AnaliseController } from './analise.controller-decorator.js';
import { OpaqueIdPipe } from './analise.ids.js';
import { AnaliseAnswers } from './answers.js';
import { TTL } from './cache-policy.js';
import { type Client, ThisClient } from './client.js';
import { ErroResponse } from './erro.schema.js';
import { EscudoQuery } from './escudo.query.js';
import { EscudoResponse } from './escudo.schema.js';

const missing = (id: string): string => `Escudo não encontrado para time '${id}'`;

@AnaliseController({
  path: 'time/:teamId/escudo',
  tag: 'time',
  maxAgeSeconds: TTL.escudo,
  failure: 'Erro ao buscar escudo do time',
  missing,
})
export class EscudoController {
  constructor(private readonly answers: AnaliseAnswers) {}

  @Get()
  @ApiParam({ name: 'teamId', description: 'ID do time', example: '4dsgumo7d4zupm2ugsvm4zm4d' })
  @ApiOperation({ summary: 'Escudo de um time', description: 'Pelo ID; senão pelo nome' })
  @ApiOkResponse({ type: EscudoResponse })
  @ApiBadRequestResponse({ type: ErroResponse })
  @ApiNotFoundResponse({ type: ErroResponse, example: { detail: missing('4dsgumo7d4zupm2ugsvm4zm4d') } })
  show(
    @Param('teamId', OpaqueIdPipe) teamId: string,
    @Query() { nome }: EscudoQuery,
    @ThisClient() client: Client,
  ): Promise<EscudoResponse> {
    return this.answers.escudo(teamId, nome, client);
  }
}
