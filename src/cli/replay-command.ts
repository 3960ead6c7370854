import { parseArgs } from 'node:util';
import { DomainError } from '#core/kernel/domain-error.js';
import { DemoGames, DemoGamesModule } from '#modules/demo/index.js';
import { type Points, type Replay, ReplayPlayer, ReplaysModule, ReplaysService } from '#modules/replays/index.js';
import type { Config } from '#platform/config/index.js';
import { ExitCode, UsageError, withCliContext } from './cli-context.js';
import { startProgress } from './progress.js';

const HELP = `Plays a finished match of American football again, as a new live match: plays, score, clocks and scoreboard, at the
moments the game had. A running server on the same database shows it like any other match.

  npm run replay -- --match <id> [--speed 60] [--keep]
  npm run replay -- --remove <id>

  --match     the match to play again: an imported one, one that was scored here, or a game of the demo
  --speed     seconds of the game that pass in one second; default 1
  --keep      keep the new match; without it the next replay takes it away
  --remove    take the match of a replay away now
  -h, --help  this text

Ctrl-C ends it: the clocks stop, and the match stays as abandoned, with the score and the plays it has.
The database is the one of DATABASE_URL, or the embedded one in DATA_DIR, which may be in use by a running server.
`;

const MAX_SPEED = 100_000;

/** `replay`: plays a match again, shows how far it is, and where to watch it. */
export async function replayCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const order = readOrder(args);
  if (order === null) {
    process.stdout.write(HELP);
    return;
  }
  await withCliContext([DemoGamesModule, ReplaysModule], signal, async ({ app, config }) => {
    const replays = app.get(ReplaysService);
    if ('remove' in order) {
      await telling(() => replays.remove(order.remove));
      process.stdout.write(`Match ${order.remove} is gone.\n`);
      return;
    }
    const replay = await telling(async () => {
      await app.get(DemoGames).ensurePlays(order.match);
      return replays.create(order.match, { keep: order.keep });
    });
    const claim = await replays.claim(replay.matchId);
    process.stdout.write(whereToWatch(replay, config));
    try {
      await watch(app.get(ReplayPlayer), replay, order.speed, signal);
    } finally {
      await claim?.release();
    }
  });
}

async function watch(player: ReplayPlayer, replay: Replay, speed: number, signal: AbortSignal): Promise<void> {
  const { matchId, home, away } = replay;
  const bar = startProgress('replay', Math.max(1, replay.moments.at(-1)!.at));
  const score = ({ home: own, away: other }: Points): string => `${home} ${own} - ${other} ${away}`;
  const finished = await player
    .play(replay, {
      speed,
      signal,
      onProgress: (progress) => bar.update(progress.done, `${progress.time} | ${score(progress.score)}`),
    })
    .finally(() => bar.stop());
  if (!finished) await player.breakOff(replay);
  const outcome = finished ? `Final: ${score(replay.score)}.` : 'Broken off.';
  process.stdout.write(`${outcome} To take the match away: npm run replay -- --remove ${matchId}\n`);
}

type Order = { match: number; speed: number; keep: boolean } | { remove: number };

/** What is to be done; null when only help is asked for. */
function readOrder(args: readonly string[]): Order | null {
  const { match, speed = '1', keep = false, remove, help } = parseOrThrow(args);
  if (help) return null;
  if (remove !== undefined) return { remove: idOf(remove, '--remove') };
  if (match === undefined) throw new UsageError('Which match? --match <id>. --help tells more.');
  const factor = Number(speed);
  if (!(factor > 0 && factor <= MAX_SPEED))
    throw new UsageError(`--speed is a number up to ${MAX_SPEED}, not "${speed}"`);
  return { match: idOf(match, '--match'), speed: factor, keep };
}

function parseOrThrow(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { match: text, speed: text, keep: flag, remove: text, help: { type: 'boolean', short: 'h' } },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}. --help tells more.`);
  }
}

function idOf(text: string, option: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`${option} is the id of a match, not "${text}"`);
  return Number(text);
}

/** What the services refuse is the user's to know, without a stack. */
async function telling<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw new UsageError(error.message, ExitCode.noInput);
    throw error;
  }
}

/** With the address of a server that runs with this configuration. */
function whereToWatch({ matchId, home, away }: Replay, { http }: Config): string {
  const base = http.publicUrl ?? `http://localhost:${http.ports[0] || 8000}`;
  const lines = [
    ['Match', `${matchId}: ${home} - ${away}`],
    ['GraphiQL', `${base}/graphiql   subscription { matchFeed(matchId: "${matchId}") { version topic op data } }`],
    ['WebSocket', `${base.replace(/^http/, 'ws')}/api/matches/ws/id/${matchId}/<client id>/`],
    ['socket.io', `${base}/socket.io   emit "subscribe" { matchId: ${matchId} }, listen to "feed"`],
    ['REST', `${base}/api/matches/id/${matchId}/comprehensive/`],
  ];
  return `${lines.map(([name, value]) => `${name!.padEnd(11)}${value}`).join('\n')}\n`;
}
