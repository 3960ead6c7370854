import { describe, expect, it } from 'vitest';
import { statisticsDocument } from '#core/football/plays/statistics-document.js';
import { emptyDefence, emptyTeam } from '#core/football/plays/statistics.js';
import { shownStatistics } from '../live/match-stats.view.js';
import { BadEdit, readEdit, withEdit } from './statistics-edit.js';

const side = (teamId: number, passYards: number) => ({
  teamId,
  team: { ...emptyTeam(), passYards, passAttempts: 3 },
  offence: new Map(),
  quarterbacks: new Map(),
  defence: new Map([[17, { ...emptyDefence(), tackles: 4 }]]),
});
const shown = (passYards = 100) => shownStatistics(1, statisticsDocument([side(5, passYards), side(6, 0)])).view;

const edit = (stats: object, bases = [shown()], more: object = {}) =>
  readEdit({ type: 'stats_update', match_id: 1, stats, timestamp: '2026-01-02T17:33:00.123456', ...more }, 1, bases);
const paths = (...from: Parameters<typeof edit>): Record<string, number> =>
  Object.fromEntries(edit(...from).figures.map(({ path, value }) => [path, value]));

describe('an edit of statistics', () => {
  it('sets what is given, of teams and of players, at the client’s time', () => {
    const read = edit({
      team_a: { id: 5, team_stats: { offence_yards: 255 }, defense_stats: { '17': { sacks: 0.5 } } },
      team_b: { qb_stats: { '009': { qb_rating: 85.5 } }, offense_stats: { '8': { pass_td: 1 } } },
    });
    expect(read.at).toEqual(new Date('2026-01-02T17:33:00.123Z'));
    expect(Object.fromEntries(read.figures.map(({ path, value }) => [path, value]))).toEqual({
      'home.team.offenceYards': 255,
      'home.defence.17.sacks': 0.5,
      'away.quarterbacks.9.rating': 85.5,
      'away.offence.8.receivingTouchdowns': 1,
    });
  });

  it('given in part sets a figure to what it is, too: it is to stay so', () => {
    expect(paths({ team_a: { team_stats: { pass_yards: 100 } } })).toEqual({ 'home.team.passYards': 100 });
  });

  it('given as a whole copy sets what differs from all that the client can have seen', () => {
    const copy = shown();
    copy.team_a.team_stats['turnovers'] = 2;
    copy.team_b.defense_stats['17']!['tackles'] = 5;
    expect(paths(copy)).toEqual({ 'home.team.turnovers': 2, 'away.defence.17.tackles': 5 });
    // A play was told meanwhile: the copy's 100 yards are not the client's doing.
    expect(paths(copy, [shown(112), shown(100)])).toEqual(paths(copy));
    copy.team_a.team_stats['pass_yards'] = 99;
    expect(paths(copy, [shown(112), shown(100)])).toMatchObject({ 'home.team.passYards': 99 });
  });

  it('passes over what it does not know', () => {
    expect(paths({ team_a: { team_stats: { id: 9, kicks: 3 }, colours: {} }, team_c: {}, team_b: null })).toEqual({});
  });

  it.each([
    [{ stats: { team_a: { team_stats: { pass_yards: '7' } } } }, 'team_a.team_stats.pass_yards must be a number'],
    [{ stats: { team_a: { team_stats: { pass_yards: null } } } }, 'must be a number'],
    [{ stats: { team_a: { team_stats: { pass_yards: 1e300 } } } }, 'must be a number'],
    [{ stats: { team_a: { team_stats: [] } } }, 'team_a.team_stats must be an object'],
    [{ stats: { team_b: { offense_stats: { __proto: {} } } } }, 'names no player'],
    [{ stats: { team_b: { offense_stats: 1 } } }, 'must be an object'],
    [{ stats: 'all' }, 'stats must be an object'],
    [{ timestamp: 1_700_000_000 }, 'timestamp'],
    [{ timestamp: '2026-02-31T00:00:00Z' }, 'timestamp'],
    [{ match_id: 2 }, 'match_id must be 1'],
  ])('is refused: %j', (more, reason) => {
    const refused = (): unknown => edit({}, [shown()], more);
    expect(refused).toThrow(BadEdit);
    expect(refused).toThrow(reason);
  });

  it('shows its client what the server will show, rounded as it is', () => {
    const edited = withEdit(shown(), edit({ team_a: { team_stats: { avg_yards_per_att: 5.126 } } }));
    expect(edited.team_a.team_stats['avg_yards_per_att']).toBe(5.13);
    expect(withEdit(shown(), edit({}))).toEqual(shown());
  });
});
