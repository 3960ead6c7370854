import { ApiProperty } from '@nestjs/swagger';

export class ErroDeParametro {
  @ApiProperty({ description: 'Nome do parâmetro', example: 'filtro' })
  parametro: string;

  @ApiProperty({ description: 'O que está errado', example: "filtro inválido: deve ser 'geral', '5' ou '10'" })
  mensagem: string;
}

export class ErroResponse {
  @ApiProperty({ description: 'Descrição do erro' })
  detail: string;

  @ApiProperty({ type: [ErroDeParametro], required: false, description: 'Somente em erros 400: um item por parâmetro' })
  errors?: ErroDeParametro[];
}
