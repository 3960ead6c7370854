import { ApiProperty } from '@nestjs/swagger';

const optionalInteger = { type: 'integer', nullable: true } as const;

export class ArbitroInfo {
  @ApiProperty({ example: 'a-taylor' })
  id: string;

  @ApiProperty({ example: 'A Taylor' })
  nome: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Jogos anteriores nesta competição' })
  partidas: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Jogos anteriores na temporada, em todas as competições' })
  partidas_temporada: number;

  @ApiProperty({ minimum: 0, description: 'Por jogo, dos dois times, nesta competição' })
  media_cartoes_amarelos: number;

  @ApiProperty({ minimum: 0 })
  media_cartoes_temporada: number;

  @ApiProperty({ type: Number, nullable: true })
  media_faltas: number | null;
}

export class ClassificacaoTimeInfo {
  @ApiProperty({ type: 'integer', minimum: 1 })
  posicao: number;

  @ApiProperty({ type: 'integer' })
  pontos: number;

  @ApiProperty({ type: 'integer' })
  jogos: number;

  @ApiProperty(optionalInteger)
  saldo_gols: number | null;
}

export class H2HInfo {
  @ApiProperty({ type: 'integer', minimum: 1 })
  total_matches: number;

  @ApiProperty({ example: 2.706 })
  avg_goals_per_match: number;

  @ApiProperty({ type: 'integer', description: 'Vitórias do mandante desta partida, em casa ou fora' })
  home_wins: number;

  @ApiProperty({ type: 'integer' })
  away_wins: number;

  @ApiProperty({ type: 'integer' })
  draws: number;
}

export class ContextoTime {
  @ApiProperty({ ...optionalInteger, description: 'Dias desde o último jogo, em qualquer competição' })
  dias_descanso: number | null;

  @ApiProperty(optionalInteger)
  jogos_7d: number | null;

  @ApiProperty(optionalInteger)
  jogos_14d: number | null;

  @ApiProperty(optionalInteger)
  posicao: number | null;
}

export class ContextoPartida {
  @ApiProperty({ type: ContextoTime })
  mandante: ContextoTime;

  @ApiProperty({ type: ContextoTime })
  visitante: ContextoTime;

  @ApiProperty({ type: ClassificacaoTimeInfo, nullable: true })
  classificacao_mandante: ClassificacaoTimeInfo | null;

  @ApiProperty({ type: ClassificacaoTimeInfo, nullable: true })
  classificacao_visitante: ClassificacaoTimeInfo | null;

  @ApiProperty({ type: H2HInfo, nullable: true })
  h2h_all_comps: H2HInfo | null;

  @ApiProperty({ type: String, nullable: true, description: 'Fase da competição, quando conhecida' })
  fase: string | null;

  @ApiProperty({
    type: [String],
    example: ['classificacao', 'arbitro'],
    description:
      'periodo_fallback_integral (jogos sem dados por tempo contam inteiros), seasonstats_fallback (totais da temporada), ' +
      'dados_desatualizados (a fonte não responde), amostra_reduzida (jogos sem estatísticas ficaram de fora), classificacao (força dos adversários), arbitro',
  })
  ajustes_aplicados: string[];
}
