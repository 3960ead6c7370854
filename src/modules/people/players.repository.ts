import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import type { Visibility } from '#platform/auth/caller.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import type { Statement } from '#platform/database/table.js';
import {
  named,
  orderOf,
  PERSON,
  personOf,
  PLAYER,
  type StoredPerson,
  visiblePlayers,
} from './people-sql.repository.js';
import type { NamePosition } from './person.row.js';
import type {
  FullPlayer,
  NamedPlayer,
  PlayerFilter,
  PlayerOrder,
  PlayerRow,
  PlayerValues,
  PlayerWithPerson,
} from './player.row.js';

/** As the driver reads one with the person inside. */
type Stored<Player extends PlayerWithPerson> = Omit<Player, 'person'> & { person: StoredPerson | null };

const FROM = 'player pl left join person pe on pe.id = pl.person_id';
const FROM_FULL = `${FROM} left join sport sp on sp.id = pl.sport_id`;
const NAMED = `${PLAYER.select('pl')}, pe.first_name as "firstName", pe.second_name as "secondName",
  pe.person_photo_url as "photoUrl", pe.person_photo_icon_url as "photoIconUrl"`;
const WITH_PERSON = `${PLAYER.select('pl')}, case when pe.id is not null then ${PERSON.json('pe')} end as person`;
const FULL = `${WITH_PERSON},
  case when sp.id is not null then jsonb_build_object('id', sp.id, 'title', sp.title) end as sport`;

const ORDER: Readonly<Record<PlayerOrder, string>> = {
  id: 'pl.id',
  eeslId: 'pl.player_eesl_id',
  sportId: 'pl.sport_id',
  personId: 'pl.person_id',
  userId: 'pl.user_id',
  isPrivate: 'pl.isprivate',
  firstName: 'pe.first_name',
  secondName: 'pe.second_name',
};

@Injectable()
export class PlayersRepository {
  constructor(private readonly em: EntityManager) {}

  async findByIds(ids: readonly number[]): Promise<PlayerWithPerson[]> {
    return this.#withPerson(`select ${WITH_PERSON} from ${FROM} where pl.id = any(array[?]::int[])`, [ids]);
  }

