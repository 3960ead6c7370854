import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  brokenJournals,
  fingerprint,
  journalAfter,
  line,
  loaderOn,
  matchId,
  quote,
  scheduled,
  season,
  withMatch,
} from './seasons.js';

const KEY = 'Arsenal|Chelsea';
const ID = `E0:2023:${KEY}`;
const stored = season();

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  await loaderOn(database.url).load(stored);
});
afterEach(async () => {
  expect(await brokenJournals(database)).toEqual([]);
  await database.drop();
});

const load = (record = stored) => loaderOn(database.url).load(record);

async function matchRow(id: number) {
  const [row] = await database.sql<Record<string, unknown>>('select * from match where id = $1', [id]);
  return row;
}

async function pricesOf(id: number): Promise<Record<string, number>> {
  const rows = await database.sql<{ quote: string; price: number }>(
    `select concat_ws(' ', bookmaker, selection, line) as quote, price from odds where match_id = $1 order by 1`,
    [id],
  );
  return Object.fromEntries(rows.map(({ quote, price }) => [quote, price]));
}

describe('a changed match', () => {
  it('is the only one touched, and only where it differs', async () => {
    const id = await matchId(database, ID);
    const others = () =>
      database.sql(
        `select m.id, m.xmin::text, m.version from match m where id <> $1
         union all select l.id, l.xmin::text, 0 from match_stat_line l where match_id <> $1 or period <> 'full'
         union all select o.id, o.xmin::text, -1 from odds o order by 1, 3`,
        [id],
      );
    const [rowsBefore, before] = [await others(), await matchRow(id)];
    const result = await load(
      withMatch(stored, KEY, (match) => ({
        ...match,
        score: { home: 4, away: 2 },
        attendance: 60_123,
        statLines: match.statLines.map((l) => (l.side === 'home' && l.period === 'full' ? { ...l, goals: 4 } : l)),
      })),
    );
    expect(result).toMatchObject({ newMatches: 0, updatedMatches: 1, unchangedMatches: 29, statLines: 1, odds: 0 });
    expect(await matchRow(id)).toEqual({ ...before, score_home: 4, score_away: 2, attendance: 60_123, version: 3 });
    expect(await others()).toEqual(rowsBefore);
    expect(await journalAfter(database, id, 1)).toEqual(['data update match', 'stats update match_stat_line']);
  });

  it('is unchanged the next time', async () => {
    const changed = withMatch(stored, KEY, (match) => ({ ...match, venue: 'Highbury' }));
    await load(changed);
    const before = await fingerprint(database);
    expect(await load(changed)).toMatchObject({ updatedMatches: 0, unchangedMatches: 30 });
    expect(await fingerprint(database)).toEqual(before);
  });

  it('gets statistics it did not have, journaled although new matches come in bulk with it', async () => {
    const id = await matchId(database, ID);
    const more = season({ teams: ['Arsenal', 'Burnley', 'Chelsea', 'Derby', 'Everton', 'Fulham', 'Gillingham'] });
    const changed = withMatch(more, KEY, () => {
      const match = stored.matches.find(({ key }) => key === KEY)!;
      return { ...match, statLines: [...match.statLines, line('home', 'second_half', { goals: 1 })] };
    });
    const known = new Set(stored.matches.map(({ key }) => key));
    const result = await load({
      ...changed,
      matches: changed.matches.map((match) =>
        match.key !== KEY && known.has(match.key) ? stored.matches.find(({ key }) => key === match.key)! : match,
      ),
    });
    expect(result).toMatchObject({ newMatches: 12, updatedMatches: 1, unchangedMatches: 29, newTeams: 1 });
    expect(await journalAfter(database, id, 1)).toEqual(['stats insert match_stat_line']);
    const newOnes = await database.sql(
      `select j.match_id from match_journal j join match m on m.id = j.match_id
       join team t on t.id in (m.team_a_id, m.team_b_id) where t.title = 'Gillingham'`,
    );
    expect(newOnes).toHaveLength(12);
  });

  it('that was scheduled becomes finished', async () => {
    const future = season({ year: 2024 });
    const open = { ...future, matches: future.matches.map(scheduled) };
    expect(await load(open)).toMatchObject({ newMatches: 30, statLines: 0 });
    const id = await matchId(database, `E0:2024:${KEY}`);
    expect(await matchRow(id)).toMatchObject({ status: 'scheduled', score_home: null, half_time_home: null });

    const result = await load(withMatch(open, KEY, () => future.matches.find(({ key }) => key === KEY)!));
    expect(result).toMatchObject({ newMatches: 0, updatedMatches: 1, unchangedMatches: 29, statLines: 4, odds: 0 });
    expect(await matchRow(id)).toMatchObject({ status: 'finished', score_home: 1, score_away: 2, half_time_away: 1 });
    expect(await journalAfter(database, id, 1)).toEqual([
      'data update match',
      ...Array.from({ length: 4 }, () => 'stats insert match_stat_line'),
    ]);
  });

  it('moves when its kickoff does', async () => {
    const kickoffAt = '2024-02-02T20:00:00.000Z';
    expect(await load(withMatch(stored, KEY, (match) => ({ ...match, kickoffAt })))).toMatchObject({
      updatedMatches: 1,
    });
    expect(await matchRow(await matchId(database, ID))).toMatchObject({ kickoff_at: new Date(kickoffAt) });
  });

  it('shows its score on the scoreboard rows it has', async () => {
    const id = await matchId(database, ID);
    await database.sql('select ensure_live_rows($1)', [id]);
    await load(withMatch(stored, KEY, (match) => ({ ...match, score: { home: 7, away: 1 } })));
    expect(await database.sql('select score_team_a, score_team_b from matchdata where match_id = $1', [id])).toEqual([
      { score_team_a: 7, score_team_b: 1 },
    ]);
  });
});

