import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { brokenJournals, CHAMPIONSHIP, fingerprint, line, loaderOn, SCOTLAND, season, TEAMS } from './seasons.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function counts(...tables: string[]): Promise<number[]> {
  const columns = tables.map((table) => `(select count(*)::int from ${table})`);
  const [{ numbers }] = await database.sql<{ numbers: number[] }>(`select array[${columns.join(', ')}] as numbers`);
  return numbers;
}

/** Teams of a tournament: title to id. */
async function teamsOf(code: string, year: number): Promise<Map<string, number>> {
  const rows = await database.sql<{ id: number; title: string }>(
    `select t.id, t.title from external_ref r join team_tournament tt on tt.tournament_id = r.internal_id
     join team t on t.id = tt.team_id where r.kind = 'tournament' and r.external_id = $1 order by t.title`,
    [`${code}:${year}`],
  );
  return new Map(rows.map(({ id, title }) => [title, id]));
}

describe('the first load', () => {
  const first = season();

  it('stores everything the records say', async () => {
    const progress: number[] = [];
    const result = await loaderOn(database.url).load(first, {
      onProgress: ({ total }) => progress.push(total.newMatches),
    });
    expect(result).toEqual({
      newMatches: 30,
      updatedMatches: 0,
      unchangedMatches: 0,
      newTeams: 6,
      newTournaments: 1,
      statLines: 120,
      odds: 150,
      refused: [],
    });
    expect(progress).toEqual([30]);
    expect(await counts('match', 'match_stat_line', 'odds', 'team_tournament')).toEqual([30, 120, 150, 6]);
  });

  it('stores facts as they are', async () => {
    const rows = await database.sql(
      `select h.title as home, a.title as away, h.code, m.status, m.week, m.venue, m.referee, m.attendance,
              array[m.score_home, m.score_away, m.half_time_home, m.half_time_away] as score,
              m.match_date = m.kickoff_at as same, to_char(m.kickoff_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as kickoff,
              length(m.public_id) as public_id, t.title as tournament, s.year, c.country, sport.kind
       from match m join team h on h.id = m.team_a_id join team a on a.id = m.team_b_id
       join tournament t on t.id = m.tournament_id join season s on s.id = t.season_id
       join competition c on c.id = t.competition_id join sport on sport.id = t.sport_id
       order by m.kickoff_at limit 2`,
    );
    const place = { tournament: 'Premier League', year: 2023, country: 'England', kind: 'soccer' };
    const same = { home: 'Arsenal', code: 'ARS', status: 'finished', week: 1, venue: null, attendance: null, ...place };
    expect(rows).toEqual([
      {
        ...same,
        away: 'Burnley',
        referee: "M O'Dean",
        score: [0, 1, 0, 0],
        same: true,
        kickoff: '2023-08-12 14:00',
        public_id: 25,
      },
      {
        ...same,
        away: 'Chelsea',
        referee: null,
        score: [1, 2, 0, 1],
        same: true,
        kickoff: '2023-08-13 14:00',
        public_id: 25,
      },
    ]);
  });

  it('keeps unknown statistics unknown and gives each side its own', async () => {
    const rows = await database.sql(
      `select t.title, l.period, l.goals, l.shots, l.shots_on_target, l.corners, l.xg
       from match_stat_line l join team t on t.id = l.team_id
       join match m on m.id = l.match_id where m.kickoff_at = '2023-08-13 14:00Z' order by l.period desc, t.title`,
    );
    const unknown = { corners: null, xg: null };
    const half = { ...unknown, period: 'first_half', shots: null, shots_on_target: null };
    const full = { ...unknown, period: 'full' };
    expect(rows).toEqual([
      { ...full, title: 'Arsenal', goals: 1, shots: 11, shots_on_target: 1 },
      { ...full, title: 'Chelsea', goals: 2, shots: 8, shots_on_target: 3, xg: 1.25 },
      { ...half, title: 'Arsenal', goals: 0 },
      { ...half, title: 'Chelsea', goals: 1 },
    ]);
  });

  it('stores odds with market, line and kind of price', async () => {
    const rows = await database.sql(
      `select bookmaker, market, selection, line, price, closing, observed_at
       from odds o join match m on m.id = o.match_id where m.kickoff_at = '2023-08-13 14:00Z' order by o.id`,
    );
    const early = { bookmaker: 'B365', market: 'match_winner', line: null, closing: false, observed_at: null };
    const late = { bookmaker: 'PS', market: 'over_under', line: 2.5, closing: true, observed_at: null };
    expect(rows).toEqual([
      { ...early, selection: 'home', price: 1.51 },
      { ...early, selection: 'draw', price: 3.6 },
      { ...early, selection: 'away', price: 5.25 },
      { ...late, selection: 'over', price: 1.91 },
      { ...late, selection: 'under', price: 1.97 },
    ]);
  });

  it('journals each new match once and leaves version 1', async () => {
    expect(await database.sql('select distinct topic, op, entity, version from match_journal')).toEqual([
      { topic: 'data', op: 'insert', entity: 'match', version: 1 },
    ]);
    expect(await counts('match_journal')).toEqual([30]);
    expect(await brokenJournals(database)).toEqual([]);
  });

  it('creates the sport with a scoreboard that fits it', async () => {
    const [preset] = await database.sql(
      `select s.title, p.gameclock_max, p.direction, p.period_mode, p.period_count, p.score_form_goal_label as goal,
              p.score_form_goal_emoji as emoji, p.quick_score_deltas as deltas
       from sport s join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id`,
    );
    expect(preset).toEqual({
      title: 'Soccer',
      gameclock_max: 2700,
      direction: 'up',
      period_mode: 'half',
      period_count: 2,
      goal: 'GOAL',
      emoji: '⚽',
      deltas: [1, -1],
    });
  });

  it('changes nothing when it comes again: no row, no row version, no sequence', async () => {
    const before = await fingerprint(database);
    const result = await loaderOn(database.url).load([first, season()]);
    expect(result).toMatchObject({ newMatches: 0, updatedMatches: 0, unchangedMatches: 60, newTeams: 0, odds: 0 });
    expect(await fingerprint(database)).toEqual(before);
  });

  it('gives ids after the load that nobody has', async () => {
    const [{ id }] = await database.sql<{ id: number }>(
      'insert into match (team_a_id, team_b_id) select min(id), max(id) from team returning id',
    );
    expect(id).toBe((await database.sql<{ id: number }>('select max(id) as id from match'))[0].id);
    await database.sql('delete from match where id = $1', [id]);
  });
});

