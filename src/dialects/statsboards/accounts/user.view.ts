import { ApiProperty } from '@nestjs/swagger';
import type { Session, UserRow } from '#modules/accounts/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { rfc3339 } from '../statsboards.dates.js';

export class UserView {
  @ApiProperty({ type: 'integer', example: 456 })
  id: number;

  @ApiProperty({ example: 'john_doe' })
  username: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    example: 'john@example.com',
    description: 'Null only in a search by others when STATSBOARDS_WRITES=authenticated',
  })
  email: string | null;

  @ApiProperty({ example: true })
  is_active: boolean;

  @ApiProperty({ type: 'integer', nullable: true, example: 123 })
  person_id: number | null;

  @ApiProperty({ type: [String], example: ['user', 'admin'] })
  roles: string[];

  @ApiProperty({ format: 'date-time', example: '2024-01-15T10:30:00.000Z' })
  created: string;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true, example: '2024-01-15T14:30:00.000Z' })
  last_online: string | null;

  @ApiProperty({ example: true })
  is_online: boolean;
}

export const userView = (user: UserRow): UserView => ({
  id: user.id,
  username: user.username,
  email: user.email,
  is_active: user.isActive,
  person_id: user.personId,
  roles: user.roles,
  created: rfc3339(user.created),
  last_online: user.lastOnline && rfc3339(user.lastOnline),
  is_online: user.isOnline,
});

/** The addresses of others are for those only who see private rows. */
export const foundUserView =
  ({ onlyOwner }: Visibility) =>
  (user: UserRow): UserView => ({
    ...userView(user),
    email: onlyOwner === undefined || onlyOwner === user.id ? user.email : null,
  });

export class TokenView {
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9...' })
  access_token: string;

  @ApiProperty({ enum: ['bearer'] })
  token_type: 'bearer';
}

export const tokenView = ({ token }: Session): TokenView => ({ access_token: token, token_type: 'bearer' });

export class RoleNamesView {
  @ApiProperty({ type: [String], example: ['user', 'admin'] })
  roles: string[];
}

export class MessageView {
  @ApiProperty({ example: 'Password changed successfully' })
  message: string;
}
