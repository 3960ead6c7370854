import { ApiProperty } from '@nestjs/swagger';
import { ArbitroInfo, ContextoPartida, H2HInfo } from './contexto.schema.js';
import { FILTROS, type Filtro, MANDOS, type Mando, type Periodo, PERIODOS } from './estatisticas.query.js';
import { TimeComEstatisticas } from './estatisticas.schema.js';
import { OverUnder } from './over-under.schema.js';
import { PartidaResumo } from './partida.schema.js';
import { Previsoes } from './previsoes.schema.js';

const count = { type: 'integer', minimum: 0 } as const;

export class DebugAmostraTime {
  @ApiProperty({ enum: ['matches', 'seasonstats_fallback'], description: 'Fonte da amostra' })
  source: 'matches' | 'seasonstats_fallback';

  @ApiProperty({ ...count, example: 10 })
  limit: number;

  @ApiProperty({ enum: PERIODOS })
  periodo: Periodo;

  @ApiProperty({ enum: MANDOS, nullable: true })
  mando: Mando | null;

  @ApiProperty(count)
  n_used: number;

  @ApiProperty({ type: [String], description: 'A mais recente primeiro' })
  match_ids: string[];

  @ApiProperty({ type: [String] })
  match_dates: string[];

  @ApiProperty({ type: [Number], description: 'Peso de cada partida, na mesma ordem' })
  weights: number[];

  @ApiProperty({ enum: ['no_matches', 'no_match_stats'], nullable: true })
  reason: 'no_matches' | 'no_match_stats' | null;
}

export class DebugAmostra {
  @ApiProperty({ type: DebugAmostraTime })
  mandante: DebugAmostraTime;

  @ApiProperty({ type: DebugAmostraTime })
  visitante: DebugAmostraTime;
}

export class StatsResponse {
  @ApiProperty({ type: PartidaResumo })
  partida: PartidaResumo;

  @ApiProperty({ enum: FILTROS })
  filtro_aplicado: Filtro;

  @ApiProperty({ ...count, description: 'n efetivo: o menor dos dois lados' })
  partidas_analisadas: number;

  @ApiProperty(count)
  partidas_analisadas_mandante: number;

  @ApiProperty(count)
  partidas_analisadas_visitante: number;

  @ApiProperty({ type: TimeComEstatisticas })
  mandante: TimeComEstatisticas;

  @ApiProperty({ type: TimeComEstatisticas })
  visitante: TimeComEstatisticas;

  @ApiProperty({ type: ArbitroInfo, nullable: true })
  arbitro: ArbitroInfo | null;

  @ApiProperty({ type: ContextoPartida })
  contexto: ContextoPartida;

  @ApiProperty({ type: H2HInfo, nullable: true })
  h2h_all_comps: H2HInfo | null;

  @ApiProperty({ description: 'Se cada lado tem ao menos 3 partidas' })
  amostra_suficiente: boolean;
}

export class StatsAnalysisResponse extends StatsResponse {
  @ApiProperty({ type: Previsoes })
  previsoes: Previsoes;

  @ApiProperty({ type: OverUnder })
  over_under: OverUnder;

  @ApiProperty({ type: DebugAmostra, required: false, description: 'Somente com debug=1' })
  debug_amostra?: DebugAmostra;
}
