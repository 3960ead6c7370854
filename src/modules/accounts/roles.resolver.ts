import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/public.js';
import { Requires } from '#platform/auth/requires.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { namePosition } from './account.input.js';
import { RoleConnectionObject, RoleObject } from './role.object.js';
import type { RoleRow } from './role.row.js';
import { RolesService } from './roles.service.js';

const RoleId = (): ParameterDecorator =>
  Args('id', { type: () => ID, description: 'Number of the role.' }, ParseIdPipe);
const DESCRIPTION = { type: () => String, nullable: true, description: 'What it stands for, up to 255 characters.' };

@Resolver(() => RoleObject)
export class RolesResolver {
  constructor(private readonly service: RolesService) {}

  @Public()
  @Query(() => RoleConnectionObject, { description: 'Roles in the order of their names.' })
  async roles(@Args() args: ConnectionArgs): Promise<Connection<RoleRow>> {
    const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, namePosition));
    const cursorOf = ({ name, id }: RoleRow): string => encodeCursor([name, id]);
    return connectionOf(await this.service.page(page), cursorOf, () => this.service.count());
  }

  @Requires('admin')
  @Mutation(() => RoleObject, { description: 'Makes a role. Codes: ROLE_NAME_TAKEN, INVALID_ARGUMENT.' })
  async createRole(
    @Args('name', { type: () => String, description: '2 to 50 characters; cannot be changed later.' }) name: string,
    @Args('description', DESCRIPTION) description: string | null,
  ): Promise<RoleRow> {
    return this.service.create({ name, description });
  }

  @Requires('admin')
  @Mutation(() => RoleObject, { description: 'Says what a role stands for. Codes: ROLE_NOT_FOUND, INVALID_ARGUMENT.' })
  async describeRole(
    @RoleId() id: number,
    @Args('description', DESCRIPTION) description: string | null,
  ): Promise<RoleRow> {
    return this.service.update(id, { description: description ?? null });
  }

  @Requires('admin')
  @Mutation(() => ID, {
    description: 'Deletes a role that nobody has. Returns the id. Codes: ROLE_NOT_FOUND, ROLE_IN_USE.',
  })
  async deleteRole(@RoleId() id: number): Promise<number> {
    await this.service.delete(id);
    return id;
  }
}
