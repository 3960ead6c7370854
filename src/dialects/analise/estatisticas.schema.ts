import { ApiProperty } from '@nestjs/swagger';
import { CLASSIFICACOES, type Classificacao, type Metrica } from './analise.words.js';

export class EstatisticaMetrica {
  @ApiProperty({
    type: Number,
    nullable: true,
    minimum: 0,
    example: 5.88,
    description: 'Por jogo, com mais peso para os recentes; null quando nenhum jogo da amostra informa',
  })
  media: number | null;

  @ApiProperty({ minimum: 0, example: 0.32, description: 'Coeficiente de variação; 1 quando não se aplica' })
  cv: number;

  @ApiProperty({ enum: CLASSIFICACOES, example: 'Moderado' })
  classificacao: Classificacao;

  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100, example: 57 })
  estabilidade: number;
}

export class EstatisticaFeitos {
  @ApiProperty({ type: EstatisticaMetrica })
  feitos: EstatisticaMetrica;

  @ApiProperty({ type: EstatisticaMetrica })
  sofridos: EstatisticaMetrica;
}

export class EstatisticasTime implements Record<Metrica, EstatisticaFeitos | EstatisticaMetrica> {
  @ApiProperty({ type: EstatisticaFeitos })
  escanteios: EstatisticaFeitos;

  @ApiProperty({ type: EstatisticaFeitos })
  gols: EstatisticaFeitos;

  @ApiProperty({ type: EstatisticaFeitos })
  finalizacoes: EstatisticaFeitos;

  @ApiProperty({ type: EstatisticaFeitos })
  finalizacoes_gol: EstatisticaFeitos;

  @ApiProperty({ type: EstatisticaMetrica })
  cartoes_amarelos: EstatisticaMetrica;

  @ApiProperty({ type: EstatisticaMetrica })
  faltas: EstatisticaMetrica;
}

export class TimeComEstatisticas {
  @ApiProperty({ example: '4dsgumo7d4zupm2ugsvm4zm4d' })
  id: string;

  @ApiProperty({ example: 'Arsenal' })
  nome: string;

  @ApiProperty({ type: String, nullable: true })
  escudo: string | null;

  @ApiProperty({ type: EstatisticasTime })
  estatisticas: EstatisticasTime;

  @ApiProperty({ enum: ['W', 'D', 'L'], isArray: true, description: 'Resultados da amostra, o mais recente primeiro' })
  recent_form: ('W' | 'D' | 'L')[];
}
