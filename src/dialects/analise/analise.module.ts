import { CacheModule } from '@nestjs/cache-manager';
import { Module } from '@nestjs/common';
import { AnalysisModule } from '#modules/analysis/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { ProvidersModule } from '#modules/providers/index.js';
import { memoryStore } from '#platform/cache/memory-store.js';
import { AnaliseCors } from './analise.cors.js';
import { shapeAnaliseErrors } from './analise.errors.js';
import { AnaliseAnswers } from './answers.js';
import { CacheInvalidation } from './cache-invalidation.js';
import { CompeticoesController } from './competicoes.controller.js';
import { EscudoController } from './escudo.controller.js';
import { PartidaController } from './partida.controller.js';
import { PartidasController } from './partidas.controller.js';
import { ResponseCache } from './response-cache.js';

/** Answers kept at a time; the two about a match take about 10 KB. */
const CACHE_CAPACITY = 2_000;

@Module({
  imports: [
    AnalysisModule,
    MatchesModule,
    ProvidersModule,
    CacheModule.registerAsync({ useFactory: () => ({ stores: memoryStore(CACHE_CAPACITY) }) }),
  ],
  controllers: [PartidasController, PartidaController, CompeticoesController, EscudoController],
  providers: [AnaliseAnswers, AnaliseCors, CacheInvalidation, ResponseCache],
})
export class AnaliseModule {
  constructor() {
    shapeAnaliseErrors();
  }
}
