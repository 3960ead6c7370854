import { Args, Query, Resolver } from '@nestjs/graphql';
import { Public } from '#platform/auth/public.js';
import { type Connection, ConnectionArgs, connectionOf, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { namePosition } from './account.input.js';
import { RoleConnectionObject, RoleObject } from './role.object.js';
import type { RoleRow } from './role.row.js';
import { RolesService } from './roles.service.js';

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
}
