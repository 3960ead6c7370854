import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MatchRostersService } from '#modules/matches/index.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createMatch } from '../support/fixtures.js';

let test: TestApp;
let rosters: MatchRostersService;
beforeAll(async () => {
  test = await bootApp();
  rosters = test.app.get(MatchRostersService);
});
afterAll(() => test.close());

const list = (matchId: number) => RequestContext.create(test.app.get(MikroORM).em, () => rosters.listPlayers(matchId));

async function create(sql: string, ...values: unknown[]): Promise<number> {
  return (await test.database.sql<{ id: number }>(`${sql} returning id`, values))[0].id;
}

/** A match with two players of its home team, both at one position. */
async function matchWithPlayers() {
  const { matchId, homeId } = await createMatch(test.database);
  const sportId = await create('insert into sport (title) values ($1)', `Sport of ${matchId}`);
  const positionId = await create('insert into position (title, sport_id) values ($1, $2)', 'Safety', sportId);
  const persons: number[] = [];
  for (const name of ['Adams', 'Brown']) {
    const personId = await create('insert into person (first_name, second_name) values ($1, $2)', 'Ann', name);
    const playerId = await create('insert into player (sport_id, person_id) values ($1, $2)', sportId, personId);
    const membershipId = await create(
      'insert into player_team_tournament (player_id, team_id, position_id) values ($1, $2, $3)',
      playerId,
      homeId,
      positionId,
    );
    await create(
      'insert into player_match (match_id, team_id, player_team_tournament_id) values ($1, $2, $3)',
      matchId,
      homeId,
      membershipId,
    );
    persons.push(personId);
  }
  return { matchId, homeId, positionId, persons };
}

const comprehensive = async (matchId: number) => {
  const answer = await fetch(`http://${test.host}/api/matches/id/${matchId}/comprehensive/`);
  const { players } = (await answer.json()) as {
    players: { person: { first_name: string }; position: { title: string }; team: { title: string } }[];
  };
  return players.map(({ person, position, team }) => [person.first_name, position.title, team.title]);
};

describe('players of a match', () => {
  it('are the same list until something of it changes', async () => {
    const { matchId, persons } = await matchWithPlayers();
    const before = await list(matchId);
    expect(before.map(({ person }) => person?.secondName)).toEqual(['Adams', 'Brown']);
    expect(before[0].team).toBe(before[1].team);
    expect(before[0].position).toBe(before[1].position);
    expect(await list(matchId)).toBe(before);
    await test.database.sql(`update person set second_name = 'Clark' where id = $1`, [persons[0]]);
    const after = await list(matchId);
    expect(after.map(({ person }) => person?.secondName)).toEqual(['Brown', 'Clark']);
    expect(before.map(({ person }) => person?.secondName)).toEqual(['Adams', 'Brown']);
    expect(await list(matchId)).toBe(after);
  });

  it('are told as they are, whatever was told before and whoever changes what', async () => {
    const { matchId, homeId, positionId, persons } = await matchWithPlayers();
    const team = `Home of ${homeId}`;
    await test.database.sql('update team set title = $2 where id = $1', [homeId, team]);
    const ann = ['Ann', 'Safety', team];
    expect(await comprehensive(matchId)).toEqual([ann, ann]);
    await test.database.sql(`update person set first_name = 'Eve' where id = $1`, [persons[1]]);
    expect(await comprehensive(matchId)).toEqual([ann, ['Eve', 'Safety', team]]);
    await test.database.sql(`update position set title = 'Center' where id = $1`, [positionId]);
    expect(await comprehensive(matchId)).toEqual([
      ['Ann', 'Center', team],
      ['Eve', 'Center', team],
    ]);
    await test.database.sql(`update team set title = 'Lions' where id = $1`, [homeId]);
    expect(await comprehensive(matchId)).toEqual([
      ['Ann', 'Center', 'Lions'],
      ['Eve', 'Center', 'Lions'],
    ]);
    await test.database.sql('delete from player_match where match_id = $1', [matchId]);
    expect(await comprehensive(matchId)).toEqual([]);
  });
});
