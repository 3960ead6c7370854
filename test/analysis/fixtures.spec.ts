import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL, type AnalysisBench, fixtures, leagueSeasons, LEAGUE, openAnalysis } from './analysis-league.js';

let bench: AnalysisBench;
beforeAll(async () => {
  bench = await openAnalysis(leagueSeasons().slice(1));
});
afterAll(() => bench.close());

describe('matches of a day', () => {
  it('are those of the day in Sao Paulo', async () => {
    const [match] = await fixtures(bench.database);
    // 02:30 UTC is 23:30 of the day before in Sao Paulo.
    await bench.database.sql(`update match set match_date = '2025-09-10T02:30:00Z' where id = $1`, [match.id]);
    const list = await bench.ask((analysis) => analysis.listMatches('2025-09-09'));
    const found = list.find(({ id }) => id === match.id)!;
    expect(found).toMatchObject({
      publicId: match.public_id,
      localDate: '2025-09-09',
      localTime: '23:30:00',
      kickoffAt: '2025-09-10T02:30:00.000Z',
      status: 'finished',
      tournament: { title: LEAGUE.title, seasonYear: 2025, country: 'England', kind: 'league' },
    });
    expect(found.home.code).toMatch(/^[A-Z0-9]{2,4}$/);
    expect(found.home.publicId).toBe(String(match.team_a_id));
    const next = await bench.ask((analysis) => analysis.listMatches('2025-09-10'));
    expect(next.some(({ id }) => id === match.id)).toBe(false);
    expect(list.map(({ kickoffAt }) => kickoffAt)).toEqual(list.map(({ kickoffAt }) => kickoffAt).toSorted());
  });

  it('are none on a day without soccer, and an error on a day that does not exist', async () => {
    expect(await bench.ask((analysis) => analysis.listMatches('1990-01-01'))).toEqual([]);
    for (const day of ['2025-13-01', '2025-02-30', '27-12-2025', '', '2025-1-1']) {
      await expect(bench.ask((analysis) => analysis.listMatches(day))).rejects.toMatchObject({ kind: 'invalid' });
    }
  });

  it('use the ids of the provider where it gave any', async () => {
    const [match] = await fixtures(bench.database);
    await bench.database.sql(
      `insert into external_ref (source, kind, external_id, internal_id)
       values ('vstats', 'team', '4dsgumo7d4zupm2ugsvm4zm4d', $1), ('vstats', 'tournament', '51r6ph2woavlbbpk8f29nynf8', $2)`,
      [match.team_a_id, match.tournament_id],
    );
    const { match: found } = await bench.ask((analysis) => analysis.statistics(match.public_id, ALL));
    expect(found.home.publicId).toBe('4dsgumo7d4zupm2ugsvm4zm4d');
    expect(found.tournament!.publicId).toBe('51r6ph2woavlbbpk8f29nynf8');
  });
});

describe('tournaments', () => {
  it('are listed with their season', async () => {
    const [tournament] = await bench.ask((analysis) => analysis.listTournaments());
    expect(tournament).toMatchObject({ competitionTitle: LEAGUE.title, seasonYear: 2025, spansTwoYears: true });
    await bench.database.sql(`update competition set title = 'Copa do Norte'`);
    const [cup] = await bench.ask((analysis) => analysis.listTournaments());
    expect(cup.kind).toBe('cup');
  });
});

describe('badges', () => {
  it('are found by public id, then by name', async () => {
    const [team] = await bench.database.sql<{ id: number; title: string }>(
      'select id, title from team order by id limit 1',
    );
    const find = (id: string, name?: string) => bench.ask((analysis) => analysis.findBadge(id, name));
    expect(await find(String(team.id), team.title)).toBeUndefined();
    await bench.database.sql(`update team set team_logo_url = 'https://badges.test/a.png' where id = $1`, [team.id]);
    await bench.database.sql(
      `insert into external_ref (source, kind, external_id, internal_id) values ('vstats', 'team', 'known', $1)
       on conflict do nothing`,
      [team.id],
    );
    expect(await find(String(team.id))).toMatchObject({ url: 'https://badges.test/a.png', team: { name: team.title } });
    expect((await find('known'))!.team.id).toBe(team.id);
    expect(await find('unknown')).toBeUndefined();
    expect((await find('unknown', team.title.toUpperCase()))!.team.id).toBe(team.id);
    expect(await find("99999999999'; --")).toBeUndefined();
  });
});

