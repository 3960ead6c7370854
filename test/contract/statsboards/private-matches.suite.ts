import { describe, expect, it } from 'vitest';
import { Hub, JournalListener } from '#realtime/index.js';
import { until } from '../../support/feed.js';
import { createMatch } from '../../support/fixtures.js';
import { controllerRoutes } from '../handlers.js';
import type { StatsboardsApp } from './boot.js';
import type { SignedUp } from './sign-up.js';
import { SocketClient } from './socket-client.js';
import { SocketStage } from './socket-stage.js';
import { Watcher } from './watcher.js';

export interface Callers {
  test: StatsboardsApp;
  admin: SignedUp;
  /** Owns what is private here. */
  owner: SignedUp;
  other: SignedUp;
}

/** G6 for matches and their rows; part of people-access.spec.ts, whose application it uses. */
export function privateMatches(callers: () => Callers): void {
  const post = async (path: string, body: object): Promise<number> => {
    const { test, admin } = callers();
    const answer = await test.call<{ id: number }>('POST', path, { body, token: admin.token });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.id;
  };

  describe('G6: private matches', () => {
    it('are seen by their owner and administrators only', async () => {
      const { test, admin, owner, other } = callers();
      const sport_id = await post('/api/sports/', { title: 'Private Matches' });
      const team_a_id = await post('/api/teams/', { title: 'Secret A', sport_id });
      const team_b_id = await post('/api/teams/', { title: 'Secret B', sport_id });
      const secret = { team_a_id, team_b_id, isprivate: true, user_id: owner.id, match_eesl_id: 987_654 };
      const id = await post('/api/matches/', secret);
      await post('/api/football_event/', { match_id: id, event_number: 1 });
      await post('/api/players_match/', { match_id: id, team_id: team_a_id, match_number: '1' });
      const seenBy = async (token?: string) => {
        const options = token === undefined ? {} : { token };
        const status = async (path: string) => (await test.call('GET', `/api/matches/${path}`, options)).status;
        const body = async (path: string) => (await test.call('GET', `/api/matches/${path}`, options)).body;
        const graphql = await test.call<{ data: Record<string, unknown> }>('POST', '/graphql', {
          ...options,
          body: {
            query: `{ match(id: ${id}) { id } matches(filter: { teamId: ${team_a_id} }) { totalCount }
                      team(id: ${team_b_id}) { matches { totalCount } } }`,
          },
        });
        return {
          statuses: await Promise.all(
            [
              `id/${id}`,
              'eesl_id/987654',
              ...['with-details', 'data', 'comprehensive', 'stats', 'players_fulldata', 'team-rosters'].map(
                (part) => `id/${id}/${part}`,
              ),
              `../scoreboards/match/id/${id}`,
            ].map(status),
          ),
          rows: (await Promise.all([`id/${id}/match_data`, `id/${id}/gameclock`].map(body))).map((row) => row !== null),
          lists: await Promise.all(
            ['paginated?search=Secret', 'with-details/paginated?search=Secret'].map(
              async (path) => ((await body(path)) as { metadata: { total_items: number } }).metadata.total_items,
            ),
          ),
          plays: ((await body(`../football_event/match_id/${id}`)) as unknown[]).length,
          events: ((await body(`../football_event/matches/${id}/events-with-players`)) as { events: unknown[] }).events
            .length,
          players: ((await body(`id/${id}/players`)) as unknown[]).length,
          graphql: graphql.body.data,
        };
      };
      const hidden = {
        plays: 0,
        events: 0,
        players: 0,
        statuses: Array.from({ length: 9 }, () => 404),
        rows: [false, false],
        lists: [0, 0],
        graphql: { match: null, matches: { totalCount: 0 }, team: { matches: { totalCount: 0 } } },
      };
      const shown = {
        plays: 1,
        events: 1,
        players: 1,
        statuses: Array.from({ length: 9 }, () => 200),
        rows: [true, true],
        lists: [1, 1],
        graphql: { match: { id: String(id) }, matches: { totalCount: 1 }, team: { matches: { totalCount: 1 } } },
      };
      expect(await seenBy()).toEqual(hidden);
      expect(await seenBy(other.token)).toEqual(hidden);
      expect(await seenBy(owner.token)).toEqual(shown);
      expect(await seenBy(admin.token)).toEqual(shown);
    });

    it('and so are their rows, whoever knows the ids: for others there are none', async () => {
      const { test, admin, owner, other } = callers();
      const { matchId, homeId } = await createMatch(test.database);
      await test.call('GET', `/api/matches/id/${matchId}/match_data`);
      const stage = new SocketStage(() => test);
      const player = await stage.addPlayer(matchId, homeId);
      await stage.sql('update player_match set player_match_eesl_id = 815815 where id = $1', [player]);
      const event = await post('/api/football_event/', { match_id: matchId, event_number: 1 });
      await stage.sql('update match set isprivate = true, user_id = $2 where id = $1', [matchId, owner.id]);
      const [rows] = await stage.sql(
        `select g.id as game, p.id as play, s.id as board, d.id as data
         from gameclock g join playclock p using (match_id) join scoreboard s using (match_id)
         join matchdata d using (match_id) where match_id = $1`,
        [matchId],
      );
      const { game, play, board, data } = rows as Record<'game' | 'play' | 'board' | 'data', number>;
      const paths: [path: string, id: number][] = [
        ['gameclock/id/?', game],
        ['gameclock/?', game],
        ['playclock/id/?', play],
        ['playclock/?', play],
        ['scoreboards/id/?', board],
        ['scoreboards/?', board],
        ['scoreboards/matchdata/id/?', data],
        ['matchdata/id/?', data],
        ['matchdata/?', data],
        ['football_event/id/?', event],
        ['football_event/?', event],
        ['players_match/id/?', player],
        ['players_match/?', player],
        ['players_match/eesl_id/?', 815_815],
        ['players_match/id/?/full_data', player],
        ['players_match/id/?/player_in_sport', player],
        ['players_match/id/?/player_in_team_tournament', player],
      ];
      const tested = paths.map(([path]) => `/api/${path}`).toSorted();
      expect(readsOfRows(test).toSorted()).toEqual(tested);
      const UNKNOWN = 2_147_483_000;
      for (const token of [undefined, other.token, owner.token, admin.token]) {
        const options = token === undefined ? {} : { token };
        const isShown = token === owner.token || token === admin.token;
        for (const [path, id] of paths) {
          const read = (of: number) => test.call('GET', `/api/${path.replace('?', String(of))}`, options);
          const { status, body } = await read(id);
          expect([path, status]).toEqual([path, isShown ? 200 : 404]);
          const unknown = JSON.stringify((await read(UNKNOWN)).body).replace(String(UNKNOWN), String(id));
          if (!isShown) expect(JSON.stringify(body)).toBe(unknown);
        }
        for (const [path, id] of [
          ['playclock/', play],
          ['scoreboards/', board],
          ['players_match/', player],
        ] as const) {
          const { body } = await test.call<{ id: number }[]>('GET', `/api/${path}`, options);
          expect([path, body.some((row) => row.id === id)]).toEqual([path, isShown]);
        }
      }
    });

    it('end whatever follows them when they become private, but for those who may see them', async () => {
      const { test, admin, owner, other } = callers();
      await until(() => test.app.get(JournalListener).healthy);
      const { matchId } = await createMatch(test.database);
      await test.call('GET', `/api/matches/id/${matchId}/match_data`);
      const watchers = await Promise.all(
        [undefined, other.token, owner.token, admin.token].map((token) => Watcher.open(test.host, matchId, token)),
      );
      await until(() => watchers.every((watcher) => watcher.hasBegun));
      await test.database.sql('update match set isprivate = true, user_id = $2 where id = $1', [matchId, owner.id]);
      await test.database.sql('update matchdata set score_team_a = 7 where match_id = $1', [matchId]);
      const [anonymous, stranger, ofOwner, ofAdmin] = watchers as [Watcher, Watcher, Watcher, Watcher];
      await until(
        () => [anonymous, stranger].every((watcher) => watcher.isOver) && ofOwner.knows(7) && ofAdmin.knows(7),
        () => watchers.map(({ state }) => state),
      );
      for (const watcher of [anonymous, stranger]) {
        expect(watcher.state).toEqual({
          sockets: [4404, 4404],
          graphql: ['MATCH_NOT_FOUND', 'MATCH_NOT_FOUND'],
          dashboard: { feed: 'MATCH_NOT_FOUND', scoreboard: 'MATCH_NOT_FOUND' },
        });
        expect(watcher.toldPrivate).toBe(false);
      }
      for (const watcher of [ofOwner, ofAdmin]) {
        expect(watcher.state).toEqual({ sockets: [undefined, undefined], graphql: [], dashboard: {} });
        expect(watcher.toldPrivate).toBe(true);
      }

      // And nobody else begins to follow it now.
      await expect(SocketClient.match(test.host, matchId)).rejects.toThrow('404');
      stranger.graphql.subscribe('late', `subscription { plays(matchId: ${matchId}) { version } }`);
      await until(() => stranger.state.graphql.length === 3);
      expect(await stranger.dashboard.emitWithAck('subscribe', { matchId })).toMatchObject({
        ok: false,
        error: { code: 'MATCH_NOT_FOUND' },
      });
      expect(await ofOwner.dashboard.emitWithAck('subscribe', { matchId })).toMatchObject({ ok: true });
      for (const watcher of watchers) watcher.close();
      await until(() => test.app.get(Hub).size.matches === 0);
    });
  });
}

/** Every route that reads a row of a match by something else than the match. */
const readsOfRows = ({ app }: StatsboardsApp): string[] =>
  controllerRoutes(app)
    .filter(({ method, path }) => method === 'GET' && !path.includes(':match_id'))
    .map(({ path }) => path.replace(/:\w+/, '?'))
    .filter((path) =>
      /^\/api\/(gameclock|playclock|scoreboards|matchdata|football_event|players_match)\/.*\?/.test(path),
    );