describe('what somebody else has set', () => {
  it('is not overwritten by what a record does not know', async () => {
    const id = await matchId(database, ID);
    await database.sql(`update match set venue = 'Highbury', referee = 'P Collina', attendance = 5 where id = $1`, [
      id,
    ]);
    await database.sql(`update match_stat_line set corners = 9 where match_id = $1 and period = 'full'`, [id]);
    const result = await load(
      withMatch(stored, KEY, (match) => ({
        ...match,
        week: 20,
        halfTime: null,
        statLines: [line('home', 'full', { shots: 30 })],
        odds: [],
      })),
    );
    expect(result).toMatchObject({ updatedMatches: 1, statLines: 1, odds: 0 });
    expect(await matchRow(id)).toMatchObject({
      week: 20,
      venue: 'Highbury',
      referee: 'P Collina',
      attendance: 5,
      half_time_home: 0,
      half_time_away: 1,
    });
    const lines = await database.sql(
      `select goals, shots, corners from match_stat_line where match_id = $1 and period = 'full' order by shots`,
      [id],
    );
    expect(lines).toEqual([
      { goals: 2, shots: 8, corners: 9 },
      { goals: 1, shots: 30, corners: 9 },
    ]);
  });

  it('survives a change of another part of the record', async () => {
    const id = await matchId(database, `E0:2023:Arsenal|Burnley`);
    await database.sql(`update match set referee = 'P Collina' where id = $1`, [id]);
    const version = (await matchRow(id))['version'];
    const result = await load(
      withMatch(stored, 'Arsenal|Burnley', (match) => ({ ...match, odds: [quote({ selection: 'home', price: 9 })] })),
    );
    expect(result).toMatchObject({ updatedMatches: 1, odds: 5 });
    expect(await matchRow(id)).toMatchObject({ referee: 'P Collina', version });
  });

  it.each(['live', 'postponed', 'finished', 'abandoned'])(
    'as status %s is not made scheduled again',
    async (status) => {
      const future = season({ year: 2024 });
      const open = { ...future, matches: future.matches.map(scheduled) };
      await load(open);
      const id = await matchId(database, `E0:2024:${KEY}`);
      await database.sql('update match set status = $2 where id = $1', [id, status]);
      await load(withMatch(open, KEY, (match) => ({ ...match, week: 30 })));
      expect(await matchRow(id)).toMatchObject({ status, week: 30 });
    },
  );

  it('as an awarded result stands', async () => {
    const id = await matchId(database, ID);
    await database.sql(`update match set status = 'awarded', score_home = 3, score_away = 0 where id = $1`, [id]);
    await load(withMatch(stored, KEY, (match) => ({ ...match, score: { home: 2, away: 2 }, week: 30 })));
    expect(await matchRow(id)).toMatchObject({ status: 'awarded', score_home: 3, score_away: 0, week: 30 });
  });

  it('as a match deleted comes back with the next import, and only that one', async () => {
    const id = await matchId(database, ID);
    await database.sql('delete from match where id = $1', [id]);
    expect(await load()).toMatchObject({ newMatches: 1, updatedMatches: 0, unchangedMatches: 29, newTeams: 0 });
    expect(await matchId(database, ID)).toBeGreaterThan(id);
  });

  it('as a team deleted comes back with its matches', async () => {
    await database.sql(`delete from team where title = 'Chelsea'`);
    expect(await load()).toMatchObject({ newMatches: 10, unchangedMatches: 20, newTeams: 1, newTournaments: 0 });
  });
});

