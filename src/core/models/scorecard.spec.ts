import { describe, expect, it } from 'vitest';
import { onCommonMatches, Scorecard, scoreForecast } from './scorecard.js';
import type { Forecast, MatchForecasts, WalkForwardMatch } from './walk-forward.js';

const forecast = (home: number, draw: number, away: number): Forecast => ({
  outcome: { home, draw, away },
  distribution: null,
});
const played = (competition: string, homeGoals: number, awayGoals: number): WalkForwardMatch => ({
  day: 0,
  season: 0,
  competition,
  home: 'a',
  away: 'b',
  homeGoals,
  awayGoals,
});
const entry = (match: WalkForwardMatch, ...forecasts: (Forecast | null)[]): MatchForecasts => ({
  match,
  asOfDay: 0,
  forecasts,
});

function filled(): Scorecard {
  const card = new Scorecard(['bold', 'shy']);
  card.add(entry(played('north', 2, 0), forecast(0.8, 0.1, 0.1), forecast(0.4, 0.3, 0.3)));
  card.add(entry(played('north', 1, 1), forecast(0.8, 0.1, 0.1), forecast(0.4, 0.3, 0.3)));
  card.add(entry(played('south', 0, 1), forecast(0.2, 0.2, 0.6), null));
  return card;
}

describe('scoreForecast', () => {
  it('scores the goal markets of a distribution', () => {
    const score = scoreForecast(
      {
        outcome: { home: 0.5, draw: 0.25, away: 0.25 },
        distribution: { kind: 'matrix', maxGoals: 2, cells: [0.25, 0.25, 0, 0.25, 0, 0, 0, 0.25, 0] },
      },
      2,
      1,
    );
    expect(score.overUnder25).toBeCloseTo(Math.log(4), 12);
    expect(score.bothTeamsToScore).toBeCloseTo(Math.log(4), 12);
    expect(score.correctScore).toBeCloseTo(Math.log(4), 12);
    expect(score).toMatchObject({ hit: true, logLoss: Math.log(2), rps: (0.25 + 0.0625) / 2 });
  });

  it('has no goal markets without one', () => {
    expect(scoreForecast(forecast(1, 0, 0), 1, 0)).toMatchObject({
      overUnder25: null,
      bothTeamsToScore: null,
      correctScore: null,
    });
  });
});

describe('Scorecard', () => {
  it('averages over the matches each forecaster spoke about', () => {
    const [bold, shy] = filled().summarise();
    expect(bold).toMatchObject({ id: 'bold', matches: 3, accuracy: 2 / 3, overUnder25: null });
    expect(shy).toMatchObject({ id: 'shy', matches: 2, accuracy: 1 / 2 });
    expect(bold.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.1) + Math.log(0.6)) / 3, 12);
    expect(shy.rps).toBeCloseTo(((0.36 + 0.09) / 2 + (0.16 + 0.09) / 2) / 2, 12);
    expect(bold.calibrationError.home).toBeCloseTo((2 * 0.3 + 0.2) / 3, 12);
  });

  it('answers for a part', () => {
    const card = filled();
    expect(card.competitions()).toEqual(['north', 'south']);
    expect(card.summarise((row) => row.match.competition === 'south').map(({ matches }) => matches)).toEqual([1, 0]);
    expect(card.summarise(onCommonMatches).map(({ matches }) => matches)).toEqual([2, 2]);
    expect(card.summarise(() => false)[0].rps).toBeNaN();
    expect(card.reliability('bold', 'home')[8]).toMatchObject({ count: 2, observed: 0.5 });
  });

  it('compares pairwise on the matches both spoke about', () => {
    const { mean, standardError, count } = filled().compare('bold', 'shy', 'brier');
    const differences = [0.06 - 0.54, 1.46 - 0.74];
    expect(count).toBe(2);
    expect(mean).toBeCloseTo((differences[0] + differences[1]) / 2, 12);
    expect(standardError).toBeCloseTo(Math.abs(differences[0] - differences[1]) / 2, 12);
    expect(() => filled().compare('bold', 'nobody')).toThrow(RangeError);
  });
});
