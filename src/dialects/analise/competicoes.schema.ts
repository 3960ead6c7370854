import { ApiProperty } from '@nestjs/swagger';

export class CompeticaoInfo {
  @ApiProperty({ example: '51r6ph2woavlbbpk8f29nynf8' })
  id: string;

  @ApiProperty({ example: 'Premier League 2025/26' })
  nome: string;

  @ApiProperty({ example: 'Inglaterra' })
  pais: string;

  @ApiProperty({ enum: ['Liga', 'Copa'], example: 'Liga' })
  tipo: 'Liga' | 'Copa';
}

export class CompeticaoListResponse {
  @ApiProperty({ type: 'integer', minimum: 0, example: 2 })
  total: number;

  @ApiProperty({ type: [CompeticaoInfo] })
  competicoes: CompeticaoInfo[];
}
