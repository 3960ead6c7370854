import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootApp, type TestApp } from '../support/app.js';
import { Fixtures } from './fixtures.js';

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
  edges: { cursor: string; node: { id: string; kickoffAt: string | null } }[];
}

let app: TestApp;
let make: Fixtures;
let teams: number[];
let tournament: number;
/** Ids in ascending order of kickoff, as the list must give them. */
let ascending: number[];

/** Microseconds apart, at one moment, and without a kickoff; not in the order of their ids. */
const KICKOFFS = [
  null,
  '2024-05-01T15:00:00.000002Z',
  '2024-05-01T15:00:00Z',
  '2024-05-01T15:00:00Z',
  null,
  '2024-05-01T15:00:00.000001Z',
  '2024-04-01T15:00:00Z',
  '2024-05-01T15:00:00Z',
  '2024-06-01T15:00:00Z',
  null,
];

beforeAll(async () => {
  app = await bootApp();
  make = new Fixtures(app.database);
  tournament = await make.tournament(await make.sport(), await make.season(2024));
  teams = [await make.team(), await make.team(), await make.team()];
  const made: { id: number; kickoff: string | null }[] = [];
  for (const kickoff of KICKOFFS) {
    const id = await make.match(teams[0], teams[1], { match_date: kickoff, tournament_id: tournament });
    made.push({ id, kickoff: kickoff && kickoff.replace(':00Z', ':00.000000Z') });
  }
  const late = '9999';
  ascending = made
    .toSorted((a, b) => ((a.kickoff ?? late) < (b.kickoff ?? late) ? -1 : a.kickoff === b.kickoff ? a.id - b.id : 1))
    .map(({ id }) => id);
});

afterAll(() => app?.close());

async function page(args: string, field = 'matches'): Promise<Page> {
  const { data, errors } = await app.graphql<{ matches: Page; node?: { matches: Page } }>(
    field.replace(
      'matches',
      `query { matches(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        edges { cursor node { id kickoffAt } } } }`,
    ),
  );
  expect(errors).toBeUndefined();
  return data.matches;
}

const idsOf = ({ edges }: Page): number[] => edges.map(({ node }) => Number(node.id));

