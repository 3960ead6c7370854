import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { type SignedUp, signUp } from './sign-up.js';

let test: StatsboardsApp;
let admin: SignedUp;
let make: Catalogue;
beforeAll(async () => {
  test = await bootStatsboards();
  admin = await signUp(test, 'admin');
  make = new Catalogue(test, admin.token);
});
afterAll(() => test.close());

type Row = Record<string, unknown>;

const one = async (sql: string, values: unknown[]): Promise<number> =>
  (await test.database.sql<{ id: number }>(`${sql} returning id`, values))[0].id;

/** A player of a sport in a tournament, at a position. */
async function player(sportId: number, tournamentIds: number[], positionId: number | null, personId?: number) {
  const person = personId ?? (await one(`insert into person (first_name, second_name) values ('A', 'B')`, []));
  const id = await one('insert into player (person_id, sport_id) values ($1, $2)', [person, sportId]);
  const entries = [];
  for (const tournamentId of tournamentIds) {
    const sql = 'insert into player_team_tournament (player_id, tournament_id, position_id) values ($1, $2, $3)';
    entries.push(await one(sql, [id, tournamentId, positionId]));
  }
  return { id, person, entries };
}

const move = async (id: number, body: object, token?: string) => {
  const path = `/api/tournaments/id/${id}/move-sport`;
  const answer = await test.call<Row>('POST', path, { body, token: token ?? admin.token });
  return [answer.status, answer.body] as const;
};
const sportOf = async (table: string, id: number): Promise<number> =>
  (await test.database.sql<{ sport_id: number }>(`select sport_id from ${table} where id = $1`, [id]))[0].sport_id;

interface Scene {
  source: number;
  target: number;
  tournament: number;
  other: number;
  team: number;
  shared: number;
}
let scene: Scene;
/** Two tournaments of one sport; one team in the first only, another in both. */
beforeEach(async () => {
  const [source, target] = [(await make.sport()).id, (await make.sport()).id];
  const season_id = (await make.season()).id;
  const tournament = (await make.tournament({ season_id, sport_id: source })).id;
  const other = (await make.tournament({ season_id, sport_id: source })).id;
  const [team, shared] = [(await make.team(source)).id, (await make.team(source)).id];
  for (const [teamId, to] of [
    [team, tournament],
    [shared, tournament],
    [shared, other],
  ]) {
    await test.call('POST', `/api/team_in_tournament/${teamId}in${to}`);
  }
  scene = { source, target, tournament, other, team, shared };
});

const NONE = { teams: [], players: [] };
const alone = () => test.call('DELETE', `/api/team_in_tournament/${scene.shared}in${scene.other}`);

