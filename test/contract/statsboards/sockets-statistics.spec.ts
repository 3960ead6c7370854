import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JournalListener } from '#realtime/index.js';
import { until } from '../../support/feed.js';
import { createMatch } from '../../support/fixtures.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { signUp } from './sign-up.js';
import { type Message, SocketClient } from './socket-client.js';
import { Editor, type EditedFigure, FIGURES, type Stats } from './statistics-editor.js';

let test: StatsboardsApp;
beforeAll(async () => {
  test = await bootStatsboards();
  await until(() => test.app.get(JournalListener).healthy);
});
afterAll(() => test.close());

const sql = <Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []) =>
  test.database.sql<Row & Record<string, unknown>>(text, values);

interface Game {
  matchId: number;
  homeId: number;
  /** A player of the match of each team. */
  home: number;
  away: number;
}

async function game(): Promise<Game> {
  const { matchId, homeId, awayId } = await createMatch(test.database);
  const [home, away] = await sql<{ id: number }>(
    'insert into player_match (match_id, team_id, match_number) values ($1, $2, 1), ($1, $3, 2) returning id',
    [matchId, homeId, awayId],
  );
  return { matchId, homeId, home: home!.id, away: away!.id };
}

const play = ({ matchId, homeId, home, away }: Game, number: number) =>
  sql(
    `insert into football_event (match_id, event_number, event_qtr, event_down, offense_team, run_player, tackle_player,
                                 play_type, play_result, ball_on, ball_moved_to)
     values ($1, $2, 1, 1, $3, $4, $5, 'run', 'gain', 20, 25)`,
    [matchId, number, homeId, home, away],
  );

type Told = Message & { stats: Stats; server_timestamp: string; detail?: string };

const statsOf = async (matchId: number): Promise<Stats> =>
  (await test.call<Stats>('GET', `/api/matches/id/${matchId}/stats/`)).body;
const teamEdit = (figures: object, timestamp: unknown = new Date().toISOString()): object => ({
  type: 'stats_update',
  stats: { team_a: { team_stats: figures } },
  timestamp,
});

async function open(matchId: number): Promise<SocketClient> {
  const client = await SocketClient.statistics(test.host, matchId);
  await client.nextOf('full_stats_update');
  return client;
}

/** Everything has been told that there is to tell. */
async function quiet(matchId: number, ...clients: SocketClient[]): Promise<void> {
  const witness = await open(matchId);
  const marker = 100_000 + Math.floor(Math.random() * 900_000);
  await sql(
    `insert into stat_override (match_id, path, value) values ($1, 'away.team.lostYards', to_jsonb($2::int))
     on conflict (match_id, path) do update set value = excluded.value`,
    [matchId, marker],
  );
  for (const client of [witness, ...clients]) {
    await client.next<Told>((message) => (message as Told).stats?.team_b.team_stats['lost_yards'] === marker);
  }
  await witness.close();
}