/** All ids, read page by page until there are no more. */
async function readAll(args: string, size: number, way: 'forwards' | 'backwards'): Promise<number[]> {
  const ids: number[] = [];
  let cursor: string | null = null;
  for (;;) {
    const position: string = way === 'forwards' ? `first: ${size}, after:` : `last: ${size}, before:`;
    const { pageInfo, ...rest } = await page(`${args} ${position} ${JSON.stringify(cursor)}`);
    expect(rest.totalCount).toBe(KICKOFFS.length);
    const part = idsOf({ pageInfo, ...rest });
    expect(part.length).toBeLessThanOrEqual(size);
    if (way === 'forwards') ids.push(...part);
    else ids.unshift(...part);
    if (!(way === 'forwards' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return ids;
    cursor = way === 'forwards' ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

describe('a list of matches', () => {
  it.each([1, 2, 3, 4, 7, 10, 11])('is read completely and in order in pages of %i', async (size) => {
    const descending = ascending.toReversed();
    expect(await readAll('', size, 'forwards')).toEqual(ascending);
    expect(await readAll('', size, 'backwards')).toEqual(ascending);
    expect(await readAll('orderBy: KICKOFF_DESC,', size, 'forwards')).toEqual(descending);
    expect(await readAll('orderBy: KICKOFF_DESC,', size, 'backwards')).toEqual(descending);
  });

  it('goes on after every single cursor', async () => {
    const { edges } = await page('first: 100');
    for (const [index, { cursor }] of edges.entries()) {
      expect(idsOf(await page(`after: "${cursor}"`))).toEqual(ascending.slice(index + 1));
      expect(idsOf(await page(`last: 100, before: "${cursor}"`))).toEqual(ascending.slice(0, index));
      const down = await page(`orderBy: KICKOFF_DESC, after: "${cursor}"`);
      expect(idsOf(down)).toEqual(ascending.slice(0, index).toReversed());
    }
  });

  it('says where a page lies', async () => {
    const first = await page('first: 4');
    expect(first.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges[3].cursor,
    });
    const second = await page(`first: 4, after: "${first.pageInfo.endCursor}"`);
    expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const last = await page('last: 4');
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const end = await page(`after: "${last.pageInfo.endCursor}"`);
    expect(end).toEqual({
      totalCount: KICKOFFS.length,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  it('can be asked for its length alone', async () => {
    expect(await page('first: 0')).toMatchObject({
      totalCount: KICKOFFS.length,
      edges: [],
      pageInfo: { hasNextPage: true },
    });
  });

  it('has twenty items by default', async () => {
    const [home, away] = [await make.team(), await make.team()];
    for (let count = 0; count < 21; count++) await make.match(home, away);
    expect((await page(`filter: { teamId: ${home} }`)).edges).toHaveLength(20);
    await app.database.sql('delete from match where team_a_id = $1', [home]);
  });

  it('skips and repeats nothing when matches come, move and go between two pages', async () => {
    const first = await page(`first: 4, filter: { tournamentId: ${tournament} }`);
    const rows = { tournament_id: tournament };
    const before = await make.match(teams[1], teams[2], { ...rows, match_date: '2024-03-01T15:00:00Z' });
    const after = await make.match(teams[1], teams[2], { ...rows, match_date: '2024-07-01T15:00:00Z' });
    // The match the cursor points at is gone, and an unread one moves to the front.
    await app.database.sql('delete from match where id = $1', [ascending[3]]);
    await app.database.sql(`update match set match_date = '2024-02-01Z' where id = $1`, [ascending[5]]);
    const second = await page(`after: "${first.pageInfo.endCursor}", filter: { tournamentId: ${tournament} }`);
    const unread = ascending.slice(4).filter((id) => id !== ascending[5]);
    expect(idsOf(second)).toEqual([...unread.slice(0, 2), after, ...unread.slice(2)]);
    expect(idsOf(second)).not.toContain(before);
  });
});

describe('the same list below a team or a tournament', () => {
  it('pages like the whole list', async () => {
    const owner = `team(id: ${teams[1]})`;
    const all = idsOf(await page(`filter: { teamId: ${teams[1]} }, first: 100`));
    const query = `query($after: String) { ${owner} { matches(first: 4, after: $after, orderBy: KICKOFF_DESC) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } } }`;
    const read: number[] = [];
    let info: Pick<Page['pageInfo'], 'hasNextPage' | 'endCursor'> = { hasNextPage: true, endCursor: null };
    while (info.hasNextPage) {
      const answer = await app.graphql<{ team: { matches: Page } }>(query, { after: info.endCursor });
      const { matches } = answer.data.team;
      expect(matches.totalCount).toBe(all.length);
      read.push(...idsOf(matches));
      info = matches.pageInfo;
    }
    expect(read).toEqual(all.toReversed());
  });

  it('is cut for each owner by itself', async () => {
    const { data } = await app.graphql<{ teams: { edges: { node: { id: string; matches: Page } }[] } }>(`query {
      teams { edges { node { id matches(last: 2) { totalCount pageInfo { hasPreviousPage } edges { node { id } } } } } } }`);
    for (const { node } of data.teams.edges) {
      const all = await page(`filter: { teamId: ${node.id} }, first: 100`);
      expect(node.matches.totalCount).toBe(all.totalCount);
      expect(idsOf(node.matches)).toEqual(idsOf(all).slice(-2));
      expect(node.matches.pageInfo.hasPreviousPage).toBe(all.totalCount > 2);
    }
    const { data: other } = await app.graphql<{
      tournament: { matches: Page };
    }>(`query { tournament(id: ${tournament}) {
      matches(filter: { teamId: ${teams[2]} }) { totalCount edges { node { id } } } } }`);
    expect(other.tournament.matches.totalCount).toBe(2);
  });
});

describe('a list of teams', () => {
  it('is read in alphabetical order both ways, through teams of one name', async () => {
    for (const title of ['Ömer', 'omega', 'Zulu', 'Same', 'Same', 'Same', 'éclair'])
      await make.team({ title: `x ${title}` });
    const names: string[] = [];
    const ids = new Set<string>();
    let info: Pick<Page['pageInfo'], 'hasNextPage' | 'endCursor'> = { hasNextPage: true, endCursor: null };
    while (info.hasNextPage) {
      const answer = await app.graphql<{
        teams: { pageInfo: Page['pageInfo']; edges: { node: { id: string; name: string } }[] };
      }>(
        'query($after: String) { teams(first: 2, after: $after, filter: { text: "x " }) { pageInfo { hasNextPage endCursor } edges { node { id name } } } }',
        { after: info.endCursor },
      );
      const { edges, pageInfo } = answer.data.teams;
      names.push(...edges.map(({ node }) => node.name));
      for (const { node } of edges) ids.add(node.id);
      info = pageInfo;
    }
    expect(names).toEqual(['x éclair', 'x omega', 'x Ömer', 'x Same', 'x Same', 'x Same', 'x Zulu']);
    expect(ids.size).toBe(7);
    const { data } = await app.graphql(
      '{ teams(last: 2, filter: { text: "X" }) { totalCount edges { node { name } } } }',
    );
    expect(data).toEqual({
      teams: { totalCount: 7, edges: [{ node: { name: 'x Same' } }, { node: { name: 'x Zulu' } }] },
    });
  });
});

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a wrong position', () => {
  it.each([
    'x',
    '',
    encode(null),
    encode([]),
    encode({}),
    encode(['2024-05-01T15:00:00.000000Z']),
    encode(['2024-05-01T15:00:00.000000Z', '1']),
    encode(['2024-04-31T15:00:00.000000Z', 1]),
    encode(['2024-05-01T25:00:00.000000Z', 1]),
    encode(['0000-05-01T15:00:00.000000Z', 1]),
    encode([`2024-05-01'; drop table match; --`, 1]),
    encode([null, 1.5]),
    encode([5, 1]),
  ])('%j is refused', async (cursor) => {
    const { data, errors } = await app.graphql('query($cursor: String) { matches(after: $cursor) { totalCount } }', {
      cursor,
    });
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: 'after is not a cursor of this list',
        extensions: { code: 'BAD_USER_INPUT', params: { field: 'after' } },
      },
    ]);
  });

  it('is also that of another list, and both directions at once', async () => {
    const { data } = await app.graphql<{ teams: { edges: { cursor: string }[] } }>(
      '{ teams(first: 1) { edges { cursor } } }',
    );
    const [{ cursor }] = data.teams.edges;
    const refused = [
      `before: "${cursor}"`,
      'first: 1, last: 1',
      `first: 1, before: "${cursor}"`,
      `last: 1, after: "${cursor}"`,
    ];
    for (const args of refused) {
      const { errors } = await app.graphql(`{ matches(${args}) { totalCount } }`);
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', kind: 'invalid' } }]);
    }
  });
});
