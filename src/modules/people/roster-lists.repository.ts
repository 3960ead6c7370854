import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Page } from '#core/kernel/page.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import {
  ENTRY,
  named,
  orderOf,
  personOf,
  playerJson,
  type StoredPerson,
  visiblePlayers,
} from './people-sql.repository.js';
import type { NamePosition } from './person.row.js';
import type { PlayerRow } from './player.row.js';
import type { FullEntry, NamedEntry, RosterFilter, RosterOrder } from './roster-entry.row.js';

type StoredFull = Omit<FullEntry, 'player'> & { player: (PlayerRow & { person: StoredPerson | null }) | null };

/** What lists are searched and sorted by. */
const FROM = `player_team_tournament e
  left join player pl on pl.id = e.player_id
  left join person pe on pe.id = pl.person_id
  left join team t on t.id = e.team_id
  left join position po on po.id = e.position_id`;

const NAMED = `${ENTRY.select('e')}, pe.first_name as "firstName", pe.second_name as "secondName",
  pe.person_photo_url as "photoUrl", pe.person_photo_icon_url as "photoIconUrl",
  t.title as "teamTitle", po.title as "positionTitle"`;

const FULL = `${ENTRY.select('e')},
  case when pl.id is not null then ${playerJson('pl', 'pe')} end as player,
  case when t.id is not null then jsonb_build_object(
    'id', t.id, 'eeslId', t.team_eesl_id, 'title', t.title, 'city', t.city, 'description', t.description,
    'logoUrl', t.team_logo_url, 'logoIconUrl', t.team_logo_icon_url, 'logoWebUrl', t.team_logo_web_url,
    'color', t.team_color, 'sportId', t.sport_id) end as team,
  case when c.id is not null then jsonb_build_object(
    'id', c.id, 'title', c.title, 'seasonId', c.season_id, 'sportId', c.sport_id) end as tournament,
  case when po.id is not null then jsonb_build_object(
    'id', po.id, 'title', po.title, 'category', po.category, 'sportId', po.sport_id) end as position`;
const FROM_FULL = `${FROM} left join tournament c on c.id = e.tournament_id`;

const ORDER: Readonly<Record<RosterOrder, string>> = {
  id: 'e.id',
  eeslId: 'e.player_team_tournament_eesl_id',
  playerId: 'e.player_id',
  teamId: 'e.team_id',
  tournamentId: 'e.tournament_id',
  positionId: 'e.position_id',
  number: 'e.player_number',
  firstName: 'pe.first_name',
  secondName: 'pe.second_name',
  teamTitle: 't.title',
  positionTitle: 'po.title',
};

const BY_NAME = 'pe.second_name, pe.first_name, e.id';

/** Rosters, each entry with what it names. */
@Injectable()
export class RosterListsRepository {
  constructor(private readonly em: EntityManager) {}

  async tournamentExists(id: number): Promise<boolean> {
    const sql = 'select exists (select from tournament where id = ?) as known';
    return (await this.em.execute<[{ known: boolean }]>(sql, [id]))[0].known;
  }

  async page(
    filter: RosterFilter,
    { orderBy, ascending, ...range }: SortedRange<RosterOrder>,
  ): Promise<Listing<NamedEntry>> {
    const order = orderOf(ORDER, orderBy.length > 0 ? orderBy : ['secondName'], ascending, 'e.id');
    return readListing<NamedEntry>(this.em, { columns: NAMED, from: FROM, where: conditions(filter), order }, range);
  }

  async pageFull(
    filter: RosterFilter,
    { orderBy, ascending, ...range }: SortedRange<RosterOrder>,
  ): Promise<Listing<FullEntry>> {
    const order = orderOf(ORDER, orderBy.length > 0 ? orderBy : ['secondName'], ascending, 'e.id');
    const query = { columns: FULL, from: FROM_FULL, where: conditions(filter), order };
    const { items, total } = await readListing<StoredFull>(this.em, query, range);
    return { items: items.map(fullEntry), total };
  }

  /** All entries that meet the filter, by the player's family name, then first name. */
  async listFull(filter: RosterFilter): Promise<FullEntry[]> {
    const where = conditions(filter);
    const sql = `select ${FULL} from ${FROM_FULL} where ${where.sql} order by ${BY_NAME}`;
    return (await this.em.execute<StoredFull[]>(sql, where.params)).map(fullEntry);
  }

  /** Up to one row more than the page, in the order of reading; an entry without a person has empty names. */
  async slice(filter: RosterFilter, { limit, direction, from }: Page<NamePosition>): Promise<NamedEntry[]> {
    const where = conditions(filter);
    const [beyond, order] = direction === 'forward' ? ['>', 'asc'] : ['<', 'desc'];
    const keys = [`coalesce(pe.second_name, '')`, `coalesce(pe.first_name, '')`, 'e.id'];
    return this.em.execute<NamedEntry[]>(
      `select ${NAMED} from ${FROM} where ${where.sql} ${from ? `and (${keys.join(', ')}) ${beyond} (?, ?, ?)` : ''}
       order by ${keys.map((key) => `${key} ${order}`).join(', ')} limit ?`,
      [...where.params, ...(from ? [from.secondName, from.firstName, from.id] : []), limit + 1],
    );
  }

  async count(filter: RosterFilter): Promise<number> {
    const where = conditions(filter);
    const sql = `select count(*)::int as count from ${FROM} where ${where.sql}`;
    return (await this.em.execute<[{ count: number }]>(sql, where.params))[0].count;
  }
}

function conditions({ id, tournamentId, teamId, unassigned, text, teamTitle, visibility }: RosterFilter): Conditions {
  const where = new Conditions()
    .when(id, 'e.id = ?')
    .when(tournamentId, 'e.tournament_id = ?')
    .when(teamId, 'e.team_id = ?')
    .when(unassigned, '(e.team_id is null) = ?')
    .when(substringPattern(teamTitle, 'teamTitle'), 't.title ilike ?');
  return visiblePlayers(named(where, text, 'pe'), visibility);
}

const fullEntry = (row: StoredFull): FullEntry => ({
  ...row,
  player: row.player && { ...row.player, person: row.player.person && personOf(row.player.person) },
});
