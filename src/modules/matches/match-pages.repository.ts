import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Page } from '#core/kernel/page.js';
import { sportKindSql } from '#modules/competitions/index.js';
import type { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { visibleMatches } from './match-conditions.js';
import type { MatchFilter, MatchOrder, MatchOwner, MatchPosition } from './match.row.js';
import { MATCH_COLUMNS, type StoredMatch } from './matches.repository.js';

export type OwnedMatch = StoredMatch & { ownerId: number };

interface Condition {
  sql: string;
  params: unknown[];
}

const OWNED_BY: Record<MatchOwner, string> = {
  team: '(m.team_a_id = o.id or m.team_b_id = o.id)',
  tournament: 'm.tournament_id = o.id',
};
/** Stands for the owner of all matches. */
export const NO_OWNER = 0;

@Injectable()
export class MatchPagesRepository {
  constructor(private readonly em: EntityManager) {}

  /**
   * The same page for each owner, or of all matches, in one statement: up to one row more than the page, in the order of
   * reading, which is backwards for a backward page.
   */
  async list(
    owner: MatchOwner | undefined,
    ownerIds: readonly number[],
    filter: MatchFilter,
    { limit, direction, from }: Page<MatchPosition>,
    order: MatchOrder,
  ): Promise<OwnedMatch[]> {
    const descending = (order === 'kickoff-descending') !== (direction === 'backward');
    const way = descending ? 'desc' : 'asc';
    const where = conditions(filter);
    const wanted = `${owner ? OWNED_BY[owner] : 'true'} and ${where.sql}`;
    const scan = (source: string, position: Condition): Condition => ({
      sql: `(select m.* from ${source} and ${position.sql} order by m.kickoff_at ${way}, m.id ${way} limit ?)`,
      params: [...where.params, ...position.params, limit + 1],
    });
    const positions = beyond(from, descending);
    const scans = isRare(owner, filter)
      ? [scan(`(select m.* from match m where ${wanted} offset 0) m where true`, anyOf(positions))]
      : positions.map((position) => scan(`match m where ${wanted}`, position));
    return this.em.execute<OwnedMatch[]>(
      `select o.id as "ownerId", ${MATCH_COLUMNS} from unnest(array[?]::int[]) as o(id) cross join lateral (
         select * from (${scans.map(({ sql }) => sql).join(' union all ')}) u
         order by u.kickoff_at ${way}, u.id ${way} limit ?
       ) m order by m.kickoff_at ${way}, m.id ${way}`,
      [owner ? ownerIds : [NO_OWNER], ...scans.flatMap(({ params }) => params), limit + 1],
    );
  }

  /** How many matches each owner has, or how many there are, in one statement. */
  async count(
    owner: MatchOwner | undefined,
    ownerIds: readonly number[],
    filter: MatchFilter,
  ): Promise<{ ownerId: number; count: number }[]> {
    const where = conditions(filter);
    return this.em.execute<{ ownerId: number; count: number }[]>(
      `select o.id as "ownerId", p.count from unnest(array[?]::int[]) as o(id) cross join lateral (
         select count(*)::int as count from match m where ${owner ? OWNED_BY[owner] : 'true'} and ${where.sql}
       ) p`,
      [owner ? ownerIds : [NO_OWNER], ...where.params],
    );
  }
}

/**
 * Whether few of all matches may pass, so that they are best found first and sorted then. PostgreSQL would walk the index
 * of kickoffs in the hope of filling the page early: past all seasons before the one asked for, or to the end when a text
 * is found nowhere. `offset 0` keeps it from that.
 */
function isRare(owner: MatchOwner | undefined, { text, teamId, season }: MatchFilter): boolean {
  return (
    owner === 'team' || teamId !== undefined || season !== undefined || substringPattern(text, 'text') !== undefined
  );
}

function anyOf(conditions: readonly Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' or ')})`,
    params: conditions.flatMap(({ params }) => params),
  };
}

/**
 * Matches after a position in the order of reading. PostgreSQL puts a missing kickoff last when ascending and first when
 * descending. Two conditions are two scans of an index that each start at the right place; joined by \`or\` they would be
 * one scan from its beginning.
 */
function beyond(from: MatchPosition | undefined, descending: boolean): Condition[] {
  if (!from) return [{ sql: 'true', params: [] }];
  const { kickoffAt, id } = from;
  if (kickoffAt !== null) {
    const dated = {
      sql: `(m.kickoff_at, m.id) ${descending ? '<' : '>'} (?::timestamptz, ?)`,
      params: [kickoffAt, id],
    };
    return descending ? [dated] : [dated, { sql: 'm.kickoff_at is null', params: [] }];
  }
  if (!descending) return [{ sql: 'm.kickoff_at is null and m.id > ?', params: [id] }];
  return [
    { sql: 'm.kickoff_at is null and m.id < ?', params: [id] },
    { sql: 'm.kickoff_at is not null', params: [] },
  ];
}

/** What a list of matches leaves out. */
function conditions(filter: MatchFilter): Conditions {
  return visibleMatches(filter.visibility ?? {})
    .when(
      filter.sport,
      `m.tournament_id in (select t.id from tournament t join sport s on s.id = t.sport_id where ${sportKindSql('s')} = ?)
       or m.tournament_id is null
          and m.team_a_id in (select a.id from team a join sport s on s.id = a.sport_id where ${sportKindSql('s')} = ?)`,
    )
    .when(filter.tournamentId, 'm.tournament_id = ?')
    .when(
      filter.season,
      'm.tournament_id in (select t.id from tournament t join season e on e.id = t.season_id where e.year = ?)',
    )
    .when(filter.teamId, 'm.team_a_id = ? or m.team_b_id = ?')
    .when(filter.statuses, 'm.status = any(array[?]::text[])')
    .when(filter.from, 'm.kickoff_at >= ?')
    .when(filter.to, 'm.kickoff_at < ?')
    .when(
      substringPattern(filter.text, 'text'),
      `m.team_a_id = any(array(select id from team where title ilike ?))
       or m.team_b_id = any(array(select id from team where title ilike ?))
       or m.tournament_id = any(array(select id from tournament where title ilike ?))
       or m.venue ilike ? or m.referee ilike ?`,
    );
}