describe('a statistics socket', () => {
  it('begins with everything, and tells of every play, as REST has it', async () => {
    const g = await game();
    await play(g, 1);
    const client = await SocketClient.statistics(test.host, g.matchId);
    const full = await client.nextOf<Told>('full_stats_update');
    expect(full).toEqual({
      type: 'full_stats_update',
      match_id: g.matchId,
      stats: await statsOf(g.matchId),
      server_timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
    });
    expect(full.stats.team_a).toMatchObject({
      team_stats: { run_yards: 5 },
      offense_stats: { [g.home]: { run_attempts: 1 } },
    });
    for (let number = 2; number <= 8; number++) await play(g, number);
    const update = await client.next<Told>(
      (message) => message.type === 'stats_update' && (message as Told).stats.team_a.team_stats['run_att'] === 8,
    );
    expect(update.stats).toEqual(await statsOf(g.matchId));
    await client.close();
  });

  it('takes an edit, keeps it with its author’s time and the old value, and tells all others', async () => {
    const g = await game();
    const [editor, first, second] = [await open(g.matchId), await open(g.matchId), await open(g.matchId)];
    editor.send(teamEdit({ offence_yards: 255 }, '2026-01-02T17:33:00.123456'));
    for (const other of [first, second]) {
      expect((await other.nextOf<Told>('stats_update')).stats.team_a.team_stats['offence_yards']).toBe(255);
    }
    expect((await statsOf(g.matchId)).team_a.team_stats['offence_yards']).toBe(255);
    expect(
      await sql('select path, value, previous, client_timestamp from stat_override where match_id = $1', [g.matchId]),
    ).toEqual([
      {
        path: 'home.team.offenceYards',
        value: 255,
        previous: 0,
        client_timestamp: new Date('2026-01-02T17:33:00.123Z'),
      },
    ]);
    // The sender knows: the next thing it hears is somebody else's.
    first.send(teamEdit({ turnovers: 2 }, '2026-01-02T17:34:00'));
    const heard = await editor.nextOf<Told>('stats_update');
    expect(heard.stats.team_a.team_stats).toMatchObject({ offence_yards: 255, turnovers: 2 });
    expect(editor.messages).toHaveLength(2);
    await Promise.all([editor, first, second].map((client) => client.close()));
  });

  it('answers an edit that is not newer than the last one with what is', async () => {
    const g = await game();
    const client = await open(g.matchId);
    const loser = await open(g.matchId);
    client.send(teamEdit({ pass_yards: 10 }, '2026-01-02T17:33:00.500+02:00'));
    await loser.nextOf('stats_update');
    loser.send(teamEdit({ pass_yards: 99 }, '2026-01-02T15:33:00.499Z'));
    expect(await loser.nextOf<Told>('stats_sync')).toMatchObject({
      match_id: g.matchId,
      stats: { team_a: { team_stats: { pass_yards: 10 } } },
      server_timestamp: expect.any(String),
    });
    loser.send(teamEdit({ pass_yards: 98 }, '2026-01-02T15:33:00.500Z'));
    await until(() => loser.of('stats_sync').length === 2);
    loser.send(teamEdit({ pass_yards: 12 }, '2026-01-02T15:33:00.501'));
    expect((await client.nextOf<Told>('stats_update')).stats.team_a.team_stats['pass_yards']).toBe(12);
    expect((await statsOf(g.matchId)).team_a.team_stats['pass_yards']).toBe(12);
    await Promise.all([client.close(), loser.close()]);
  });

  it('says what is wrong with an edit it cannot take, and passes over what is no message', async () => {
    const g = await game();
    const client = await open(g.matchId);
    const refused: [edit: object, detail: string][] = [
      [teamEdit({ pass_yards: 1 }, null), 'timestamp'],
      [teamEdit({ pass_yards: 1 }, 'yesterday'), 'timestamp'],
      [teamEdit({ pass_yards: '1' }), 'team_a.team_stats.pass_yards must be a number'],
      [{ ...teamEdit({ pass_yards: 1 }), match_id: g.matchId + 1 }, 'match_id'],
      [{ type: 'stats_update', timestamp: new Date().toISOString() }, 'stats must be an object'],
      [{ type: 'stats_update', stats: { team_a: 7 }, timestamp: new Date().toISOString() }, 'team_a must be an object'],
      [
        { type: 'stats_update', stats: { team_a: { qb_stats: { x: {} } } }, timestamp: new Date().toISOString() },
        'no player',
      ],
      [
        {
          type: 'stats_update',
          stats: { team_a: { defense_stats: { [g.away]: { tackles: 1 } } } },
          timestamp: new Date().toISOString(),
        },
        `There is no figure team_a.defense_stats.${g.away}.tackles in this match`,
      ],
    ];
    for (const [edit, detail] of refused) {
      client.forget();
      client.send(edit);
      const answer = await client.nextOf<Told>('stats_sync');
      expect(answer.detail).toContain(detail);
      expect(answer.stats.team_a.team_stats['pass_yards']).toBe(0);
    }
    for (const garbage of ['', '{', 'null', '[]', '{"type":"stats_sync"}', '{"type":"toString"}']) client.send(garbage);
    client.socket.send(Buffer.from([0xff, 0xfe]));
    client.forget();
    await quiet(g.matchId, client);
    expect(client.of('stats_sync')).toEqual([]);
    expect(client.closed).toBeUndefined();
    await client.close();
  });

  it('loses no edit by a new play, and a copy of everything nails down only what was changed in it', async () => {
    const g = await game();
    await play(g, 1);
    const client = await open(g.matchId);
    const { stats } = client.messages[0] as Told;
    stats.team_a.team_stats['first_down_gained'] = 9;
    stats.team_b['defense_stats']![g.away]!['tackles'] = 7;
    client.send({ type: 'stats_update', match_id: g.matchId, stats, timestamp: new Date().toISOString() });
    // Somebody who has done nothing yet.
    client.send({
      type: 'stats_update',
      stats: { team_b: { defense_stats: { [g.away]: { sacks: 1.5 } }, qb_stats: { [g.away]: { passes: 1 } } } },
      timestamp: new Date(Date.now() + 1).toISOString(),
    });
    await play(g, 2);
    await quiet(g.matchId, client);
    const now = await statsOf(g.matchId);
    expect(now.team_a.team_stats).toMatchObject({ first_down_gained: 9, run_att: 2, run_yards: 10 });
    expect(now.team_b['defense_stats']![g.away]).toMatchObject({ tackles: 7, sacks: 1.5 });
    expect(now.team_b['qb_stats']![g.away]).toMatchObject({ id: g.away, passes: 1, pass_yards: 0 });
    expect(await sql('select path from stat_override where match_id = $1 order by path', [g.matchId])).toHaveLength(5);
    await client.close();
  });

  it('of a match that does not exist has zeros, and what happens when it appears', async () => {
    const { homeId, awayId } = await createMatch(test.database);
    const id = 8_000_002;
    const client = await SocketClient.statistics(test.host, id);
    expect((await client.nextOf<Told>('full_stats_update')).stats).toMatchObject({
      match_id: id,
      team_a: { team_stats: { offence_yards: 0 }, qb_stats: {} },
    });
    client.send(teamEdit({ pass_yards: 1 }));
    expect((await client.nextOf<Told>('stats_sync')).detail).toContain('does not exist');
    await sql('insert into match (id, team_a_id, team_b_id) values ($1, $2, $3)', [id, homeId, awayId]);
    const told = await client.nextOf<Message & { stats: { team_a: { id: number } } }>('stats_update');
    expect(told.stats.team_a.id).toBe(homeId);
    await client.close();
  });

  it('tells anew when somebody asks by hand, and takes an edit sent before anything was received', async () => {
    const g = await game();
    const client = await open(g.matchId);
    await sql('select pg_notify($1, $2)', ['football_event_change', JSON.stringify({ match_id: g.matchId })]);
    await client.nextOf('stats_update');
    const hasty = await SocketClient.statistics(test.host, g.matchId);
    hasty.send(teamEdit({ pass_yards: 5 }));
    await until(async () => (await statsOf(g.matchId)).team_a.team_stats['pass_yards'] === 5);
    await Promise.all([client.close(), hasty.close()]);
  });
});

