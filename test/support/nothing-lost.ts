import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { createRandom } from '../../src/core/kernel/random.js';
import { until } from './feed.js';
import { FeedFollower } from './followers/feed-follower.js';
import { socketSummary, storedMatch } from './followers/folded-match.js';
import type { Cuts, Follower } from './followers/follower.js';
import { GraphqlFollower } from './followers/graphql-follower.js';
import { MatchSocketFollower } from './followers/match-socket-follower.js';
import { SocketIoFollower } from './followers/socket-io-follower.js';
import { Server } from './process.js';
import { killListeners, MortalServer } from './storm.js';

export interface Storm {
  url: string;
  /** A connection to the same database, of the storm's own. */
  client: pg.Client;
  /** The finished match that is played again. */
  sourceId: number;
  speed: number;
  followers: number;
  cuts: Cuts;
  /** Numbers of plays after which the server is killed. */
  deathsAfter: readonly number[];
  /** Plays that are made while the server is down. */
  unseen: number;
  listenerEveryMs: number;
  /** The longest that so many plays may take. */
  patienceMs: number;
}

export interface StormReport {
  matchId: number;
  version: number;
  plays: number;
  deaths: number;
  listenersKilled: number;
  connections: number;
  seconds: number;
  /** What followers have missed, seen twice or got wrong; none when nothing was lost. */
  faults: string[];
}

const KINDS = [GraphqlFollower, SocketIoFollower, MatchSocketFollower] as const;

/**
 * Replays a match in a process of its own while its followers' connections are cut, the server's listening connection is
 * ended again and again, and the server is killed and started again. Compares what everybody knows at the end with what
 * is stored.
 */
export async function followThroughStorm(storm: Storm): Promise<StormReport> {
  const startedAt = performance.now();
  const { client, url } = storm;
  const server = await MortalServer.start(url);
  const replay = Server.start({ DATABASE_URL: url }, [
    'dist/cli/replay.js',
    `--match=${storm.sourceId}`,
    `--speed=${storm.speed}`,
    '--keep',
  ]);
  const calm = new AbortController();
  let followers: Follower[] = [];
  try {
    await until(
      () => /^Match\s+\d+:/m.test(replay.output),
      () => replay.output,
    );
    const matchId = Number(/^Match\s+(\d+):/m.exec(replay.output)![1]);
    const random = createRandom('nothing lost');
    followers = Array.from({ length: storm.followers }, (_, index) =>
      new KINDS[index % KINDS.length]!(server.host, matchId, random.fork(index), storm.cuts).start(),
    );
    const killed = killListeners(client, storm.listenerEveryMs, calm.signal);
    const recorded = async (): Promise<number> => {
      const { rows } = await client.query<{ n: number }>(
        'select count(*)::int as n from football_event where match_id = $1',
        [matchId],
      );
      return rows[0]!.n;
    };
    const reached = (plays: number): Promise<void> =>
      until(
        async () => (await recorded()) >= plays,
        () => replay.output,
        storm.patienceMs,
      );
    for (const plays of storm.deathsAfter) {
      await reached(plays);
      await server.killAndRestart(async () => {
        await reached(plays + storm.unseen);
        // However long it takes to start, there is something left to see.
        replay.child.kill('SIGSTOP');
      });
      replay.child.kill('SIGCONT');
    }
    const { code } = await replay.exited;
    if (code !== 0) throw new Error(`the replay ended with ${code}:\n${replay.output}`);
    calm.abort();
    for (const follower of followers) follower.calmDown();
    const faults = await faultsOf(followers, client, matchId);
    return {
      matchId,
      version: (await storedMatch(client, matchId)).version,
      plays: await recorded(),
      deaths: server.deaths,
      listenersKilled: await killed,
      connections: followers.reduce((sum, { connections }) => sum + connections, 0),
      seconds: (performance.now() - startedAt) / 1000,
      faults,
    };
  } finally {
    calm.abort();
    replay.child.kill('SIGKILL');
    // Together: what a follower waits for may never come, and ends with the server.
    await Promise.all([server.stop(), ...followers.map((follower) => follower.stop())]);
  }
}

async function faultsOf(followers: readonly Follower[], client: pg.Client, matchId: number): Promise<string[]> {
  const { version, state } = await storedMatch(client, matchId);
  const summary = socketSummary(state);
  const isThere = (follower: Follower): boolean =>
    follower instanceof FeedFollower
      ? follower.version === version
      : isDeepStrictEqual((follower as MatchSocketFollower).summary, summary);
  // Whoever does not get there is told of below.
  await until(() => followers.every(isThere), undefined, 30_000).catch(() => undefined);
  return followers.flatMap((follower, index) => {
    const name = `${follower.constructor.name} ${index}`;
    if (!(follower instanceof FeedFollower)) {
      const known = (follower as MatchSocketFollower).summary;
      return isThere(follower) ? [] : [`${name} knows ${JSON.stringify(known)} of ${JSON.stringify(summary)}`];
    }
    const { versions } = follower;
    const [first = 0] = versions;
    const expected = Array.from({ length: version - first + 1 }, (_, nth) => first + nth);
    return [
      ...(isDeepStrictEqual(versions, expected) ? [] : [`${name} saw ${oddities(versions)}, the last is ${version}`]),
      ...(isDeepStrictEqual(follower.match.state, state) ? [] : [`${name} knows another state`]),
    ];
  });
}

/** Where versions do not follow each other. */
function oddities(versions: readonly number[]): string {
  const odd = versions.flatMap((version, index) =>
    index > 0 && version !== versions[index - 1]! + 1 ? [`${version} after ${versions[index - 1]}`] : [],
  );
  return odd.length > 0 ? odd.slice(0, 5).join(', ') : `${versions[0]} to ${versions.at(-1)}`;
}
