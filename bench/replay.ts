// Replays a whole game at 60x with 200 followers while everything breaks that can: the proof of test/live/nothing-lost at
// full size. Takes a real game when there is one, and counts what was delivered.
//   npm run bench -- replay       or: node --import tsx bench/replay.ts [speed] [followers]
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestDatabase } from '../test/support/database.js';
import { followThroughStorm } from '../test/support/nothing-lost.js';
import { Server } from '../test/support/process.js';
import { createFinishedGame } from '../test/support/simulated-game.js';
import { type BenchDatabase, openDatabase } from './realtime/database.ts';

const ROOT = resolve(import.meta.dirname, '..');
const GAMES = join(process.env['TOUCHLINE_DATA'] ?? join(ROOT, '../shared/data'), 'nfl-games');
const SPEED = Number(process.argv[2] ?? 60);
const FOLLOWERS = Number(process.argv[3] ?? 200);

const database = await openDatabase();
try {
  const { sourceId, plays, title } = await finishedGame(database);
  console.log(`${title}: ${plays} plays at ${SPEED}x, ${FOLLOWERS} followers; ${database.durability}`);
  const report = await followThroughStorm({
    url: database.url,
    client: database.client,
    sourceId,
    speed: SPEED,
    followers: FOLLOWERS,
    cuts: { lasts: 15_000, pause: 2_000 },
    deathsAfter: [Math.round(plays / 3), Math.round((2 * plays) / 3)],
    unseen: 5,
    listenerEveryMs: 3_000,
    patienceMs: 600_000,
  });
  const { faults, seconds, ...figures } = report;
  for (const [what, value] of Object.entries(figures)) console.log(`${what.padEnd(18)}${String(value).padStart(8)}`);
  console.log(`${'seconds'.padEnd(18)}${seconds.toFixed(1).padStart(8)}`);
  console.log(`${'lost or twice'.padEnd(18)}${String(faults.length).padStart(8)}`);
  for (const fault of faults) console.log(fault.slice(0, 500));
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await database.close();
}

/** A game of the league, imported by the command; one that is simulated where there is none. */
async function finishedGame({
  client,
  url,
}: BenchDatabase): Promise<{ sourceId: number; plays: number; title: string }> {
  const sql: TestDatabase['sql'] = async (text, values) => (await client.query(text, values)).rows as never;
  const [file] = existsSync(GAMES) ? readdirSync(GAMES).filter((name) => name.endsWith('.json.gz')) : [];
  let sourceId: number;
  if (file === undefined) sourceId = await createFinishedGame({ sql }, Infinity);
  else {
    const { code, output } = await Server.run({ DATABASE_URL: url, npm_lifecycle_event: '' }, [
      'dist/cli/import.js',
      'nfl',
      join(GAMES, file),
    ]);
    if (code !== 0) throw new Error(output);
    const [{ id }] = await sql<{ id: number }>('select id from match');
    sourceId = id;
  }
  const [found] = await sql<{ plays: number; title: string }>(
    `select (select count(*)::int from football_event where match_id = m.id) as plays, a.title || ' - ' || b.title as title
     from match m join team a on a.id = m.team_a_id join team b on b.id = m.team_b_id where m.id = $1`,
    [sourceId],
  );
  return { sourceId, ...found };
}
