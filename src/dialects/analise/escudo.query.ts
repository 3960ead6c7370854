import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class EscudoQuery {
  @ApiProperty({
    required: false,
    maxLength: 100,
    example: 'Arsenal',
    description: 'Nome do time, usado quando o ID não leva a um escudo',
  })
  @IsOptional()
  @MaxLength(100, { message: 'nome inválido: deve ter até 100 caracteres' })
  @Matches(/^\P{Cc}*$/u, { message: 'nome inválido: não pode ter caracteres de controle' })
  @IsString({ message: 'nome inválido: deve ser um texto' })
  nome?: string;
}