describe('teams', () => {
  it('are the same after promotion, in another division and season of the country', async () => {
    const teams = ['Arsenal', 'Burnley', 'Grimsby'];
    const result = await loaderOn(database.url).load(season({ competition: CHAMPIONSHIP, year: 2024, teams }));
    expect(result).toMatchObject({ newTeams: 1, newTournaments: 1, newMatches: 6 });
    const [before, after] = [await teamsOf('E0', 2023), await teamsOf('E1', 2024)];
    expect(after.get('Burnley')).toBe(before.get('Burnley'));
    expect([...after.keys()]).toEqual(teams);
  });

  it('are others in another country, whatever their names', async () => {
    const result = await loaderOn(database.url).load(season({ competition: SCOTLAND }));
    expect(result).toMatchObject({ newTeams: TEAMS.length, newMatches: 30 });
    expect((await teamsOf('SC0', 2023)).get('Arsenal')).not.toBe((await teamsOf('E0', 2023)).get('Arsenal'));
  });

  it('are others in another sport and another source', async () => {
    const competition = { code: 'GFL', title: 'GFL', country: 'England', sport: 'american-football' } as const;
    const result = await loaderOn(database.url).load([
      season({ competition }),
      season({ source: 'other-files', year: 2022 }),
    ]);
    expect(result).toMatchObject({ newTeams: 12, newTournaments: 2 });
    const sports = await database.sql(
      `select s.kind, p.gameclock_max, p.period_count from sport s join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id`,
    );
    expect(sports).toHaveLength(2);
    expect(sports).toContainEqual({ kind: 'american-football', gameclock_max: 720, period_count: 4 });
  });
});

