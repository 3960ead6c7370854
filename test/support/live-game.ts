import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import type { StatisticsChange } from '#core/football/plays/statistics-changes.js';
import { MatchSchedulingService } from '#modules/matches/index.js';
import { PlayRecordingService, type PlayRow } from '#modules/plays/index.js';
import type { TestApp } from './app.js';
import { createMatch } from './fixtures.js';
import { GraphqlSocket } from './graphql-socket.js';

/** A message of any live stream, as far as tests look at it. */
export interface Update {
  cursor: string;
  version: number;
  clock?: { status: string; seconds: number; startedAt: string | null; serverTime: string; version: number } | null;
  scoreboard?: { home: { points: number }; away: { points: number }; down: string } | null;
  changed?: StatisticsChange[];
  change?: string;
  play?: { id: string; ballMovedTo: number; version: number } | null;
  plays?: { id: string }[] | null;
  supersedes?: number | null;
}

const SELECTIONS = {
  gameClock: 'clock { status seconds startedAt serverTime version }',
  playClock: 'clock { status seconds startedAt serverTime version }',
  scoreboard: 'scoreboard { home { points } away { points } down }',
  matchStats: 'changed { path value } statistics { version }',
  plays: 'change play { id ballMovedTo version } plays { id } supersedes',
};
export type Stream = keyof typeof SELECTIONS;
export const STREAMS = Object.keys(SELECTIONS) as Stream[];

export const documentOf = (stream: Stream): string =>
  `subscription($id: ID!, $after: String) { ${stream}(matchId: $id, after: $after) { cursor version ${SELECTIONS[stream]} } }`;

export interface Follower {
  readonly socket: GraphqlSocket;
  readonly updates: Update[];
  close(): void;
}

/** Follows a stream over GraphQL. */
export async function follow(app: TestApp, stream: Stream, matchId: number, after?: string): Promise<Follower> {
  const socket = await (await GraphqlSocket.open(app.host)).init();
  socket.subscribe('a', documentOf(stream), { id: matchId, after });
  return {
    socket,
    get updates() {
      return socket.results<Record<Stream, Update>>('a').map((data) => data[stream]);
    },
    close: () => socket.socket.close(),
  };
}

/** A match in play with two players of each team, and what its scorers do. */
export class LiveGame {
  private constructor(
    private readonly app: TestApp,
    readonly matchId: number,
    readonly homeId: number,
    readonly home: readonly number[],
    readonly away: readonly number[],
  ) {}

  static async begin(app: TestApp): Promise<LiveGame> {
    const { matchId, homeId, awayId } = await createMatch(app.database);
    await inRequest(app, () => app.app.get(MatchSchedulingService).ensureLiveRows(matchId));
    const roster = async (teamId: number): Promise<number[]> => {
      const rows = await app.database.sql<{ id: number }>(
        'insert into player_match (match_id, team_id) values ($1, $2), ($1, $2) returning id',
        [matchId, teamId],
      );
      return rows.map(({ id }) => id);
    };
    return new LiveGame(app, matchId, homeId, await roster(homeId), await roster(awayId));
  }

  record(ballMovedTo: number): Promise<PlayRow> {
    const play: Partial<PlayRow> = {
      offenseTeam: this.homeId,
      ballOn: 25,
      ballMovedTo,
      eventDown: 1,
      eventDistance: 10,
      playType: 'run',
      playResult: 'run',
      runPlayer: this.home[Math.abs(ballMovedTo % 2)]!,
      tacklePlayer: this.away[0]!,
    };
    return inRequest(this.app, () => this.#plays.record(this.matchId, play));
  }

  correct(id: number, ballMovedTo: number): Promise<PlayRow> {
    return inRequest(this.app, () => this.#plays.correct(id, { ballMovedTo }));
  }

  void(id: number): Promise<PlayRow> {
    return inRequest(this.app, () => this.#plays.void(id));
  }

  get #plays(): PlayRecordingService {
    return this.app.app.get(PlayRecordingService);
  }
}

/** As a request would: with an entity manager of its own. */
export const inRequest = <T>({ app }: TestApp, work: () => Promise<T>): Promise<T> =>
  RequestContext.create(app.get(MikroORM).em, work);
