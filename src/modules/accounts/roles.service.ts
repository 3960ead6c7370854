import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { checkTexts } from '#core/kernel/texts.js';
import { explaining } from '#platform/database/constraints.js';
import type { RoleOrder, RolePosition, RoleRow } from './role.row.js';
import { RolesRepository } from './roles.repository.js';

const LONGEST = { name: 50, description: 255 };
const SHORTEST_NAME = 2;

/** What users may be given. */
@Injectable()
export class RolesService {
  constructor(private readonly roles: RolesRepository) {}

  /** `search` is part of the name, in any case. Throws Invalid for one of more than 100 characters. */
  list(search: string | undefined, range: SortedRange<RoleOrder>): Promise<Listing<RoleRow>> {
    return this.roles.list(search, range);
  }

  /** A page in the order of names. */
  async page(page: Page<RolePosition>): Promise<Slice<RoleRow>> {
    return sliceOf(await this.roles.page(page), page);
  }

  /** How many roles there are. */
  count(): Promise<number> {
    return this.roles.count();
  }

  /** Throws NotFound. */
  async get(id: number): Promise<RoleRow> {
    return found(await this.roles.find(id), id);
  }

  /** Throws Conflict (ROLE_NAME_TAKEN) for a name there is already, Invalid for a text that is too short or too long. */
  async create({ name, description = null }: { name: string; description?: string | null }): Promise<RoleRow> {
    checkTexts({ name, description }, LONGEST);
    if (name.trim().length < SHORTEST_NAME) {
      throw new Invalid('name', `name must have at least ${SHORTEST_NAME} characters`);
    }
    return explaining(
      { role_name_unique: () => new Conflict('ROLE_NAME_TAKEN', `Role ${name} already exists`, { name }) },
      () => this.roles.insert(name, description),
    );
  }

  /** Names stay as they are; undefined leaves the description too. Throws NotFound, Invalid. */
  async update(id: number, { description }: { description?: string | null }): Promise<RoleRow> {
    if (description === undefined) return this.get(id);
    checkTexts({ description }, LONGEST);
    return found(await this.roles.setDescription(id, description), id);
  }

  /** Throws NotFound; Conflict (ROLE_IN_USE) while users have it. */
  async delete(id: number): Promise<void> {
    if (await this.roles.deleteUnused(id)) return;
    const { name } = await this.get(id);
    throw new Conflict('ROLE_IN_USE', `Cannot delete role ${name} - role is assigned to users`, { id });
  }
}

function found(role: RoleRow | undefined, id: number): RoleRow {
  if (!role) throw new NotFound('Role', id);
  return role;
}
