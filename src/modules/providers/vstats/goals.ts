import type { ScorePair } from '#core/season/season-record.js';
import { isRecord, type JsonRecord, list, optionalCount, optionalRecord } from '../answers/json-value.js';
import type { GoalsByPeriod } from './statistics.js';

export interface Goals {
  /** After extra time, without penalty shoot-out. */
  score: ScorePair | null;
  halfTime: ScorePair | null;
  /** After 90 minutes. */
  fullTime: ScorePair | null;
  byPeriod: GoalsByPeriod;
}

/**
 * The scores of a match. Goals of the halves come from the half-time score; without one from the running score at the last
 * goal of the first half, which also has own goals on the right side.
 */
export function readGoals(live: JsonRecord): Goals {
  const details = optionalRecord(live['matchDetails'], 'matchDetails');
  const scores = optionalRecord(details['scores'], 'scores');
  const fullTime = readPair(scores['ft'], 'ft');
  const score = readPair(scores['total'], 'total') ?? fullTime;
  const halfTime = readPair(scores['ht'], 'ht') ?? (score && halfTimeFromGoals(live, score));
  const end = fullTime ?? score;
  const secondHalf = halfTime && end && { home: end.home - halfTime.home, away: end.away - halfTime.away };
  const isPossible = secondHalf !== null && secondHalf.home >= 0 && secondHalf.away >= 0;
  return {
    score,
    halfTime,
    fullTime,
    byPeriod: {
      full: score,
      first_half: isPossible ? halfTime : null,
      second_half: isPossible ? secondHalf : null,
    },
  };
}

/** Null unless the goals listed are all that the score counts. */
function halfTimeFromGoals(live: JsonRecord, score: ScorePair): ScorePair | null {
  const goals = list(live['goal'], 'goal').filter(isRecord);
  if (goals.length !== score.home + score.away) return null;
  const first = goals.filter((goal) => Number(goal['periodId']) === 1);
  const running = first.map((goal) => readPair({ home: goal['homeScore'], away: goal['awayScore'] }, 'goal'));
  if (running.includes(null)) return null;
  const home = Math.max(0, ...running.map((pair) => pair?.home ?? 0));
  const away = Math.max(0, ...running.map((pair) => pair?.away ?? 0));
  return home + away === first.length ? { home, away } : null;
}

function readPair(value: unknown, name: string): ScorePair | null {
  const pair = optionalRecord(value, `scores.${name}`);
  const home = optionalCount(pair['home'], `scores.${name}.home`);
  const away = optionalCount(pair['away'], `scores.${name}.away`);
  return home === null || away === null ? null : { home, away };
}
