import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import { checkTexts } from '#core/kernel/texts.js';
import { UsersService } from '#modules/accounts/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { refuseHidden } from '#platform/auth/hidden-rows.js';
import { explaining } from '#platform/database/constraints.js';
import type { NamePosition, PersonFilter, PersonOrder, PersonRow, PersonValues } from './person.row.js';
import { PersonsRepository } from './persons.repository.js';
import { PlayerRemovalRepository } from './player-removal.repository.js';

const LONGEST = { firstName: 100, secondName: 100, photoUrl: 500, photoIconUrl: 500, photoWebUrl: 500 };

/** People, whatever they do. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly persons: PersonsRepository,
    private readonly removal: PlayerRemovalRepository,
    private readonly users: UsersService,
  ) {}

  /** Throws NotFound, also for a private one the caller does not see. */
  async get(id: number, visibility?: Visibility): Promise<PersonRow> {
    return found(seen((await this.persons.findByIds([id])).at(0), visibility), id);
  }

  /** Throws NotFound, also for a private one the caller does not see. */
  async getByEeslId(eeslId: number, visibility?: Visibility): Promise<PersonRow> {
    return found(seen(await this.persons.findByEeslId(eeslId), visibility), eeslId);
  }

  /** Persons by their id; unknown ids, and private persons the caller does not see, have no entry. */
  async findByIds(ids: readonly number[], visibility?: Visibility): Promise<Map<number, PersonRow>> {
    const persons = (await this.persons.findByIds(ids)).filter((person) => seen(person, visibility));
    return new Map(persons.map((person) => [person.id, person]));
  }

  /** All of them by family name, then first name. */
  list(visibility?: Visibility): Promise<PersonRow[]> {
    return this.persons.list({ visibility });
  }

  /** All who are no players of the sport, by family name; nobody for a sport that does not exist. */
  listNotInSport(sportId: number, visibility?: Visibility): Promise<PersonRow[]> {
    return this.persons.list({ notInSportId: sportId, visibility });
  }

  /** By family name unless said otherwise. Throws Invalid for a search text of more than 100 characters. */
  page(filter: PersonFilter, range: SortedRange<PersonOrder>): Promise<Listing<PersonRow>> {
    return this.persons.page(filter, range);
  }

  /** A page by family name, then first name. Throws Invalid for a search text of more than 100 characters. */
  async slice(filter: PersonFilter, page: Page<NamePosition>): Promise<Slice<PersonRow>> {
    return sliceOf(await this.persons.slice(filter, page), page);
  }

  /** How many persons meet the filter. */
  count(filter: PersonFilter): Promise<number> {
    return this.persons.count(filter);
  }

  /**
   * A new person; with the registry number of a known one, that one is changed instead. Throws Conflict for an owner
   * that does not exist, or for the number of a private one the caller does not see; Invalid for a text that is too long.
   */
  async create(values: Partial<PersonValues>, visibility: Visibility = {}): Promise<PersonRow> {
    checkTexts(values, LONGEST);
    const { eeslId } = values;
    const isRegistered = typeof eeslId === 'number';
    if (isRegistered) {
      const find = async (by: Visibility) => seen(await this.persons.findByEeslId(eeslId), by);
      await refuseHidden(visibility, find, numberTaken(eeslId));
    }
    return explaining(broken(values), () => (isRegistered ? this.persons.upsert(values) : this.persons.insert(values)));
  }

  /**
   * Changes what is given. Throws as `get`; Conflict for the registry number of another person or an owner that does not
   * exist; Invalid for a text that is too long.
   */
  async update(id: number, values: Partial<PersonValues>, visibility: Visibility = {}): Promise<PersonRow> {
    checkTexts(values, LONGEST);
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await explaining(broken(values), () => this.persons.update(id, values)), id);
  }

  /**
   * With the player in every sport and the account; plays stay, without the person. Throws NotFound; Conflict
   * (LAST_ADMINISTRATOR) when the account is the last that can administer the server.
   */
  async delete(id: number): Promise<void> {
    const deleted = await this.users.keepingAnAdmin(async () => {
      await this.removal.remove(await this.removal.listPlayerIds(id));
      return this.persons.delete(id);
    });
    if (!deleted) throw new NotFound('Person', id);
  }
}

function found(person: PersonRow | undefined, id: number): PersonRow {
  if (!person) throw new NotFound('Person', id);
  return person;
}

function seen(person: PersonRow | undefined, { onlyOwner }: Visibility = {}): PersonRow | undefined {
  return person?.isPrivate && onlyOwner !== undefined && person.ownerUserId !== onlyOwner ? undefined : person;
}

const numberTaken =
  (eeslId: number | null = null) =>
  (): Error =>
    new Conflict('PERSON_EESL_ID_TAKEN', `A person with EESL id ${eeslId} already exists`, { eeslId });

const broken = ({ eeslId, ownerUserId = null }: Partial<PersonValues>) => ({
  person_person_eesl_id_unique: numberTaken(eeslId),
  person_owner_user_id_foreign: () =>
    new Conflict('UNKNOWN_REFERENCE', `User ${ownerUserId} does not exist`, { field: 'ownerUserId', id: ownerUserId }),
});