/** Instants of the edits that were taken, in the order in which they were. */
const takenEdits = async (matchId: number): Promise<number[]> =>
  (
    await sql<{ at: string }>(
      `select data ->> 'client_timestamp' as at from match_journal
       where match_id = $1 and entity = 'stat_override' and data ->> 'client_timestamp' is not null order by version`,
      [matchId],
    )
  ).map(({ at }) => Date.parse(at));

describe('several who edit together', () => {
  const step = (editors: number) =>
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('edit' as const),
          who: fc.nat({ max: editors - 1 }),
          figure: fc.nat({ max: FIGURES.length - 1 }),
          value: fc.integer({ min: -50, max: 500 }),
          // Clocks of clients differ.
          clock: fc.integer({ min: -30, max: 30 }),
        }),
      },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('play' as const) }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('settle' as const), ms: fc.nat({ max: 12 }) }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constantFrom('cut' as const, 'freeze' as const, 'thaw' as const),
          who: fc.nat({ max: editors - 1 }),
        }),
      },
    );
  const scripts = fc
    .integer({ min: 2, max: 5 })
    .chain((editors) =>
      fc.record({ editors: fc.constant(editors), steps: fc.array(step(editors), { minLength: 15, maxLength: 30 }) }),
    );

  it('all end with the same, whoever lost was told so, and plays cost no edit (12 schedules)', async () => {
    let [accepted, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(scripts, async ({ editors: count, steps }) => {
        const g = await game();
        const editors = Array.from({ length: count }, () => new Editor(test.host, g.matchId));
        for (const editor of editors) await editor.connect();
        const edits: EditedFigure[] = [];
        const times = new Set<number>();
        let plays = 0;
        for (const each of steps) {
          if (each.do === 'edit') {
            let at = Date.UTC(2026, 0, 2) + edits.length * 20 + each.clock;
            while (times.has(at)) at++;
            times.add(at);
            edits.push(editors[each.who]!.edit(FIGURES[each.figure]!, each.value, at));
          } else if (each.do === 'play') await play(g, ++plays);
          else if (each.do === 'settle') await new Promise((resolve) => setTimeout(resolve, each.ms));
          else if (each.do === 'cut') await editors[each.who]!.reconnect();
          else editors[each.who]!.tcp[each.do === 'freeze' ? 'pause' : 'resume']();
        }
        for (const editor of editors) editor.tcp.resume();

        // Nothing is said from here on that could mend what somebody shows.
        let [taken, final] = [await takenEdits(g.matchId), await statsOf(g.matchId)];
        await until(
          async () => {
            taken = await takenEdits(g.matchId);
            final = await statsOf(g.matchId);
            if ((await takenEdits(g.matchId)).length !== taken.length) return false;
            return editors.every(
              ({ stats, syncs, sentHere }) =>
                isDeepStrictEqual(stats, final) && syncs === sentHere.filter(({ at }) => !taken.includes(at)).length,
            );
          },
          () => [final, taken, ...editors.map(({ stats, syncs, sentHere }) => ({ stats, syncs, sentHere }))],
          3_000,
        );
        expect(taken).toEqual(taken.toSorted((a, b) => a - b));
        for (const figure of FIGURES) {
          const last = edits
            .filter((edit) => edit.figure === figure && taken.includes(edit.at))
            .toSorted((a, b) => a.at - b.at)
            .at(-1);
          if (last) expect(figure.of(final)).toBe(last.value);
        }
        if (plays > 0) expect(final.team_a.team_stats['run_att']).toBe(plays);
        accepted += taken.length;
        refused += edits.length - taken.length;
        for (const { client } of editors) await client.close();
      }),
      { numRuns: 12, seed: 20_260_102, endOnFailure: true },
    );
    expect(accepted).toBeGreaterThan(25);
    expect(refused).toBeGreaterThan(25);
  }, 90_000);
});

