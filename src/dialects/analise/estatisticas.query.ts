import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { SampleRequest, SampleVenue } from '#modules/analysis/index.js';

const LIMIT = { geral: 50, '5': 5, '10': 10 } as const;
const PERIOD = { integral: 'full', '1T': 'first_half', '2T': 'second_half' } as const;
const VENUE = { casa: 'home', fora: 'away' } as const;
const DEBUG = ['0', '1', 'false', 'true'] as const;

export type Filtro = keyof typeof LIMIT;
export type Periodo = keyof typeof PERIOD;
export type Mando = keyof typeof VENUE;

export const FILTROS: readonly Filtro[] = ['geral', '5', '10'];
export const PERIODOS: readonly Periodo[] = ['integral', '1T', '2T'];
export const MANDOS: readonly Mando[] = ['casa', 'fora'];

const choice = (name: string, text: string) => ({ message: `${name} inválido: deve ser ${text}` });

export class EstatisticasQuery {
  @ApiProperty({
    required: false,
    enum: FILTROS,
    default: 'geral',
    description: 'Quantidade máxima de jogos disputados por time: geral (até 50), 5 ou 10',
  })
  @IsOptional()
  @IsIn(FILTROS, choice('filtro', "'geral', '5' ou '10'"))
  filtro: Filtro = 'geral';

  @ApiProperty({ required: false, enum: PERIODOS, default: 'integral', description: 'Recorte do jogo' })
  @IsOptional()
  @IsIn(PERIODOS, choice('periodo', "'integral', '1T' ou '2T'"))
  periodo: Periodo = 'integral';

  @ApiProperty({ required: false, enum: MANDOS, description: 'Somente jogos do mandante em casa ou fora' })
  @IsOptional()
  @IsIn(MANDOS, choice('home_mando', "'casa' ou 'fora'"))
  home_mando?: Mando;

  @ApiProperty({ required: false, enum: MANDOS, description: 'Somente jogos do visitante em casa ou fora' })
  @IsOptional()
  @IsIn(MANDOS, choice('away_mando', "'casa' ou 'fora'"))
  away_mando?: Mando;
}

export class AnaliseQuery extends EstatisticasQuery {
  @ApiProperty({
    required: false,
    enum: DEBUG,
    default: '0',
    description: 'Inclui debug_amostra (IDs, datas e pesos do recorte); a resposta não passa pelo cache',
  })
  @IsOptional()
  @IsIn(DEBUG, choice('debug', "'0', '1', 'false' ou 'true'"))
  debug: (typeof DEBUG)[number] = '0';
}

const venue = (mando?: Mando): SampleVenue | null => (mando ? VENUE[mando] : null);

export function sampleRequest({ filtro, periodo, home_mando, away_mando }: EstatisticasQuery): SampleRequest {
  return {
    limit: LIMIT[filtro],
    period: PERIOD[periodo],
    homeVenue: venue(home_mando),
    awayVenue: venue(away_mando),
  };
}

export const wantsDebug = ({ debug }: { debug?: unknown }): boolean => debug === '1' || debug === 'true';
