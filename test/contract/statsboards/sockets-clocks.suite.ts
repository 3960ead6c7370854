import { describe, expect, it } from 'vitest';
import { until } from '../../support/feed.js';
import { createMatch } from '../../support/fixtures.js';
import type { StatsboardsApp } from './boot.js';
import { SocketClient } from './socket-client.js';
import { type Clock, games, plays, SocketStage } from './socket-stage.js';

/** Clocks as a connected client sees them; part of sockets.spec.ts, whose application it uses. */
export function clocksOverSockets(app: () => StatsboardsApp): void {
  const stage = new SocketStage(app);
  describe('clocks', () => {
    const startedAgo = (table: string, id: number, ms: number) =>
      stage.sql(`update ${table} set started_at_ms = started_at_ms - $2::bigint where id = $1`, [id, ms]);

    it('are told with each change: new status and new version in one message', async () => {
      const { client, ids, matchId } = await stage.watched();
      const steps: [path: string, expected: object][] = [
        [`gameclock/id/${ids.game}/running/`, { gameclock_status: 'running', version: 2, gameclock: 720 }],
        [`gameclock/id/${ids.game}/paused/`, { gameclock_status: 'paused', version: 3, started_at_ms: null }],
        [`gameclock/id/${ids.game}/stopped/100/`, { gameclock_status: 'stopped', version: 4, gameclock: 100 }],
        [`gameclock/id/${ids.game}/reset/`, { gameclock_status: 'stopped', version: 5, gameclock: 720 }],
        [`gameclock/id/${ids.game}/running/`, { gameclock_status: 'running', version: 6 }],
        // While it runs, too.
        [`gameclock/id/${ids.game}/reset/`, { gameclock_status: 'stopped', version: 7, started_at_ms: null }],
      ];
      for (const [path, expected] of steps) {
        await app().call('PUT', `/api/${path}`);
        await until(() => games(client).at(-1)?.version === (expected as Clock).version);
        expect(games(client).at(-1)).toMatchObject(expected);
      }
      for (const message of client.of('gameclock-update')) {
        expect(message).toMatchObject({ match_id: matchId, server_time_ms: expect.any(Number) });
        expect((message['gameclock'] as Clock)['server_time_ms']).toBe(message['server_time_ms']);
      }
      await client.close();
    });

    it('tick once a second while they run, computed and not stored, and by the database’s time', async () => {
      const { client, ids, matchId } = await stage.watched();
      await app().call('PUT', `/api/gameclock/id/${ids.game}/running/`);
      await startedAgo('gameclock', ids.game, 9_900);
      await until(() => games(client).some(({ gameclock_time_remaining }) => gameclock_time_remaining === 710));
      await startedAgo('gameclock', ids.game, 900);
      await until(() => games(client).some(({ gameclock_time_remaining }) => gameclock_time_remaining === 709));
      const tick = games(client).at(-1)!;
      // A client may compute what is left from the anchor, or read it.
      expect(tick).toMatchObject({ gameclock: 720, gameclock_status: 'running', version: 2 });
      const passed = (tick['server_time_ms'] as number) - (tick['started_at_ms'] as number);
      expect(720 - Math.floor(passed / 1_000)).toBe(709);
      const [{ entries }] = await stage.sql(
        `select count(*)::int as entries from match_journal where match_id = $1 and topic = 'clock'`,
        [matchId],
      );
      // Created, started, and moved twice by this app().
      expect(entries).toBe(4);
      await client.close();
    });

    it('expire each for itself before the client’s eyes, however long another runs', async () => {
      const [down, up] = [await stage.watched(), await stage.watched()];
      // The one with the play clock has a game clock of the same age and, as a rule, of the same id.
      const { client, ids } = await stage.watched();
      await app().call('PUT', `/api/gameclock/id/${ids.game}/running/`);
      await startedAgo('gameclock', ids.game, 30_000);
      await app().call('PUT', `/api/playclock/id/${ids.play}/running/1/`);
      await app().call('PUT', `/api/gameclock/id/${down.ids.game}/running/1/`);
      await app().call('PUT', `/api/gameclock/${up.ids.game}/`, {
        body: { direction: 'up', gameclock: 599, gameclock_max: 600, gameclock_status: 'running' },
      });
      await until(() => plays(client).at(-1)?.playclock_status === 'stopped');
      expect(plays(client).at(-1)).toMatchObject({ playclock: null, started_at_ms: null, version: 3 });
      expect(games(client).at(-1)).toMatchObject({ gameclock_status: 'running' });
      const ended = { gameclock_status: 'stopped', gameclock_time_remaining: 0, started_at_ms: null };
      await until(() => games(down.client).at(-1)?.gameclock_status === 'stopped');
      expect(games(down.client).at(-1)).toMatchObject({ ...ended, gameclock: 0 });
      await until(() => games(up.client).at(-1)?.gameclock_status === 'stopped');
      expect(games(up.client).at(-1)).toMatchObject({ ...ended, gameclock: 600 });
      for (const each of [client, down.client, up.client]) {
        const versions = games(each).map(({ version }) => version);
        expect(versions).toEqual(versions.toSorted((a, b) => a - b));
        await each.close();
      }
    });

    it('are hidden where the sport has no play clock', async () => {
      const { matchId, homeId } = await createMatch(app().database);
      await stage.addPlayer(matchId, homeId);
      await stage.sql(
        `with preset as (insert into sport_scoreboard_preset (title, has_playclock) values ('No play clock', false) returning id),
            changed as (update sport set scoreboard_preset_id = (select id from preset) where id = (select max(id) from sport))
       update match set tournament_id = (select max(id) from tournament) where id = $1`,
        [matchId],
      );
      const client = await SocketClient.match(app().host, matchId);
      expect(await client.nextOf('playclock-update')).toMatchObject({ playclock: null, is_supported: false });
      await client.close();
    });
  });
}
