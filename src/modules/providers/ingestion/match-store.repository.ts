import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { UpstreamStatLine } from '../upstream.js';
import { digestOfRow, type MatchRow, type Part, partOf, withPart } from './match-rows.js';

interface KnownMatch {
  externalId: string;
  id: number;
  digest: string | null;
}

const ROW = `r (external_id text, id int, home_id int, away_id int, tournament_id int, kickoff timestamptz, local_date date,
  status text, score_home int, score_away int, half_time_home int, half_time_away int, week int, venue text, referee text,
  digest text)`;

/** A day without a time is its first minute. */
const START_OF_DAY = `r.local_date::timestamp at time zone 'America/Sao_Paulo'`;
const SAME_DAY = `(m.kickoff_at at time zone 'America/Sao_Paulo')::date = r.local_date`;

/** What a match becomes. A result that was awarded, or a state somebody has set, is not taken back by a schedule. */
const NEXT: Readonly<Record<string, string>> = {
  team_a_id: 'r.home_id',
  team_b_id: 'r.away_id',
  tournament_id: 'coalesce(r.tournament_id, m.tournament_id)',
  match_date: `coalesce(r.kickoff, case when ${SAME_DAY} then m.match_date else ${START_OF_DAY} end)`,
  status: `case when r.status is null or r.status = 'scheduled' or m.status = 'awarded' then m.status else r.status end`,
  week: 'coalesce(r.week, m.week)',
  venue: 'coalesce(r.venue, m.venue)',
  referee: 'coalesce(r.referee, m.referee)',
  ...Object.fromEntries(
    ['score_home', 'score_away', 'half_time_home', 'half_time_away'].map((column) => [
      column,
      `case when m.status = 'awarded' then m.${column} else coalesce(r.${column}, m.${column}) end`,
    ]),
  ),
};

const COLUMNS = Object.keys(NEXT);
const UPDATE = `
  update match m set (${COLUMNS.join(', ')}) = row (${Object.values(NEXT).join(', ')})
  from jsonb_to_recordset(?::jsonb) ${ROW}
  where m.id = r.id
    and (${COLUMNS.map((column) => `m.${column}`).join(', ')}) is distinct from (${Object.values(NEXT).join(', ')})`;

const INSERT = `
  insert into match (public_id, team_a_id, team_b_id, tournament_id, match_date, status, week, venue, referee,
                     score_home, score_away, half_time_home, half_time_away)
  select r.external_id, r.home_id, r.away_id, r.tournament_id, coalesce(r.kickoff, ${START_OF_DAY}),
         coalesce(r.status, 'scheduled'), r.week, r.venue, r.referee, r.score_home, r.score_away, r.half_time_home, r.half_time_away
  from jsonb_to_recordset(?::jsonb) ${ROW}
  order by r.kickoff, r.external_id
  returning id, public_id as "externalId"`;

const COUNTS = [
  'goals',
  'corners',
  'shots',
  'shots_on_target',
  'yellow_cards',
  'red_cards',
  'fouls',
  'offsides',
  'saves',
];
const NUMBERS = [...COUNTS, 'possession', 'xg'];
const UPSERT_LINES = `
  insert into match_stat_line as l (match_id, team_id, period, ${NUMBERS.join(', ')})
  select m.id, case r.side when 'home' then m.team_a_id else m.team_b_id end, r.period, ${NUMBERS.map((name) => `r.${name}`).join(', ')}
  from jsonb_to_recordset(?::jsonb) r (side text, period text, ${COUNTS.map((name) => `${name} smallint`).join(', ')}, possession real, xg real)
  join match m on m.id = ?
  on conflict (match_id, team_id, period) do update
  set (${NUMBERS.join(', ')}) = row (${NUMBERS.map((name) => `coalesce(excluded.${name}, l.${name})`).join(', ')})
  where (${NUMBERS.map((name) => `l.${name}`).join(', ')})
    is distinct from (${NUMBERS.map((name) => `coalesce(excluded.${name}, l.${name})`).join(', ')})`;

/** Every method belongs into a transaction. */
@Injectable()
export class MatchStoreRepository {
  constructor(private readonly em: EntityManager) {}

  /**
   * Brings matches to what the provider says of them. What it said before is not written again, so that a correction of
   * ours stays until the provider says something new; only rows that differ are written, and the triggers journal them.
   */
  async store(
    source: string,
    part: Part,
    rows: readonly MatchRow[],
    teamIds: ReadonlyMap<string, number>,
    tournamentId: number | null,
    linesOf: (externalId: string) => readonly UpstreamStatLine[] = () => [],
  ): Promise<void> {
    const placed = rows
      .map((row) => ({
        ...row,
        home_id: teamIds.get(row.home),
        away_id: teamIds.get(row.away),
        tournament_id: tournamentId,
      }))
      .filter(({ home_id: home, away_id: away }) => home !== undefined && away !== undefined && home !== away);
    const known = await this.#find(
      source,
      placed.map(({ external_id: id }) => id),
    );
    const fresh = placed.filter(({ external_id: id }) => !known.has(id));
    for (const match of await this.#link(source, fresh)) known.set(match.externalId, match);
    const changed = placed.flatMap((row) => {
      const match = known.get(row.external_id);
      const digest = digestOfRow(row, linesOf(row.external_id));
      if (!match || partOf(match.digest, part) === digest) return [];
      return [{ ...row, id: match.id, digest: withPart(match.digest, part, digest) }];
    });
    const added = fresh.filter(({ external_id: id }) => !known.has(id));
    await this.#update(source, changed);
    const inserted = await this.#insert(source, part, added, linesOf);
    for (const { id, externalId } of [
      ...changed.map((row) => ({ id: row.id, externalId: row.external_id })),
      ...inserted,
    ]) {
      const lines = linesOf(externalId);
      if (lines.length > 0) await this.#storeLines(id, lines);
    }
  }