  async findFull(id: number): Promise<FullPlayer | undefined> {
    return (await this.#withPerson<FullPlayer>(`select ${FULL} from ${FROM_FULL} where pl.id = ?`, [id])).at(0);
  }

  async findByEeslId(eeslId: number): Promise<PlayerWithPerson | undefined> {
    return (await this.#withPerson(`select ${WITH_PERSON} from ${FROM} where pl.player_eesl_id = ?`, [eeslId])).at(0);
  }

  async findIn(personId: number, sportId: number): Promise<PlayerRow | undefined> {
    const sql = `select ${PLAYER.select('pl')} from player pl where pl.person_id = ? and pl.sport_id = ?`;
    return (await this.em.execute<PlayerRow[]>(sql, [personId, sportId])).at(0);
  }

  /** Players of these persons, by id. */
  async listByPersons(personIds: readonly number[]): Promise<PlayerRow[]> {
    const sql = `select ${PLAYER.select('pl')} from player pl where pl.person_id = any(array[?]::int[]) order by pl.id`;
    return this.em.execute<PlayerRow[]>(sql, [personIds]);
  }

  /** All that meet the filter, by family name, then first name. */
  async list(filter: PlayerFilter): Promise<NamedPlayer[]> {
    const where = conditions(filter);
    const sql = `select ${NAMED} from ${FROM} where ${where.sql} order by pe.second_name, pe.first_name, pl.id`;
    return this.em.execute<NamedPlayer[]>(sql, where.params);
  }

  async page(
    filter: PlayerFilter,
    { orderBy, ascending, ...range }: SortedRange<PlayerOrder>,
  ): Promise<Listing<NamedPlayer>> {
    const order = orderOf(ORDER, orderBy, ascending, 'pl.id');
    return readListing<NamedPlayer>(this.em, { columns: NAMED, from: FROM, where: conditions(filter), order }, range);
  }

  async pageFull(
    filter: PlayerFilter,
    { orderBy, ascending, ...range }: SortedRange<PlayerOrder>,
  ): Promise<Listing<FullPlayer>> {
    const order = orderOf(ORDER, orderBy, ascending, 'pl.id');
    const query = { columns: FULL, from: FROM_FULL, where: conditions(filter), order };
    const { items, total } = await readListing<Stored<FullPlayer>>(this.em, query, range);
    return { items: items.map((item) => withPerson(item)), total };
  }

  /** Players of the tournament's sport who are not in it yet, by family name; none for an unknown tournament. */
  async listAvailable(tournamentId: number, visibility: Visibility | undefined): Promise<PlayerWithPerson[]> {
    const where = conditions({ visibility });
    return this.#withPerson(
      `select ${WITH_PERSON} from ${FROM}
       where pl.sport_id = (select sport_id from tournament where id = ?)
         and not exists (select from player_team_tournament e where e.player_id = pl.id and e.tournament_id = ?)
         and ${where.sql}
       order by pe.second_name, pe.first_name, pl.id`,
      [tournamentId, tournamentId, ...where.params],
    );
  }

  /** Up to one row more than the page, in the order of reading; a player without a person has empty names. */
  async slice(filter: PlayerFilter, { limit, direction, from }: Page<NamePosition>): Promise<NamedPlayer[]> {
    const where = conditions(filter);
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const keys = [`coalesce(pe.second_name, '')`, `coalesce(pe.first_name, '')`, 'pl.id'];
    return this.em.execute<NamedPlayer[]>(
      `select ${NAMED} from ${FROM} where ${where.sql} ${from ? `and (${keys.join(', ')}) ${beyond} (?, ?, ?)` : ''}
       order by ${keys.map((key) => `${key} ${order}`).join(', ')} limit ?`,
      [...where.params, ...(from ? [from.secondName, from.firstName, from.id] : []), limit + 1],
    );
  }

  async count(filter: PlayerFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from ${FROM} where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }

  /** Whether there are such a person and such a sport. */
  async exist(personId: number | null, sportId: number | null): Promise<{ person: boolean; sport: boolean }> {
    const sql = `select exists (select from person where id = ?) as person, exists (select from sport where id = ?) as sport`;
    return (await this.em.execute<[{ person: boolean; sport: boolean }]>(sql, [personId, sportId]))[0];
  }

  async insert(values: Partial<PlayerValues>): Promise<PlayerRow> {
    return this.#row(PLAYER.insert(values)) as Promise<PlayerRow>;
  }

  /** Changes the player of this registry number instead when there is one. */
  async upsert(values: Partial<PlayerValues>): Promise<PlayerRow> {
    return this.#row(PLAYER.upsert(['eeslId'], values)) as Promise<PlayerRow>;
  }

  async update(id: number, values: Partial<PlayerValues>): Promise<PlayerRow | undefined> {
    return this.#row(PLAYER.update(id, values));
  }

  async #row({ sql, params }: Statement): Promise<PlayerRow | undefined> {
    return (await this.em.execute<PlayerRow[]>(sql, params)).at(0);
  }

  async #withPerson<Player extends PlayerWithPerson = PlayerWithPerson>(
    sql: string,
    params: unknown[],
  ): Promise<Player[]> {
    return (await this.em.execute<Stored<Player>[]>(sql, params)).map((row) => withPerson<Player>(row));
  }
}

const withPerson = <Player extends PlayerWithPerson>(row: Stored<Player>): Player =>
  ({ ...row, person: row.person && personOf(row.person) }) as unknown as Player;

function conditions(filter: PlayerFilter): Conditions {
  const entered = (column: string): string =>
    `exists (select from player_team_tournament e where e.player_id = pl.id and e.${column} = ?)`;
  const where = new Conditions()
    .when(filter.sportId, 'pl.sport_id = ?')
    .when(filter.userId, 'pl.user_id = ?')
    .when(filter.isPrivate, 'pl.isprivate = ?')
    .when(filter.teamId, entered('team_id'))
    .when(filter.tournamentId, entered('tournament_id'))
    .when(filter.unassignedInId, entered('team_id is null and e.tournament_id'));
  return visiblePlayers(named(where, filter.text, 'pe'), filter.visibility);
}
