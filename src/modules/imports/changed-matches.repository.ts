import type { Client } from 'pg';
import { copyBinary, copyText } from './copy.repository.js';
import { appendToRows, changedParts, MATCH_COLUMNS, STAT_LINE_COLUMNS } from './match-rows.js';
import { assignMatch, ODDS_COLUMNS } from './odds-rows.js';
import type { PreparedMatch } from './prepared-season.js';
import type { SeasonReferences } from './season-references.repository.js';

export interface ChangedMatch {
  id: number;
  /** Digest of what was stored last. */
  digest: string | null;
  match: PreparedMatch;
}

/**
 * Brings stored matches up to their records and returns what changed. Only the parts whose digest differs are looked at,
 * only rows that differ are written, and what a record does not know is left as it is. The triggers journal all of it.
 */
export async function updateMatches(
  client: Client,
  source: string,
  references: SeasonReferences,
  changed: readonly ChangedMatch[],
): Promise<{ matches: number; statLines: number; odds: number }> {
  if (changed.length === 0) return { matches: 0, statLines: 0, odds: 0 };
  const ids = changed.map(({ id }) => id);
  // One order for everybody who locks several matches, so that nobody waits in a circle.
  await client.query('select id from match where id = any ($1) order by id for no key update', [ids]);
  await stage(client, references, changed);
  const facts = await writtenBy(client, UPDATE_MATCHES);
  const lines = [await writtenBy(client, UPDATE_LINES), await writtenBy(client, INSERT_LINES)];
  const odds = await writtenBy(client, WRITE_ODDS);
  await client.query(
    `update external_ref r set digest = c.digest from unnest($2::text[], $3::text[]) c (external_id, digest)
     where r.source = $1 and r.kind = 'match' and r.external_id = c.external_id`,
    [source, changed.map(({ match }) => match.externalId), changed.map(({ match }) => match.digest)],
  );
  return {
    matches: new Set([facts, ...lines, odds].flat()).size,
    statLines: lines.flat().length,
    odds: odds.length,
  };
}

/** Puts the parts of the records that changed beside the tables they belong to. */
async function stage(client: Client, { teamIds }: SeasonReferences, changed: readonly ChangedMatch[]): Promise<void> {
  const staged = { match: '', lines: '', odds: [] as Buffer[] };
  for (const { id, digest, match } of changed) {
    const { record, rows } = match;
    const parts = changedParts(digest, match.digest);
    const homeId = teamIds.get(record.home);
    const awayId = teamIds.get(record.away);
    if (parts.has('facts')) staged.match += appendToRows(rows.facts, `${id}\t${homeId}\t${awayId}`);
    if (parts.has('lines')) {
      staged.lines += appendToRows(rows.lines.home, `${id}\t${homeId}`);
      staged.lines += appendToRows(rows.lines.away, `${id}\t${awayId}`);
    }
    if (parts.has('odds')) {
      assignMatch(rows.odds, id);
      staged.odds.push(rows.odds.bytes);
    }
  }
  await client.query(STAGING);
  await copyText(client, `staged_match (${MATCH_COLUMNS}, id, team_a_id, team_b_id)`, staged.match);
  await copyText(client, `staged_line (${STAT_LINE_COLUMNS}, match_id, team_id)`, staged.lines);
  await copyBinary(client, `staged_odds (${ODDS_COLUMNS})`, staged.odds);
  await client.query('analyze staged_match, staged_line');
}

const STAGING = `
create temporary table staged_match on commit drop as
  select ${MATCH_COLUMNS}, id, team_a_id, team_b_id from match with no data;
create temporary table staged_line on commit drop as
  select ${STAT_LINE_COLUMNS}, match_id, team_id from match_stat_line with no data;
create temporary table staged_odds on commit drop as select ${ODDS_COLUMNS} from odds with no data`;

/** Runs a statement that returns the `match_id` of every row it has written. */
async function writtenBy(client: Client, sql: string): Promise<number[]> {
  const { rows } = await client.query<{ match_id: number }>(sql);
  return rows.map(({ match_id }) => match_id);
}

const keepKnown = (columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, `coalesce(s.${column}, t.${column})`]));

/** Updates rows of `t` from staged rows of `s`, where that changes anything. */
function updateWhereDifferent(table: string, staged: string, match: string, values: Record<string, string>): string {
  const columns = Object.keys(values);
  const next = Object.values(values).join(', ');
  return `update ${table} t set (${columns.join(', ')}) = row (${next}) from ${staged} s
    where ${match} and (${columns.map((column) => `t.${column}`).join(', ')}) is distinct from (${next})`;
}

/**
 * A record that says "scheduled" only knows of no result, so it never takes back a status somebody else has set; and a
 * result awarded by a decision is not replaced by the one on the pitch.
 */
const UPDATE_MATCHES = `${updateWhereDifferent('match', 'staged_match', 't.id = s.id', {
  ...keepKnown(['team_a_id', 'team_b_id', 'match_date', 'week', 'venue', 'referee', 'attendance']),
  ...Object.fromEntries(
    ['score_home', 'score_away', 'half_time_home', 'half_time_away'].map((column) => [
      column,
      `case when t.status = 'awarded' then t.${column} else coalesce(s.${column}, t.${column}) end`,
    ]),
  ),
  status: `case when s.status = 'scheduled' or t.status = 'awarded' then t.status else s.status end`,
})} returning t.id as match_id`;

const SAME_LINE = 't.match_id = s.match_id and t.team_id = s.team_id and t.period = s.period';
const LINE_VALUES = STAT_LINE_COLUMNS.split(', ').filter((column) => column !== 'period');

const UPDATE_LINES = `${updateWhereDifferent(
  'match_stat_line',
  'staged_line',
  SAME_LINE,
  keepKnown(LINE_VALUES),
)} returning t.match_id`;

const INSERT_LINES = `
insert into match_stat_line (${STAT_LINE_COLUMNS}, match_id, team_id)
select ${STAT_LINE_COLUMNS}, match_id, team_id from staged_line s
where not exists (select from match_stat_line t where ${SAME_LINE})
on conflict (match_id, team_id, period) do nothing returning match_id`;

const QUOTE = ['match_id', 'bookmaker', 'market', 'selection', 'closing'];
/** An unknown line as a value that equals itself, so that rows can be matched by hashing. */
const LINE = `coalesce(line, 'NaN') as line_key`;

/**
 * Compares all odds of the staged matches at once, then deletes, updates and inserts what differs. Odds with a time of
 * observation are somebody else's: a file of this kind knows no times. A record without any odds knows nothing about them;
 * one with odds has taken back those it no longer has.
 */
const WRITE_ODDS = `
with stored as materialized (
  select id, price, ${LINE}, ${QUOTE.join(', ')} from odds
  where observed_at is null and match_id in (select distinct match_id from staged_odds)
), wanted as materialized (
  select *, ${LINE} from staged_odds
), difference as materialized (
  select t.id, s.*
  from stored t full join wanted s on ${[...QUOTE, 'line_key'].map((key) => `t.${key} = s.${key}`).join(' and ')}
  where t.id is null or s.match_id is null or t.price <> s.price
), deleted as (
  delete from odds o using difference d where o.id = d.id and d.match_id is null returning o.match_id
), updated as (
  update odds o set price = d.price from difference d where o.id = d.id and d.match_id is not null returning o.match_id
), inserted as (
  insert into odds (${ODDS_COLUMNS}) select ${ODDS_COLUMNS} from difference where id is null returning match_id
)
select match_id from deleted union all select match_id from updated union all select match_id from inserted`;