  /** Adds to the statistics of a match; does nothing when it is not known. */
  async storeLinesOf(source: string, externalId: string, lines: readonly UpstreamStatLine[]): Promise<void> {
    const match = (await this.#find(source, [externalId])).get(externalId);
    if (match && lines.length > 0) await this.#storeLines(match.id, lines);
  }

  async #find(source: string, externalIds: readonly string[]): Promise<Map<string, KnownMatch>> {
    const rows = await this.em.execute<KnownMatch[]>(
      `select r.external_id as "externalId", m.id, r.digest from external_ref r join match m on m.id = r.internal_id
       where r.source = ? and r.kind = 'match' and r.external_id in (select jsonb_array_elements_text(?::jsonb))`,
      [source, JSON.stringify(externalIds)],
    );
    return new Map(rows.map((row) => [row.externalId, row]));
  }

  /** Recognises matches that are here already: by their public id, or as an import's of these teams around that day. */
  async #link(source: string, rows: readonly object[]): Promise<KnownMatch[]> {
    if (rows.length === 0) return [];
    return this.em.execute<KnownMatch[]>(
      `with found as (
         select distinct on (m.id) m.id, r.external_id
         from jsonb_to_recordset(?::jsonb) ${ROW}
         join match m on m.public_id = r.external_id
           or (m.tournament_id = r.tournament_id and m.team_a_id = r.home_id and m.team_b_id = r.away_id
               and abs((m.kickoff_at at time zone 'America/Sao_Paulo')::date - r.local_date) <= 10
               and exists (select from external_ref i where i.kind = 'match' and i.internal_id = m.id and i.source <> ?))
         where not exists (select from external_ref x where x.source = ? and x.kind = 'match' and x.internal_id = m.id)
         order by m.id, m.public_id = r.external_id desc, abs((m.kickoff_at at time zone 'America/Sao_Paulo')::date - r.local_date)
       ), best as (
         select distinct on (external_id) id, external_id from found order by external_id, id
       ), named as (
         update match m set public_id = b.external_id from best b where m.id = b.id and m.public_id <> b.external_id
       )
       insert into external_ref (source, kind, external_id, internal_id) select ?, 'match', external_id, id from best
       on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id, digest = null
       returning external_id as "externalId", internal_id as id, digest`,
      [JSON.stringify(rows), source, source, source],
    );
  }

  async #update(source: string, rows: readonly (MatchRow & { id: number; digest: string })[]): Promise<void> {
    if (rows.length === 0) return;
    const given = JSON.stringify(rows);
    // One order for everybody who locks several matches, so that nobody waits in a circle.
    await this.em.execute(
      `select m.id from match m join jsonb_to_recordset(?::jsonb) ${ROW} on r.id = m.id order by m.id for no key update of m`,
      [given],
    );
    await this.em.execute(UPDATE, [given]);
    await this.em.execute(
      `update external_ref x set digest = r.digest from jsonb_to_recordset(?::jsonb) ${ROW}
       where x.source = ? and x.kind = 'match' and x.external_id = r.external_id`,
      [given, source],
    );
  }

  async #insert(
    source: string,
    part: Part,
    rows: readonly MatchRow[],
    linesOf: (externalId: string) => readonly UpstreamStatLine[],
  ): Promise<{ id: number; externalId: string }[]> {
    if (rows.length === 0) return [];
    const inserted = await this.em.execute<{ id: number; externalId: string }[]>(INSERT, [JSON.stringify(rows)]);
    const ids = new Map(inserted.map(({ id, externalId }) => [externalId, id]));
    const refs = rows.map((row) => ({
      external_id: row.external_id,
      id: ids.get(row.external_id),
      digest: withPart(null, part, digestOfRow(row, linesOf(row.external_id))),
    }));
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id, digest)
       select ?, 'match', r.external_id, r.id, r.digest from jsonb_to_recordset(?::jsonb) ${ROW}
       on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id, digest = excluded.digest`,
      [source, JSON.stringify(refs)],
    );
    return inserted;
  }

  async #storeLines(matchId: number, lines: readonly UpstreamStatLine[]): Promise<void> {
    const rows = lines.map(({ shotsOnTarget, yellowCards, redCards, ...line }) => ({
      ...line,
      shots_on_target: shotsOnTarget,
      yellow_cards: yellowCards,
      red_cards: redCards,
    }));
    await this.em.execute(UPSERT_LINES, [JSON.stringify(rows), matchId]);
  }
}
