import { Field, ID, InputType } from '@nestjs/graphql';
import { parseOptionalId } from '#platform/graphql/parse-id.js';
import type { RolePosition } from './role.row.js';
import type { NewUser, UserFilter, UserPosition } from './user.row.js';

@InputType('RegisterInput', { description: 'A new account.' })
export class RegisterInput {
  @Field(() => String, { description: '3 to 100 characters; cannot be changed later.' })
  username: string;

  @Field(() => String, { description: 'E-mail address.' })
  email: string;

  @Field(() => String, { description: 'At least 6 characters.' })
  password: string;

  @Field(() => ID, { nullable: true, description: 'The person the user is.' })
  personId?: string | null;
}

/** Throws Invalid for a malformed id. */
export const newUser = ({ username, email, password, personId }: RegisterInput): NewUser => ({
  username,
  email,
  password,
  personId: parseOptionalId(personId, 'input.personId') ?? null,
});

@InputType('UserFilter', { description: 'Which users to list: those that meet every condition given.' })
export class UserFilterInput {
  @Field(() => String, { nullable: true, description: 'Users with this text in their name, in any case.' })
  text?: string | null;

  @Field(() => [String], { nullable: true, description: 'Users with any of these roles.' })
  roles?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Users who are online, or who are not.' })
  isOnline?: boolean | null;
}

export const userFilter = ({ text, roles, isOnline }: UserFilterInput): UserFilter => ({
  search: text ?? undefined,
  roleNames: roles ?? undefined,
  isOnline: isOnline ?? undefined,
});

/** Reads what the cursor of a user holds. */
export const userPosition = (parts: readonly unknown[]): UserPosition | undefined => {
  const position = namePosition(parts);
  return position && { username: position.name, id: position.id };
};

/** Reads what the cursor of a role holds. */
export function namePosition([name, id]: readonly unknown[]): RolePosition | undefined {
  if (typeof name !== 'string' || name.includes('\0') || !Number.isSafeInteger(id)) return undefined;
  return { name, id: id as number };
}