describe('errors', () => {
  it('name the match that is not there and the limit that cannot be', async () => {
    const [match] = await fixtures(bench.database);
    const ask = (id: string, limit = 5) => bench.ask((analysis) => analysis.statistics(id, { ...ALL, limit }));
    await expect(ask('abc123xyz')).rejects.toMatchObject({ kind: 'not-found', params: { id: 'abc123xyz' } });
    for (const limit of [0, 51, 2.5])
      await expect(ask(match.public_id, limit)).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('do not know a match of another sport', async () => {
    const [match] = await fixtures(bench.database);
    await bench.database.sql(`update sport set kind = 'other'`);
    try {
      await expect(bench.ask((analysis) => analysis.statistics(match.public_id, ALL))).rejects.toMatchObject({
        kind: 'not-found',
      });
    } finally {
      await bench.database.sql(`update sport set kind = 'soccer'`);
    }
  });
});

describe('odd matches', () => {
  it('of no tournament are analysed through each other', async () => {
    const [match] = await fixtures(bench.database);
    const insert = async (day: string, status: string, home: number | null, away: number | null) => {
      const [row] = await bench.database.sql<{ public_id: string }>(
        `insert into match (team_a_id, team_b_id, match_date, status, score_home, score_away)
         values ($1, $2, $3, $4, $5, $6) returning public_id`,
        [match.team_a_id, match.team_b_id, day, status, home, away],
      );
      return row.public_id;
    };
    await insert('2019-07-01T18:00:00Z', 'finished', 4, 0);
    const friendly = await insert('2019-07-08T18:00:00Z', 'scheduled', null, null);
    const analysis = await bench.ask((service) => service.analyse(friendly, ALL));
    expect(analysis).toMatchObject({
      match: { tournament: null, score: null },
      sampleSize: 1,
      headToHead: { homeWins: 1 },
    });
    expect(analysis.home.metrics.goals.for.mean).toBe(4);
    expect(analysis.expected.goals.home.value).toBeGreaterThan(1.522);
    await bench.database.sql('delete from match where tournament_id is null');
  });

  it('that were awarded count in the table and nowhere else', async () => {
    const all = await fixtures(bench.database);
    const last = all.findLast(({ status }) => status === 'finished')!;
    const ask = () => bench.ask((analysis) => analysis.statistics(last.public_id, ALL));
    const before = await ask();
    const { id } = before.home.sample[0];
    await bench.database.sql(`update match set status = 'awarded' where id = $1`, [id]);
    const after = await ask();
    expect(after.home.sampleSize).toBe(before.home.sampleSize - 1);
    expect(after.context.home).toEqual(before.context.home);
    await bench.database.sql(`update match set status = 'finished' where id = $1`, [id]);
  });
});

describe('halves that are not known', () => {
  it('fall back to the whole match, for each metric by itself, and say so', async () => {
    const match = (await fixtures(bench.database)).findLast(({ status }) => status === 'finished')!;
    await bench.database.sql(`update match_stat_line set corners = null where period <> 'full'`);
    const ask = (period: 'full' | 'first_half') =>
      bench.ask((analysis) => analysis.analyse(match.public_id, { ...ALL, period }));
    const [full, half] = [await ask('full'), await ask('first_half')];
    expect(half.periods).toMatchObject({ corners: 'full', shots: 'first_half', goals: 'first_half' });
    expect(half.context.adjustments).toContain('full-time-fallback');
    expect(half.home.metrics.corners).toEqual(full.home.metrics.corners);
    expect(half.expected.corners.home.value).toBeCloseTo(full.expected.corners.home.value, 9);
    expect(half.expected.shots.home.value).toBeLessThan(0.7 * full.expected.shots.home.value);
  });

  it('have their goals from the half-time score', async () => {
    const match = (await fixtures(bench.database)).findLast(({ status }) => status === 'finished')!;
    const ask = () => bench.ask((analysis) => analysis.statistics(match.public_id, { ...ALL, period: 'second_half' }));
    const counted = (await ask()).home.metrics.goals;
    await bench.database.sql(`update match_stat_line set goals = null where period <> 'full'`);
    expect((await ask()).home.metrics.goals).toEqual(counted);
  });
});
