import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { AnaliseController } from './analise.controller-decorator.js';
import { AnaliseAnswers } from './answers.js';
import { TTL } from './cache-policy.js';
import { type Client, ThisClient } from './client.js';
import { CompeticaoListResponse } from './competicoes.schema.js';
import type { Answer } from './qualified-answer.js';

@AnaliseController({
  path: 'competicoes',
  tag: 'competicoes',
  maxAgeSeconds: TTL.competicoes,
  failure: 'Erro ao buscar lista de competições',
  missing: () => 'Nenhuma competição encontrada',
})
export class CompeticoesController {
  constructor(private readonly answers: AnaliseAnswers) {}

  @Get()
  @ApiOperation({ summary: 'Competições de futebol, cada temporada por si, a mais recente primeiro' })
  @ApiOkResponse({ type: CompeticaoListResponse })
  list(@ThisClient() client: Client): Promise<Answer<CompeticaoListResponse>> {
    return this.answers.competicoes(client);
  }
}
