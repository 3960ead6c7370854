import { Inject, Injectable } from '@nestjs/common';
import { Client } from 'pg';
import { DATABASE_OPTIONS } from '#platform/database/database.token.js';
import type { DatabaseOptions } from '#platform/database/orm-options.js';
import { type ChangedMatch, updateMatches } from './changed-matches.repository.js';
import { emptyReport, type LoadReport } from './load-report.js';
import { mayReplicate, insertMatches } from './new-matches.repository.js';
import type { PreparedMatch, PreparedSeason } from './prepared-season.js';
import { ensureReferences, type SeasonReferences } from './season-references.repository.js';
import { inTransaction } from './transaction.repository.js';

/** One connection that stores one season at a time. */
export interface LoaderConnection {
  readonly client: Client;
  readonly mayReplicate: boolean;
}

/** Attempts to catch a tournament, teams and matches that nobody deletes before they are locked. */
const ATTEMPTS = 3;

/** Stores prepared seasons, each in one transaction. The only place of the module with SQL, with its neighbours. */
@Injectable()
export class SeasonLoaderRepository {
  constructor(@Inject(DATABASE_OPTIONS) private readonly options: DatabaseOptions) {}

  async connect(): Promise<LoaderConnection> {
    const client = new Client({
      connectionString: this.options.url,
      application_name: 'touchline import',
      statement_timeout: 0,
    });
    // A connection lost while idle: the next query reports it.
    client.on('error', () => undefined);
    await client.connect();
    return { client, mayReplicate: await mayReplicate(client) };
  }

  async close({ client }: LoaderConnection): Promise<void> {
    await client.end().catch(() => undefined);
  }

  /** Stores what is new or changed and tells what was. A season that is stored already is only read. */
  async store(connection: LoaderConnection, season: PreparedSeason): Promise<LoadReport> {
    const { client } = connection;
    const report = emptyReport();
    for (let attempt = 1; ; attempt++) {
      const { fresh, changed } = await compare(client, season);
      const pending = [...fresh, ...changed.map(({ match }) => match)];
      if (pending.length === 0) return { ...report, unchangedMatches: season.matches.length };
      const titles = [...new Set(pending.flatMap(({ record: { home, away } }) => [home, away]))];
      const references = await ensureReferences(client, season.record, season.ids, titles);
      report.newTeams += references.newTeams;
      report.newTournaments += references.newTournaments;
      const stored = await inTransaction(client, () => storeMatches(connection, season, references));
      if (stored) return { ...report, ...stored };
      if (attempt === ATTEMPTS) throw new Error(`Somebody deletes ${season.ids.tournament} while it is imported`);
    }
  }

  /** Gives the planner statistics of what was loaded, instead of waiting for autovacuum to notice. */
  async analyze(connections: readonly LoaderConnection[]): Promise<void> {
    const tables = ['odds', 'match, match_stat_line, match_journal, team, tournament, team_tournament, external_ref'];
    const lanes = connections.map(async ({ client }, lane) => {
      for (let next = lane; next < tables.length; next += connections.length) {
        await client.query(`analyze ${tables[next]}`);
      }
    });
    await Promise.all(lanes);
  }
}

/** The transaction of a season; null when something has been deleted since the references were found. */
async function storeMatches(
  connection: LoaderConnection,
  season: PreparedSeason,
  references: SeasonReferences,
): Promise<Omit<LoadReport, 'newTeams' | 'newTournaments'> | null> {
  const { client } = connection;
  const { source } = season.record;
  // Two importers of one season take turns, and the second one finds what the first has stored.
  await client.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `touchline import: ${source} ${season.ids.tournament}`,
  ]);
  if (!(await holdReferences(client, references))) return null;
  const { fresh, changed } = await compare(client, season);
  const isPlaced = ({ record: { home, away } }: PreparedMatch) =>
    references.teamIds.has(home) && references.teamIds.has(away);
  if (!fresh.every(isPlaced) || !changed.every(({ match }) => isPlaced(match))) return null;
  const inserted = await insertMatches(connection, source, references, fresh);
  const updated = await updateMatches(client, source, references, changed);
  return {
    newMatches: fresh.length,
    updatedMatches: updated.matches,
    unchangedMatches: season.matches.length - fresh.length - updated.matches,
    statLines: inserted.statLines + updated.statLines,
    odds: inserted.odds + updated.odds,
  };
}

/** Matches that are not stored, and those whose record is not the one stored last. */
async function compare(
  client: Client,
  season: PreparedSeason,
): Promise<{ fresh: PreparedMatch[]; changed: ChangedMatch[] }> {
  const { rows } = await client.query<{ external_id: string; id: number; digest: string | null }>(
    `select r.external_id, r.digest, m.id from external_ref r join match m on m.id = r.internal_id
     where r.source = $1 and r.kind = 'match' and r.external_id = any ($2)`,
    [season.record.source, season.matches.map(({ externalId }) => externalId)],
  );
  const stored = new Map(rows.map(({ external_id, id, digest }) => [external_id, { id, digest }]));
  const fresh: PreparedMatch[] = [];
  const changed: ChangedMatch[] = [];
  for (const match of season.matches) {
    const known = stored.get(match.externalId);
    if (!known) fresh.push(match);
    else if (known.digest !== match.digest) changed.push({ ...known, match });
  }
  return { fresh, changed };
}

/** Keeps tournament and teams from being deleted until the transaction ends; false when one is gone. */
async function holdReferences(client: Client, { tournamentId, teamIds }: SeasonReferences): Promise<boolean> {
  const ids = [...new Set(teamIds.values())];
  const tournament = await client.query('select id from tournament where id = $1 for key share', [tournamentId]);
  const teams = await client.query('select id from team where id = any ($1) order by id for key share', [ids]);
  return tournament.rowCount === 1 && teams.rowCount === ids.length;
}
