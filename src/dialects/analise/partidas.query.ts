import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import { isCalendarDay } from './analise.dates.js';
import { echo } from './analise.ids.js';

function invalidDay({ value }: ValidationArguments): string {
  const given = typeof value === 'string' && value !== '' ? echo(value) : 'não informada';
  return `Data inválida: ${given} (formato deve ser YYYY-MM-DD)`;
}

export class PartidasQuery {
  @ApiProperty({
    description: 'Data no formato YYYY-MM-DD, no horário de São Paulo',
    format: 'date',
    example: '2025-12-27',
  })
  @ValidateBy(
    { name: 'calendarDay', validator: { validate: (value) => typeof value === 'string' && isCalendarDay(value) } },
    { message: invalidDay },
  )
  data: string;
}
