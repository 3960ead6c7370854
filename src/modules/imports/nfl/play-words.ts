import type { FeedPlay } from './nfl-feed.js';
import {
  COMPLETE,
  DEFENCE_TOUCHDOWN,
  EXTRA_POINT,
  FIELD_GOAL,
  FUMBLE,
  INCOMPLETE,
  INTERCEPTED,
  KICKOFF,
  OFFENCE_TOUCHDOWN,
  type PlayStats,
  PUNT,
  RECOVERY,
  RUN,
  RUN_AFTER_LATERAL,
  SACKED,
  TRY_RETURNED,
  TWO_POINTS,
} from './play-stats.js';

/** A play in the words of the league client, and the yards it was good for. */
export interface Wording {
  type: string;
  result: string;
  yards: number;
  score?: string;
}

/** Nothing when the play has no statistics of its own: a time-out, or a play that a penalty took away. */
export function wordsOf(play: FeedPlay, stats: PlayStats): Wording | undefined {
  if (stats.has(...TWO_POINTS)) {
    const good = stats.has(75, 77);
    return {
      type: 'pat 2',
      result: stats.has(75, 76) ? 'run' : good ? 'completed' : 'incomplete',
      yards: 0,
      score: good ? 'pat 2 is good' : stats.has(...TRY_RETURNED) ? 'pat 2 return' : 'pat 2 is missed',
    };
  }
  if (stats.has(...EXTRA_POINT)) {
    const score = stats.has(72) ? 'pat 1 is good' : stats.has(...TRY_RETURNED) ? 'pat 1 return' : 'pat 1 is missed';
    return { type: 'pat 1', result: 'pat 1', yards: 0, score };
  }
  if (stats.has(...FIELD_GOAL)) {
    const result = stats.has(71) ? 'kick blocked' : 'kick';
    const score = stats.has(70) ? 'kick is good' : (scoreOf(stats, play) ?? 'kick is missed');
    return { type: 'kick', result, yards: 0, score };
  }
  if (stats.has(...KICKOFF)) {
    const result = stats.has(44, 51) ? 'touchback' : stats.has(49) ? 'kick out' : 'kickoff return';
    return { type: 'kickoff', result, yards: 0, ...(stats.has(46) ? { score: 'kickoff td return' } : {}) };
  }
  if (stats.has(...PUNT)) {
    const result = stats.has(2) ? 'punt blocked' : stats.has(32, 40) ? 'touchback' : 'punt return';
    return { type: 'punt', result, yards: 0, ...(stats.has(34) ? { score: 'punt td return' } : {}) };
  }
  if (stats.has(...SACKED)) return { type: 'pass', result: 'sack', yards: stats.sum(...SACKED) };
  if (stats.has(...INTERCEPTED)) return { type: 'pass', result: 'intercepted', yards: 0 };
  if (stats.has(...COMPLETE)) return { type: 'pass', result: 'completed', yards: stats.sum(...COMPLETE) };
  if (stats.has(...INCOMPLETE)) {
    return { type: 'pass', result: stats.has(85) ? 'deflected' : 'incomplete', yards: 0 };
  }
  const own = stats.all(...RUN, ...RUN_AFTER_LATERAL).filter(({ clubcode }) => clubcode === play.posteam);
  if (own.length > 0) return { type: 'run', result: 'run', yards: own.reduce((sum, { yards }) => sum + yards, 0) };
  return stats.has(...FUMBLE, ...RECOVERY) ? { type: 'run', result: '', yards: 0 } : undefined;
}

/** A touchdown is the defence's when another team than the one with the ball is credited with it. */
export function scoreOf(stats: PlayStats, { posteam }: FeedPlay): string | null {
  const touchdown = stats.first(...OFFENCE_TOUCHDOWN, ...DEFENCE_TOUCHDOWN);
  if (touchdown !== undefined) return touchdown.clubcode === posteam ? 'td' : 'defence td';
  return stats.has(89) ? 'safety' : null;
}
