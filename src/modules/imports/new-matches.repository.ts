import type { Client } from 'pg';
import { textField } from './copy-text.js';
import { copyBinary, copyText, reserveIds } from './copy.repository.js';
import { appendToRows, MATCH_COLUMNS, STAT_LINE_COLUMNS } from './match-rows.js';
import { assignMatch, ODDS_COLUMNS } from './odds-rows.js';
import type { PreparedMatch } from './prepared-season.js';
import type { SeasonReferences } from './season-references.repository.js';

/**
 * Inserts matches with their statistics, odds and external ids. Each gets one journal row, which the database writes;
 * `touchline.bulk_load` lets that row stand for the statistics too.
 */
export async function insertMatches(
  { client, mayReplicate }: { client: Client; mayReplicate: boolean },
  source: string,
  references: SeasonReferences,
  matches: readonly PreparedMatch[],
): Promise<{ statLines: number; odds: number }> {
  if (matches.length === 0) return { statLines: 0, odds: 0 };
  // What is new but has an external id is a match that somebody deleted since.
  await client.query(`delete from external_ref where source = $1 and kind = 'match' and external_id = any ($2)`, [
    source,
    matches.map(({ externalId }) => externalId),
  ]);
  const ids = await reserveIds(client, 'match', matches.length);
  const rows = rowsOf(source, references, matches, ids);
  await client.query(`set local touchline.bulk_load = 'on'`);
  await copyText(client, `match (${MATCH_COLUMNS}, id, tournament_id, team_a_id, team_b_id)`, rows.match);
  await copyText(client, 'external_ref (source, kind, external_id, internal_id, digest)', rows.ref);
  if (mayReplicate) await skipChecks(client, ids);
  const statLines = await copyText(client, `match_stat_line (${STAT_LINE_COLUMNS}, match_id, team_id)`, rows.lines);
  const odds = await copyBinary(client, `odds (${ODDS_COLUMNS})`, rows.odds);
  if (mayReplicate) await client.query('set local session_replication_role = origin');
  return { statLines, odds };
}

/** Completes the rows of all tables with ids. */
function rowsOf(
  source: string,
  { tournamentId, teamIds }: SeasonReferences,
  matches: readonly PreparedMatch[],
  ids: readonly number[],
) {
  const rows = { match: '', ref: '', lines: '', odds: [] as Buffer[] };
  const refHead = `${textField('source', source, 32)}\tmatch\t`;
  matches.forEach(({ record, externalId, digest, rows: { facts, lines, odds } }, index) => {
    const id = ids[index];
    const homeId = teamIds.get(record.home);
    const awayId = teamIds.get(record.away);
    rows.match += appendToRows(facts, `${id}\t${tournamentId}\t${homeId}\t${awayId}`);
    rows.ref += `${refHead}${textField('match id', externalId, 255)}\t${id}\t${digest}\n`;
    rows.lines += appendToRows(lines.home, `${id}\t${homeId}`) + appendToRows(lines.away, `${id}\t${awayId}`);
    assignMatch(odds, id);
    rows.odds.push(odds.bytes);
  });
  return rows;
}

/** Whether this user may switch triggers off for a session, as superusers may. Without it loads are slower, not different. */
export async function mayReplicate(client: Client): Promise<boolean> {
  try {
    await client.query('set session_replication_role = origin');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return false;
    throw error;
  }
}

/**
 * Leaves out the triggers of the statistics and odds that follow. Checking two million foreign keys one by one takes
 * longer than storing the rows, and here each check would find what is certain: the matches are of this transaction, and
 * tournament and teams are locked. The journal has nothing to add either, but only for matches it has seen appear in
 * this very transaction, so that is made sure of first. No match that existed before ever comes this way.
 */
async function skipChecks(client: Client, ids: readonly number[]): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from match_journal
     where match_id = any ($1) and entity = 'match' and op = 'insert' and xmin = pg_current_xact_id()::xid`,
    [ids],
  );
  if (rows[0].count !== ids.length) throw new Error('A bulk load may leave out triggers only for its own new matches');
  await client.query('set local session_replication_role = replica');
}
