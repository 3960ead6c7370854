import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FileImport } from '../../src/modules/imports/file-import.js';
import { FILE_SOURCES } from '../../src/modules/imports/file-source.js';
import type { GameLoader } from '../../src/modules/imports/game-loader.js';
import { findImportFiles } from '../../src/modules/imports/import-files.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { brokenJournals, fingerprint, loaderOn } from './seasons.js';

const DATA = resolve(process.env['TOUCHLINE_DATA'] ?? '../shared/data', 'football-data');
const found = existsSync(DATA);
if (!found) process.stderr.write(`Skipped: no football-data files in ${DATA}; TOUCHLINE_DATA names their folder\n`);

const [footballData] = FILE_SOURCES;
/** These files have no plays. */
const withoutGames = {} as GameLoader;

describe.skipIf(!found)('19 seasons of the Premier League', () => {
  let database: TestDatabase;
  let directory: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    directory = mkdtempSync(join(tmpdir(), 'touchline-import-'));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true });
    await database.drop();
  });

  const importAll = () => {
    const names = readdirSync(DATA).filter((name) => /^E0_\d{4}\.csv$/.test(name));
    const files = findImportFiles(names, '.csv', DATA);
    return new FileImport(loaderOn(database.url), withoutGames).run(footballData, files, { directory });
  };

  it('are imported completely', async () => {
    const { files, loaded, rejected, errorFile } = await importAll();
    expect({ files, rejected, errorFile }).toEqual({ files: 19, rejected: 0, errorFile: null });
    expect(loaded).toMatchObject({ newMatches: 19 * 380, newTournaments: 19, updatedMatches: 0, unchangedMatches: 0 });
    const [season] = await database.sql(
      `select count(*)::int as matches, sum(score_home + score_away)::int as goals, count(distinct team_a_id)::int as teams
       from match m join external_ref r on r.kind = 'tournament' and r.internal_id = m.tournament_id
       where r.external_id = 'E0:2023'`,
    );
    expect(season).toEqual({ matches: 380, goals: 1246, teams: 20 });
  });

  it('have the odds and shots of their files', async () => {
    const text = readFileSync(join(DATA, 'E0_2324.csv'), 'latin1').split(/\r?\n/);
    const columns = text[0].split(',');
    const sum = (names: string[]) =>
      text
        .slice(1)
        .map((row) => row.split(','))
        .reduce(
          (total, cells) => total + names.reduce((t, name) => t + Number(cells[columns.indexOf(name)] ?? 0), 0),
          0,
        );
    const [stored] = await database.sql<{ pinnacle: number; shots: number }>(
      `select (select sum(price)::float8 from odds o join match m on m.id = o.match_id where m.tournament_id = r.internal_id
                 and bookmaker = 'PS' and closing and market = 'match_winner') as pinnacle,
              (select sum(shots)::int from match_stat_line l join match m on m.id = l.match_id
                 where m.tournament_id = r.internal_id and period = 'full') as shots
       from external_ref r where r.kind = 'tournament' and r.external_id = 'E0:2023'`,
    );
    expect(stored.pinnacle).toBeCloseTo(sum(['PSCH', 'PSCD', 'PSCA']), 1);
    expect(stored.shots).toBe(sum(['HS', 'AS']));
  });

  it('are journaled with one row each and not imported twice', async () => {
    expect(await brokenJournals(database)).toEqual([]);
    const [{ n }] = await database.sql<{ n: number }>('select count(*)::int as n from match_journal');
    expect(n).toBe(19 * 380);
    const before = await fingerprint(database);
    const { loaded } = await importAll();
    expect(loaded).toMatchObject({ newMatches: 0, updatedMatches: 0, unchangedMatches: 19 * 380, odds: 0 });
    expect(await fingerprint(database)).toEqual(before);
  });
});
