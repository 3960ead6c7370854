import { applyDecorators, Get, Param, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import { AnaliseController } from './analise.controller-decorator.js';
import { OpaqueIdPipe } from './analise.ids.js';
import { StatsAnalysisResponse, StatsResponse } from './analise.schema.js';
import { AnaliseAnswers } from './answers.js';
import { TTL } from './cache-policy.js';
import { type Client, ThisClient } from './client.js';
import { ErroResponse } from './erro.schema.js';
import { AnaliseQuery, EstatisticasQuery, wantsDebug } from './estatisticas.query.js';
import type { Answer } from './qualified-answer.js';

const missing = (id: string): string => `Partida com ID '${id}' não encontrada`;

const ApiMatch = (): MethodDecorator =>
  applyDecorators(
    ApiParam({ name: 'matchId', description: 'ID da partida', example: 'f4vscquffy37afgv0arwcbztg' }),
    ApiBadRequestResponse({
      type: ErroResponse,
      example: { detail: "filtro inválido: deve ser 'geral', '5' ou '10'" },
    }),
    ApiNotFoundResponse({ type: ErroResponse, example: { detail: missing('abc123xyz') } }),
  );

@AnaliseController({
  path: 'partida/:matchId',
  tag: 'partida',
  maxAgeSeconds: TTL.stats,
  keepable: (query) => !wantsDebug(query),
  failure: 'Erro ao calcular estatísticas',
  missing,
})
export class PartidaController {
  constructor(private readonly answers: AnaliseAnswers) {}

  @Get('stats')
  @ApiMatch()
  @ApiOperation({ summary: 'Estatísticas dos dois times antes da partida' })
  @ApiOkResponse({ type: StatsResponse })
  stats(
    @Param('matchId', OpaqueIdPipe) matchId: string,
    @Query() query: EstatisticasQuery,
    @ThisClient() client: Client,
  ): Promise<Answer<Buffer>> {
    return this.answers.stats(matchId, query, client);
  }

  @Get('analysis')
  @ApiMatch()
  @ApiOperation({
    summary: 'Estatísticas, previsões e probabilidades over/under',
    description: 'Os mesmos parâmetros dão sempre os mesmos números enquanto os dados não mudam',
  })
  @ApiOkResponse({ type: StatsAnalysisResponse })
  analysis(
    @Param('matchId', OpaqueIdPipe) matchId: string,
    @Query() query: AnaliseQuery,
    @ThisClient() client: Client,
  ): Promise<Answer<Buffer>> {
    return this.answers.analise(matchId, query, client);
  }
}
