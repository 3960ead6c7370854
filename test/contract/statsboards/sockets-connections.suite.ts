import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { MatchSockets } from '#dialects/statsboards/sockets/match-sockets.js';
import { Hub, JournalListener, UpgradeRouter } from '#realtime/index.js';
import { until } from '../../support/feed.js';
import { createMatch } from '../../support/fixtures.js';
import type { StatsboardsApp } from './boot.js';
import { SocketClient } from './socket-client.js';
import { type Clock, games, SocketStage } from './socket-stage.js';

/** Connections that come, go, stall and misbehave; part of sockets.spec.ts, whose application it uses. */
export function connectionsOfSockets(app: () => StatsboardsApp): void {
  const stage = new SocketStage(app);
  describe('connections', () => {
    it('D7: with one client id are as many clients, and closing one leaves the others', async () => {
      const { matchId } = await createMatch(app().database);
      const tabs = await Promise.all(
        Array.from({ length: 4 }, () => SocketClient.match(app().host, matchId, 'the-same')),
      );
      for (const tab of tabs) await tab.nextOf('gameclock-update');
      await tabs[0]!.close();
      tabs[0] = await SocketClient.match(app().host, matchId, 'the-same');
      await tabs[0].nextOf('gameclock-update');
      await stage.sql('update matchdata set score_team_a = 14 where match_id = $1', [matchId]);
      for (const tab of tabs) await tab.nextOf('match-update');
      expect(tabs.map(({ closed }) => closed)).toEqual([undefined, undefined, undefined, undefined]);
      await Promise.all(tabs.map((tab) => tab.close()));
      await until(() => app().app.get(Hub).size.matches === 0);
    });

    it('D16: outlive whatever is sent to them', async () => {
      const { client, matchId } = await stage.watched();
      for (const garbage of ['', 'garbage', '{', 'null', '[]', '7', '"ping"', '{"type":{}}', '{"type":"__proto__"}']) {
        client.socket.send(garbage);
      }
      client.socket.send(Buffer.from([0, 255, 1]));
      client.send({ type: 'pong', timestamp: 'x' });
      client.send({ type: 'ping', timestamp: 12.5 });
      expect(await client.nextOf('pong')).toEqual({ type: 'pong', timestamp: 12.5 });
      await stage.sql('update matchdata set score_team_a = 3 where match_id = $1', [matchId]);
      await client.nextOf('match-update');
      const shouting = await SocketClient.match(app().host, matchId);
      shouting.socket.send('x'.repeat(70_000));
      await until(() => shouting.closed !== undefined);
      expect(shouting.closed?.code).toBe(1009);
      expect(client.closed).toBeUndefined();
      await client.close();
    });

    it('are pinged, and let go after 12 hours in which nothing happened', async () => {
      const { client } = await stage.watched();
      const sockets = app().app.get(MatchSockets);
      sockets.ping(performance.now());
      expect(await client.nextOf('ping')).toEqual({ type: 'ping', timestamp: expect.closeTo(Date.now() / 1000, -2) });
      sockets.ping(performance.now() + 12 * 3_600_000);
      await until(() => client.closed !== undefined);
      expect(client.closed?.code).toBe(1000);
    });

    it('D17: miss nothing when the database ends the listening connection', async () => {
      const { client, ids } = await stage.watched();
      for (let score = 1; score <= 12; score++) {
        if (score % 4 === 1) {
          await until(() => app().app.get(JournalListener).healthy);
          await stage.sql(`select pg_terminate_backend(pid) from pg_stat_activity
                   where application_name = 'touchline listener' and datname = current_database()`);
        }
        await stage.sql('update matchdata set score_team_a = $2 where id = $1', [ids.data, score]);
      }
      await app().call('PUT', `/api/gameclock/id/${ids.game}/stopped/77/`);
      await client.next(({ match_data }) => (match_data as Clock | undefined)?.['score_team_a'] === 12);
      await until(() => games(client).at(-1)?.['gameclock'] === 77);
      await until(() => app().app.get(JournalListener).healthy);
      await client.close();
    });

    it('that do not read are cut, while others see nothing of it', async () => {
      const { client, ids, matchId, homeId } = await stage.watched();
      // What is told fills the buffers of the kernel soon.
      await stage.sql(`update team set description = repeat('x', 200000) where id = $1`, [homeId]);
      await stage.sql('select pg_notify($1, $2)', ['match_change', JSON.stringify({ match_id: matchId })]);
      await client.next(
        ({ type, teams_data }) => type === 'match-update' && JSON.stringify(teams_data).length > 200_000,
      );
      const router = app().app.get(UpgradeRouter);
      const before = router.connections;
      const stalled = await SocketClient.match(app().host, matchId);
      await stalled.nextOf('gameclock-update');
      stalled.tcp.pause();
      let told = 0;
      for (let score = 1; router.connections > before && score < 2_000; score++) {
        await stage.sql('update matchdata set score_team_a = $2 where id = $1', [ids.data, score]);
        told = score;
      }
      expect(router.connections).toBe(before);
      await client.next(({ match_data }) => (match_data as Clock | undefined)?.['score_team_a'] === told);
      expect(client.closed).toBeUndefined();
      await client.close();
    });

    it('that are reset in the handshake disturb nobody', async () => {
      const { client, ids } = await stage.watched();
      for (let attempt = 0; attempt < 20; attempt++) {
        const socket = connect(Number(app().host.split(':')[1]), '127.0.0.1');
        socket.on('error', () => undefined);
        const request =
          `GET /api/matches/ws/id/1/c HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
        await new Promise((resolve) => socket.write(request, resolve));
        socket.resetAndDestroy();
      }
      await stage.sql('update matchdata set score_team_a = 3 where id = $1', [ids.data]);
      await client.nextOf('match-update');
      await client.close();
      await until(() => app().app.get(Hub).size.matches === 0);
    });
  });
}