describe('what cannot be stored', () => {
  it('is refused with a reason, and the rest is stored', async () => {
    const good = season({ year: 2019 });
    const long = 'L'.repeat(51);
    const matches = good.matches.map((match, index) => {
      if (index === 0) return { ...match, home: long, key: `${long}|x` };
      if (index === 1) return { ...match, kickoffAt: 'yesterday' };
      if (index === 2) return { ...match, key: good.matches[3].key };
      if (index === 4) return { ...match, odds: [...match.odds, match.odds[0]] };
      if (index === 5) return { ...match, statLines: [line('home', 'full', { shots: 40_000 })] };
      if (index === 6) return { ...match, score: null };
      if (index === 7) return { ...match, referee: 'a\0b' };
      return match;
    });
    const result = await loaderOn(database.url).load({ ...good, matches });
    expect(result.newMatches).toBe(23);
    expect(result.refused.map(({ reason }) => reason)).toEqual([
      `team "${long}" has more than 50 characters`,
      'kickoff "yesterday" is not an instant',
      'the key Arsenal|Everton stands twice in the season',
      'B365 has two prices of match_winner for home',
      'shots 40000 is not a whole number from 0 to 32767',
      'the match is finished and has no score',
      'referee holds a character with code zero',
    ]);
  });

  it('is a whole season when its competition has no usable name', async () => {
    const bad = season({ competition: { ...SCOTLAND, code: 'a:b' } });
    const before = await fingerprint(database);
    const result = await loaderOn(database.url).load(bad);
    expect(result.refused).toHaveLength(30);
    expect(await fingerprint(database)).toEqual(before);
  });

  it('is not text with tabs, line ends, backslashes and other scripts', async () => {
    const names = ['Tab\there', 'Line\nend', 'Back\\slash\\N', '\\N', 'Željezničar', '東京 🏟️ FC', 'Nott\'m "Forest"'];
    const competition = { code: 'XX', title: 'Ligue\t\\.', country: 'Nowhere\r\n', sport: 'soccer' } as const;
    const result = await loaderOn(database.url).load(season({ teams: names, competition }));
    expect(result).toMatchObject({ newMatches: 42, newTeams: 7, refused: [] });
    const stored = await database.sql<{ title: string }>(
      `select t.title from team t join external_ref r on r.kind = 'team' and r.internal_id = t.id
       where r.external_id like 'Nowhere%' order by t.id`,
    );
    expect(stored.map(({ title }) => title)).toEqual(names);
    const before = await fingerprint(database);
    expect(await loaderOn(database.url).load(season({ teams: names, competition }))).toMatchObject({
      unchangedMatches: 42,
    });
    expect(await fingerprint(database)).toEqual(before);
  });
});

/** Digests of one season by content, whatever its ids. */
function digestSeason(db: TestDatabase) {
  return db.sql(`select md5(string_agg(concat_ws(' ', m.kickoff_at, t.title, l.period, l.goals, l.shots, l.xg), ',' order by m.kickoff_at, t.title, l.period)) as digest,
             (select md5(string_agg(concat_ws(' ', m.kickoff_at, o.bookmaker, o.selection, o.line, o.price, o.closing), ',' order by m.kickoff_at, o.bookmaker, o.selection))
              from odds o join match m on m.id = o.match_id join external_ref r on r.kind = 'match' and r.internal_id = m.id where r.external_id like 'E0:2023:%') as odds,
             (select count(*)::int from match_journal j join external_ref r on r.kind = 'match' and r.internal_id = j.match_id where r.external_id like 'E0:2023:%') as journal
           from match m join external_ref r on r.kind = 'match' and r.internal_id = m.id
           join match_stat_line l on l.match_id = m.id join team t on t.id = l.team_id
           where r.external_id like 'E0:2023:%'`);
}

describe('without the right to switch triggers off', () => {
  it('stores the same', async () => {
    const plain = await createTestDatabase();
    try {
      const role = `importer_${process.pid}_${Date.now()}`;
      await plain.sql(`create role ${role} login password 'x'`);
      await plain.sql(`grant pg_read_all_data, pg_write_all_data to ${role}`);
      await plain.sql(`grant usage on all sequences in schema public to ${role}`);
      const url = new URL(plain.url);
      url.username = role;
      url.password = 'x';
      const result = await loaderOn(url.href).load(season());
      expect(result).toMatchObject({ newMatches: 30, statLines: 120, odds: 150 });
      expect(await digestSeason(plain)).toEqual(await digestSeason(database));
      await plain.sql(`drop owned by ${role}`);
      await plain.sql(`drop role ${role}`);
    } finally {
      await plain.drop();
    }
  });
});
