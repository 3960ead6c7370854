import { ApiProperty } from '@nestjs/swagger';
import type { RoleRow } from '#modules/accounts/index.js';

export class RoleView {
  @ApiProperty({ type: 'integer', example: 1 })
  id: number;

  @ApiProperty({ example: 'admin' })
  name: string;

  @ApiProperty({ type: 'string', nullable: true, example: 'Administrator with full access' })
  description: string | null;

  @ApiProperty({ type: 'integer', example: 3, description: 'Users who have it' })
  user_count: number;
}

export const roleView = ({ id, name, description, userCount }: RoleRow): RoleView => ({
  id,
  name,
  description,
  user_count: userCount,
});
