import { ApiProperty } from '@nestjs/swagger';
import { CONFIANCAS, type ConfiancaLabel, type Metrica } from './analise.words.js';

export class Previsao {
  @ApiProperty({ minimum: 0, example: 1.8, description: 'Valor esperado; home + away = total' })
  valor: number;

  @ApiProperty({ minimum: 0, maximum: 1, example: 0.75 })
  confianca: number;

  @ApiProperty({ enum: CONFIANCAS, example: 'Alta', description: 'Alta a partir de 0,70; Média a partir de 0,50' })
  confiancaLabel: ConfiancaLabel;
}

export class PrevisaoMetrica {
  @ApiProperty({ type: Previsao })
  home: Previsao;

  @ApiProperty({ type: Previsao })
  away: Previsao;

  @ApiProperty({ type: Previsao })
  total: Previsao;
}

const previsao = { type: PrevisaoMetrica };

export class Previsoes implements Record<Metrica, PrevisaoMetrica> {
  @ApiProperty(previsao) gols: PrevisaoMetrica;
  @ApiProperty(previsao) escanteios: PrevisaoMetrica;
  @ApiProperty(previsao) finalizacoes: PrevisaoMetrica;
  @ApiProperty(previsao) finalizacoes_gol: PrevisaoMetrica;
  @ApiProperty(previsao) cartoes_amarelos: PrevisaoMetrica;
  @ApiProperty(previsao) faltas: PrevisaoMetrica;
}
