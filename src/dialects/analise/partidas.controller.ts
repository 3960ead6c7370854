import { Get, Query } from '@nestjs/common';
import { ApiBadRequestResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AnaliseController } from './analise.controller-decorator.js';
import { AnaliseAnswers } from './answers.js';
import { TTL } from './cache-policy.js';
import { type Client, ThisClient } from './client.js';
import { ErroResponse } from './erro.schema.js';
import { PartidaListResponse } from './partida.schema.js';
import { PartidasQuery } from './partidas.query.js';
import type { Answer } from './qualified-answer.js';

@AnaliseController({
  path: 'partidas',
  tag: 'partidas',
  maxAgeSeconds: TTL.partidas,
  isEmpty: (day: Partial<PartidaListResponse>) => day.partidas?.length === 0,
  failure: 'Erro ao buscar partidas da VStats API',
  missing: () => 'Nenhuma partida encontrada',
})
export class PartidasController {
  constructor(private readonly answers: AnaliseAnswers) {}

  @Get()
  @ApiOperation({ summary: 'Partidas de uma data', description: 'De todas as competições, por horário' })
  @ApiOkResponse({ type: PartidaListResponse })
  @ApiBadRequestResponse({
    type: ErroResponse,
    example: { detail: 'Data inválida: 2025-13-01 (formato deve ser YYYY-MM-DD)' },
  })
  list(@Query() { data }: PartidasQuery, @ThisClient() client: Client): Promise<Answer<PartidaListResponse>> {
    return this.answers.partidas(data, client);
  }
}
