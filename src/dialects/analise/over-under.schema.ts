import { ApiProperty } from '@nestjs/swagger';
import { CONFIANCAS, type ConfiancaLabel, METRIC_WORDS, type Metrica } from './analise.words.js';

const labels = Object.values(METRIC_WORDS).map(({ label }) => label);
const icons = Object.values(METRIC_WORDS).map(({ icon }) => icon);

export class OverUnderLinha {
  @ApiProperty({ example: 2.5 })
  line: number;

  @ApiProperty({ minimum: 0, maximum: 1, example: 0.506 })
  over: number;

  @ApiProperty({ minimum: 0, maximum: 1, example: 0.494 })
  under: number;

  @ApiProperty({ example: 0.44, description: 'Intervalo de 90% de over' })
  ci_lower: number;

  @ApiProperty({ example: 0.57 })
  ci_upper: number;

  @ApiProperty({ example: 0.065, description: 'Metade da largura do intervalo' })
  uncertainty: number;
}

export class OverUnderMetrica {
  @ApiProperty({ enum: labels, example: 'Gols' })
  label: string;

  @ApiProperty({ enum: icons, example: 'goal' })
  icon: string;

  @ApiProperty({ example: 2.7, description: 'Total esperado, o mesmo de previsoes' })
  lambda: number;

  @ApiProperty({ example: 1.8 })
  lambdaHome: number;

  @ApiProperty({ example: 0.9 })
  lambdaAway: number;

  @ApiProperty({ minimum: 0, example: 1.2, description: 'Intervalo do total esperado' })
  predMin: number;

  @ApiProperty({ example: 4.2 })
  predMax: number;

  @ApiProperty({ example: 0.9 })
  intervalLevel: number;

  @ApiProperty({ enum: ['poisson', 'negbin'] })
  distribution: 'poisson' | 'negbin';

  @ApiProperty({ type: [OverUnderLinha], minItems: 3, maxItems: 5 })
  lines: OverUnderLinha[];

  @ApiProperty({ example: 0.72, description: 'A mesma de previsoes.total' })
  confidence: number;

  @ApiProperty({ enum: CONFIANCAS })
  confidenceLabel: ConfiancaLabel;
}

const market = { type: OverUnderMetrica };

export class OverUnder implements Record<Metrica, OverUnderMetrica> {
  @ApiProperty(market) gols: OverUnderMetrica;
  @ApiProperty(market) escanteios: OverUnderMetrica;
  @ApiProperty(market) finalizacoes: OverUnderMetrica;
  @ApiProperty(market) finalizacoes_gol: OverUnderMetrica;
  @ApiProperty(market) cartoes_amarelos: OverUnderMetrica;
  @ApiProperty(market) faltas: OverUnderMetrica;
}
