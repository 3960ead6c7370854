import { ApiProperty } from '@nestjs/swagger';

export class EscudoResponse {
  @ApiProperty({ example: '4dsgumo7d4zupm2ugsvm4zm4d' })
  team_id: string;

  @ApiProperty({ example: 'Arsenal' })
  team_name: string;

  @ApiProperty({ example: 'https://r2.thesportsdb.com/images/media/team/badge/uyhbfe1612467038.png' })
  escudo_url: string;

  @ApiProperty({ example: 'TheSportsDB', description: 'De onde vem a imagem' })
  fonte: string;
}
