import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';

interface Row {
  team: { name: string };
  position: number;
  played: number;
  points: number;
  goalDifference: number;
  form: string;
}

let app: TestApp;
let make: Fixtures;
const tournament: Record<string, number> = {};

beforeAll(async () => {
  app = await bootApp();
  make = new Fixtures(app.database);
  const soccer = await make.sport();
  const season = await make.season(2024);
  const football = await make.sport({ kind: 'american-football' });
  const league = async (country: string | null): Promise<number> =>
    make.tournament(soccer, season, { competition_id: await make.competition(soccer, { country }) });
  for (const country of ['England', 'Spain']) tournament[country] = await league(country);
  tournament.empty = await make.tournament(soccer, season);
  tournament.bowl = await make.tournament(football, season);
  tournament.odd = await make.tournament(soccer, season);
  const [ash, birch, cedar] = [
    await make.team({ title: 'Ash' }),
    await make.team({ title: 'Birch' }),
    await make.team({ title: 'Cedar' }),
  ];
  // Ash and Birch end level on points: Ash by goal difference, Birch by the matches between the two.
  for (const country of ['England', 'Spain']) {
    const rows = (day: number) => ({ tournament_id: tournament[country], match_date: `2024-08-0${day}T15:00:00Z` });
    await make.result(ash, birch, [1, 1], rows(1));
    await make.result(birch, ash, [1, 0], rows(2));
    await make.result(ash, cedar, [5, 0], rows(3));
    await make.result(cedar, ash, [0, 1], rows(4));
    await make.result(birch, cedar, [1, 0], rows(5));
    await make.result(cedar, birch, [2, 0], { ...rows(6), status: 'awarded' });
  }
  await make.match(ash, birch, { tournament_id: tournament.bowl });
  // Nothing of this is a result, and none of it may break the table.
  const odd = { tournament_id: tournament.odd };
  await make.match(ash, birch, { ...odd, status: 'live', score_home: 3, score_away: 0 });
  await make.match(ash, birch, { ...odd, status: 'abandoned', score_home: 3, score_away: 0 });
  await make.match(ash, birch, { ...odd, status: 'finished' });
  await make.result(ash, birch, [-1, 0], odd);
  await make.result(ash, ash, [1, 0], odd);
  await make.result(birch, cedar, [1, 0], { ...odd, match_date: null });
});

afterAll(() => app?.close());

async function tables(args = ''): Promise<Record<string, Row[] | null>> {
  const fields = `standings${args} { position team { name } played points goalDifference form }`;
  const { data, errors } = await app.graphql<{ tournaments: { id: string; standings: Row[] | null }[] }>(
    `{ tournaments { id ${fields} } }`,
  );
  expect(errors).toBeUndefined();
  const names = new Map(Object.entries(tournament).map(([name, id]) => [String(id), name]));
  return Object.fromEntries(data.tournaments.map(({ id, standings }) => [names.get(id), standings]));
}

const brief = (rows: Row[] | null): unknown => rows?.map(({ team, points, form }) => [team.name, points, form]);

describe('standings', () => {
  it('go by the rules of the country', async () => {
    const { England, Spain } = await tables();
    expect(brief(England)).toEqual([
      ['Ash', 7, 'DLWW'],
      ['Birch', 7, 'DWWL'],
      ['Cedar', 3, 'LLLW'],
    ]);
    expect(Spain?.map(({ team }) => team.name)).toEqual(['Birch', 'Ash', 'Cedar']);
    expect(Spain?.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('count only one side of the matches when asked', async () => {
    const [home, away] = [await tables('(venue: HOME)'), await tables('(venue: AWAY)')];
    expect(brief(home.England)).toEqual([
      ['Birch', 6, 'WW'],
      ['Ash', 4, 'DW'],
      ['Cedar', 3, 'LW'],
    ]);
    expect(brief(away.England)).toEqual([
      ['Ash', 3, 'LW'],
      ['Birch', 1, 'DL'],
      ['Cedar', 0, 'LL'],
    ]);
  });

  it('are empty without teams, and null where the sport has none', async () => {
    const { empty, bowl } = await tables();
    expect({ empty, bowl }).toEqual({ empty: [], bowl: null });
  });

  it('leave out what is no result', async () => {
    const { odd } = await tables();
    expect(odd?.map(({ team, played, points }) => [team.name, played, points])).toEqual([
      ['Birch', 1, 3],
      ['Ash', 0, 0],
      ['Cedar', 1, 0],
    ]);
  });
});
