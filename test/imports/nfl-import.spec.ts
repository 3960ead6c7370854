import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { netPassingYards } from '#core/football/plays/statistics.js';
import { FILE_SOURCES, FileImport, findImportFiles } from '#modules/imports/index.js';
import { parseFeed } from '#modules/imports/nfl/nfl-feed.js';
import { MatchStatisticsService } from '#modules/plays/index.js';
import { bootApp, type TestApp } from '../support/app.js';

const DATA = resolve(process.env['TOUCHLINE_DATA'] ?? '../shared/data', 'nfl-games');
const nfl = FILE_SOURCES.find(({ name }) => name === 'nfl')!;

let test: TestApp;
let directory: string;
beforeAll(async () => {
  test = await bootApp();
  directory = mkdtempSync(join(tmpdir(), 'touchline-nfl-'));
});
afterAll(async () => {
  rmSync(directory, { recursive: true });
  await test.close();
});

const inRequest = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(test.app.get(MikroORM).em, work);
const importFiles = (...paths: string[]) =>
  inRequest(() => test.app.get(FileImport).run(nfl, findImportFiles(paths, nfl.extension, directory), { directory }));
const matchOf = async (key: string) =>
  (
    await test.database.sql<{ id: number }>(
      `select internal_id as id from external_ref where source = 'nfl' and kind = 'match' and external_id like $1`,
      [`%:${key}`],
    )
  )[0]!.id;
const statisticsOf = async (key: string) => {
  const id = await matchOf(key);
  return (await inRequest(() => test.app.get(MatchStatisticsService).get(id))).document;
};

type Stat = [player: string, club: string, statId: number, yards: number];
function game(id: string, plays: { yrdln: string; stats: Stat[] }[]): Buffer {
  const side = (abbr: string, points: number) => ({ abbr, score: { '1': points, T: points }, stats: {} });
  const entries = plays.map(({ yrdln, stats }, index) => [
    String(index + 1),
    {
      qtr: 1,
      down: 1,
      time: '12:34',
      yrdln,
      ydstogo: 10,
      posteam: 'AAA',
      desc: '',
      players: Object.fromEntries(
        stats.map(([player, clubcode, statId, yards], sequence) => [
          player,
          [{ sequence, clubcode, playerName: `P.${player}`, statId, yards }],
        ]),
      ),
    },
  ]);
  const drives = { '1': { plays: Object.fromEntries(entries) }, crntdrv: 1 };
  return gzipSync(JSON.stringify({ [id]: { home: side('AAA', 7), away: side('BBB', 3), qtr: 'Final', drives } }));
}
const run = (yards: number, yrdln = 'AAA 20') => ({
  yrdln,
  stats: [
    ['r1', 'AAA', 10, yards],
    ['t1', 'BBB', 79, 0],
  ] as Stat[],
});

describe('games of the feed', () => {
  it('become matches with teams, players, rosters, plays and statistics', async () => {
    writeFileSync(join(directory, '2020010100.json.gz'), game('2020010100', [run(6), run(7)]));
    const summary = await importFiles('2020010100.json.gz');
    expect(summary.games).toEqual({ newGames: 1, changedGames: 0, unchangedGames: 0, newPlayers: 2, plays: 2 });
    expect(summary.loaded).toMatchObject({ newMatches: 1, newTeams: 2, newTournaments: 1 });
    const id = await matchOf('2020010100');
    const [match] = await test.database.sql(
      `select m.status, m.score_home, m.score_away, e.year, d.field_length, d.score_team_a
       from match m join tournament t on t.id = m.tournament_id join season e on e.id = t.season_id
       join matchdata d on d.match_id = m.id where m.id = $1`,
      [id],
    );
    // A game of January belongs to the season that began the year before.
    expect(match).toEqual({
      status: 'finished',
      score_home: 7,
      score_away: 3,
      year: 2019,
      field_length: 100,
      score_team_a: 7,
    });
    const roster = await test.database.sql(
      `select p.first_name, p.second_name, t.title from player_match l
       join player_team_tournament r on r.id = l.player_team_tournament_id
       join player y on y.id = r.player_id join person p on p.id = y.person_id join team t on t.id = l.team_id
       where l.match_id = $1 order by t.title`,
      [id],
    );
    expect(roster).toEqual([
      { first_name: 'P.', second_name: 'r1', title: 'AAA' },
      { first_name: 'P.', second_name: 't1', title: 'BBB' },
    ]);
    const [play] = await test.database.sql(
      'select ball_on, ball_moved_to, game_clock, play_type from football_event where match_id = $1 order by event_number',
      [id],
    );
    expect(play).toEqual({ ball_on: -20, ball_moved_to: -26, game_clock: 754, play_type: 'run' });
    expect((await statisticsOf('2020010100')).home.team).toMatchObject({ runAttempts: 2, runYards: 13 });
  });

  it('imported again change nothing', async () => {
    const before = await test.database.sql('select max(version) as version from match_journal');
    const summary = await importFiles('2020010100.json.gz');
    expect(summary.games).toMatchObject({ newGames: 0, changedGames: 0, unchangedGames: 1, plays: 0 });
    expect(await test.database.sql('select max(version) as version from match_journal')).toEqual(before);
  });

  it('that were corrected get their plays anew, and players stay who they are', async () => {
    writeFileSync(join(directory, '2020010100.json.gz'), game('2020010100', [run(6), run(9)]));
    const summary = await importFiles('2020010100.json.gz');
    expect(summary.games).toEqual({ newGames: 0, changedGames: 1, unchangedGames: 0, newPlayers: 0, plays: 2 });
    expect((await statisticsOf('2020010100')).home.team.runYards).toBe(15);
  });

  it('a file that is none is reported, and the others are imported', async () => {
    writeFileSync(join(directory, 'broken.json.gz'), 'not a game');
    writeFileSync(join(directory, '2020010200.json.gz'), game('2020010200', [run(3)]));
    const summary = await importFiles('broken.json.gz', '2020010200.json.gz');
    expect(summary).toMatchObject({ rejected: 1, games: { newGames: 1, newPlayers: 0 } });
    expect(readFileSync(summary.errorFile!, 'utf8')).toContain('broken.json.gz,,"');
  });
});

describe.skipIf(!existsSync(DATA))('real games', () => {
  it('have the official figures when they are asked for', async () => {
    const files = ['2016091101.json.gz', '2016091102.json.gz', '2016091103.json.gz'];
    const summary = await importFiles(...files.map((name) => join(DATA, name)));
    expect(summary).toMatchObject({ rejected: 0, games: { newGames: 3 } });
    for (const file of files) {
      const feed = parseFeed(gunzipSync(readFileSync(join(DATA, file))).toString());
      const { home, away } = await statisticsOf(feed.id);
      for (const [official, { team }] of [
        [feed.home.stats.team!, home],
        [feed.away.stats.team!, away],
      ] as const) {
        expect([netPassingYards(team), team.rushingYards, team.firstDowns]).toEqual([
          official.pyds,
          official.ryds,
          official.totfd,
        ]);
      }
    }
  });
});
