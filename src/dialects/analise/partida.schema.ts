import { ApiProperty } from '@nestjs/swagger';

export class TimeInfo {
  @ApiProperty({ example: '4dsgumo7d4zupm2ugsvm4zm4d' })
  id: string;

  @ApiProperty({ example: 'Arsenal' })
  nome: string;

  @ApiProperty({ minLength: 2, maxLength: 5, example: 'ARS' })
  codigo: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://r2.thesportsdb.com/images/media/team/badge/uyhbfe1612467038.png',
  })
  escudo: string | null;
}

export class PartidaResumo {
  @ApiProperty({ example: 'f4vscquffy37afgv0arwcbztg' })
  id: string;

  @ApiProperty({ type: String, nullable: true, description: 'Competição da partida, como em /api/competicoes' })
  tournament_id: string | null;

  @ApiProperty({ format: 'date', description: 'No horário de São Paulo', example: '2025-12-27' })
  data: string;

  @ApiProperty({ description: 'HH:MM, no horário de São Paulo', example: '17:00' })
  horario: string;

  @ApiProperty({ example: 'Premier League' })
  competicao: string;

  @ApiProperty({ type: String, nullable: true, example: 'Emirates Stadium' })
  estadio: string | null;

  @ApiProperty({ type: TimeInfo })
  mandante: TimeInfo;

  @ApiProperty({ type: TimeInfo })
  visitante: TimeInfo;
}

export class PartidaListResponse {
  @ApiProperty({ format: 'date', example: '2025-12-27' })
  data: string;

  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  total_partidas: number;

  @ApiProperty({ type: [PartidaResumo], description: 'Por horário' })
  partidas: PartidaResumo[];
}