describe('moving a tournament to another sport', () => {
  it('behaviour 46: takes teams and players along and gives them positions of the same title, or none', async () => {
    await alone();
    const known = await make.position(scene.source, { title: 'Guard' });
    const unknown = await make.position(scene.source, { title: 'Tackle' });
    const equal = await make.position(scene.target, { title: 'GUARD' });
    const first = await player(scene.source, [scene.tournament], known.id);
    const second = await player(scene.source, [scene.tournament], unknown.id);
    const bystander = await player(scene.source, [], null);
    const matchId = await make.match({ tournamentId: scene.tournament, teamIds: [scene.team, scene.shared] });
    const inMatch = await one(
      `insert into player_match (match_id, team_id, player_team_tournament_id, match_position_id) values ($1, $2, $3, $4)`,
      [matchId, scene.team, second.entries[0], unknown.id],
    );
    const missing = (entity: string, record_id: number) => ({
      title: 'Tackle',
      source_position_id: unknown.id,
      entity,
      record_id,
    });
    const report = {
      updated_counts: { tournament: 1, teams: 2, players: 2, player_team_tournaments: 2, player_matches: 1 },
      conflicts: NONE,
      missing_positions: [missing('player_team_tournament', second.entries[0]), missing('player_match', inMatch)],
    };

    expect(await move(scene.tournament, { target_sport_id: scene.target, preview: true })).toEqual([
      200,
      { moved: false, preview: true, ...report, moved_tournaments: [] },
    ]);
    expect(await sportOf('tournament', scene.tournament)).toBe(scene.source);
    expect(await sportOf('player', first.id)).toBe(scene.source);

    expect(await move(scene.tournament, { target_sport_id: scene.target })).toEqual([
      200,
      { moved: true, preview: false, ...report, moved_tournaments: [scene.tournament] },
    ]);
    for (const [table, id, sport] of [
      ['tournament', scene.tournament, scene.target],
      ['team', scene.team, scene.target],
      ['player', first.id, scene.target],
      ['player', second.id, scene.target],
      ['player', bystander.id, scene.source],
      ['tournament', scene.other, scene.source],
    ] as const) {
      expect([table, await sportOf(table, id)]).toEqual([table, sport]);
    }
    const positions = await test.database.sql(
      'select position_id from player_team_tournament where tournament_id = $1 order by id',
      [scene.tournament],
    );
    expect(positions.map(({ position_id }) => position_id as unknown)).toEqual([equal.id, null]);
    expect((await test.database.sql('select match_position_id from player_match where id = $1', [inMatch]))[0]).toEqual(
      {
        match_position_id: null,
      },
    );
  });

  it('is refused while others share its teams or players, and says who they are', async () => {
    const both = await player(scene.source, [scene.tournament, scene.other], null);
    const conflicts = {
      teams: [{ entity_id: scene.shared, tournament_ids: [scene.other] }],
      players: [{ entity_id: both.id, tournament_ids: [scene.other] }],
    };
    const [status, { detail }] = await move(scene.tournament, { target_sport_id: scene.target });
    expect([status, detail]).toEqual([409, { message: expect.any(String) as string, conflicts }]);
    expect(await sportOf('tournament', scene.tournament)).toBe(scene.source);
    const [previewed, preview] = await move(scene.tournament, { target_sport_id: scene.target, preview: true });
    expect([previewed, preview['moved'], preview['conflicts']]).toEqual([200, false, conflicts]);
  });

  it('takes those along when told to, and what they share in turn', async () => {
    const third = (await make.tournament({ sport_id: scene.source })).id;
    const linked = await player(scene.source, [scene.other, third], null);
    const body = { target_sport_id: scene.target, move_conflicting_tournaments: true };
    const [status, report] = await move(scene.tournament, body);
    expect([status, report['moved_tournaments']]).toEqual([200, [scene.tournament, scene.other, third]]);
    expect(report['updated_counts']).toMatchObject({ tournament: 3, teams: 2, players: 1 });
    expect(await sportOf('player', linked.id)).toBe(scene.target);
    expect(await sportOf('tournament', third)).toBe(scene.target);
  });

  it('does nothing within its own sport', async () => {
    const [status, report] = await move(scene.tournament, { target_sport_id: scene.source });
    expect([status, report['moved'], report['moved_tournaments']]).toEqual([200, true, []]);
  });

  it('is refused as a whole when a person plays the other sport already', async () => {
    await alone();
    const { id, person } = await player(scene.source, [scene.tournament], null);
    const there = (await make.tournament({ sport_id: scene.target })).id;
    await player(scene.target, [there], null, person);
    const conflicts = { teams: [], players: [{ entity_id: id, tournament_ids: [there] }] };
    for (const move_conflicting_tournaments of [false, true]) {
      const body = { target_sport_id: scene.target, move_conflicting_tournaments };
      const [previewed, preview] = await move(scene.tournament, { ...body, preview: true });
      expect([previewed, preview['conflicts']]).toEqual([200, conflicts]);
      const [status, { detail }] = await move(scene.tournament, body);
      expect([status, detail]).toEqual([409, { message: expect.stringContaining('already') as string, conflicts }]);
    }
    expect(await sportOf('team', scene.team)).toBe(scene.source);
  });

  it('needs both to exist, a sport to go to, and an administrator', async () => {
    expect((await move(2_147_483_647, { target_sport_id: scene.target }))[0]).toBe(404);
    expect((await move(scene.tournament, { target_sport_id: 2_147_483_647 }))[0]).toBe(404);
    expect((await move(scene.tournament, {}))[0]).toBe(422);
    const { token } = await signUp(test, 'editor');
    expect((await move(scene.tournament, { target_sport_id: scene.target }, token))[0]).toBe(403);
  });
});