describe('odds', () => {
  it('are inserted, changed and deleted one by one', async () => {
    const id = await matchId(database, ID);
    const ids = () => database.sql<{ id: number }>('select id from odds where match_id = $1 order by id', [id]);
    const before = await ids();
    const result = await load(
      withMatch(stored, KEY, (match) => ({
        ...match,
        odds: [
          quote({ selection: 'home', price: 1.51 }),
          quote({ selection: 'draw', price: 3.75 }),
          quote({ bookmaker: 'PS', market: 'over_under', selection: 'over', line: 2.5, price: 1.91, closing: true }),
          quote({ bookmaker: 'PS', market: 'over_under', selection: 'over', line: 3.5, price: 3.1, closing: true }),
        ],
      })),
    );
    expect(result).toMatchObject({ updatedMatches: 1, unchangedMatches: 29, statLines: 0, odds: 4 });
    expect(await pricesOf(id)).toEqual({
      'B365 home': 1.51,
      'B365 draw': 3.75,
      'PS over 2.5': 1.91,
      'PS over 3.5': 3.1,
    });
    expect((await ids()).slice(0, 3)).toEqual([before[0], before[1], before[3]]);
  });

  it('in another order change nothing', async () => {
    const before = await fingerprint(database);
    const result = await load(withMatch(stored, KEY, (match) => ({ ...match, odds: match.odds.toReversed() })));
    expect(result).toMatchObject({ updatedMatches: 0, unchangedMatches: 30, odds: 0 });
    const { external_ref: _, ...after } = await fingerprint(database);
    expect(before).toMatchObject(after);
  });

  it('observed by somebody else at a known time are left alone', async () => {
    const id = await matchId(database, ID);
    await database.sql(
      `insert into odds (match_id, bookmaker, market, selection, price, observed_at)
       values ($1, 'B365', 'match_winner', 'home', 1.45, now()), ($1, 'XX', 'match_winner', 'away', 8, now())`,
      [id],
    );
    await load(withMatch(stored, KEY, (match) => ({ ...match, odds: [quote({ selection: 'home', price: 1.6 })] })));
    expect(
      await database.sql(
        'select bookmaker, price, observed_at is null as ours from odds where match_id = $1 order by price',
        [id],
      ),
    ).toEqual([
      { bookmaker: 'B365', price: 1.45, ours: false },
      { bookmaker: 'B365', price: 1.6, ours: true },
      { bookmaker: 'XX', price: 8, ours: false },
    ]);
  });
});