describe('with authenticated writes', () => {
  let closed: StatsboardsApp;
  beforeAll(async () => {
    closed = await bootStatsboards({ STATSBOARDS_WRITES: 'authenticated' }, test.database);
  });
  afterAll(() => closed.close());

  it('everybody reads, and editors write', async () => {
    const g = await game();
    const [editor, user] = [await signUp(test, 'editor'), await signUp(test)];
    const path = `/api/matches/ws/matches/${g.matchId}/stats`;
    const detailOf = async (query: string, headers: Record<string, string> = {}): Promise<string | undefined> => {
      const client = await SocketClient.open(closed.host, path + query, { headers });
      await client.nextOf('full_stats_update');
      client.send(teamEdit({ pass_yards: 44 }));
      const answer = await client.nextOf<Told>('stats_sync');
      await client.close();
      return answer.detail;
    };
    expect(await detailOf('')).toBe('Not authenticated');
    expect(await detailOf('?token=bad')).toBe('Could not validate credentials');
    expect(await detailOf(`?token=${user.token}`)).toContain('Required roles: editor, admin');
    const watcher = await SocketClient.open(closed.host, path);
    await watcher.nextOf('full_stats_update');
    for (const [yards, query, headers] of [
      [45, `?token=${editor.token}`, {}],
      [46, '', { authorization: `Bearer ${editor.token}` }],
    ] as const) {
      const client = await SocketClient.open(closed.host, path + query, { headers });
      await client.nextOf('full_stats_update');
      client.send(teamEdit({ pass_yards: yards }));
      await watcher.next((message) => (message as Told).stats.team_a.team_stats['pass_yards'] === yards);
      await client.close();
    }
    expect(await sql('select author_id, value from stat_override where match_id = $1', [g.matchId])).toEqual([
      { author_id: editor.id, value: 46 },
    ]);
    await watcher.close();
  });

  it('a private match is there for its owner and administrators alone', async () => {
    const g = await game();
    const [owner, stranger, admin] = [await signUp(test), await signUp(test, 'editor'), await signUp(test, 'admin')];
    await sql('update match set isprivate = true, user_id = $2 where id = $1', [g.matchId, owner.id]);
    for (const path of [`/api/matches/ws/matches/${g.matchId}/stats`, `/api/matches/ws/id/${g.matchId}/c`]) {
      for (const query of ['', `?token=${stranger.token}`]) {
        await expect(SocketClient.open(closed.host, path + query)).rejects.toThrow('404');
      }
      for (const { token } of [owner, admin]) {
        const client = await SocketClient.open(closed.host, `${path}?token=${token}`);
        await client.next(() => true);
        await client.close();
      }
      await (await SocketClient.open(test.host, path)).close();
    }
  });
});
