import { type Field, positionAt } from '#core/football/plays/field.js';
import type { PlayRole } from '#core/football/plays/play.js';
import type { GameCredit, GamePlay } from '#core/season/game-record.js';
import type { FeedPlay } from './nfl-feed.js';
import {
  COMPLETE,
  DEFENCE_TOUCHDOWN,
  EXTRA_POINT,
  FIELD_GOAL,
  FIRST_DOWN,
  FUMBLE,
  INCOMPLETE,
  INTERCEPTED,
  KICKOFF,
  OFFENCE_TOUCHDOWN,
  PENALTY,
  PlayStats,
  RECEPTION,
  RECEPTION_AFTER_LATERAL,
  RECOVERY,
  RETURN,
  RUN,
  RUN_AFTER_LATERAL,
  SACKED,
} from './play-stats.js';
import { scoreOf, wordsOf } from './play-words.js';

/** The league's field: 100 yards between the goal lines. */
export const NFL_FIELD: Field = { scale: 'signed', length: 100 };

/** A play as it will be stored, with club codes and the feed's clock. */
export interface FeedEvent extends Omit<GamePlay, 'clock' | 'offence'> {
  /** `MM:SS` left in the quarter. */
  clock: string;
  /** Club code. */
  offence: string;
}

/**
 * What the feed says of one play, as events: none for time-outs and ends of quarters, and a second one for a penalty
 * that was walked off after it.
 */
export function eventsOf(play: FeedPlay): FeedEvent[] {
  const stats = new PlayStats(play);
  if (play.posteam === '') return [];
  const penalties = penaltiesOf(stats, play);
  const made = madePlay(play, stats);
  // A nullified play has lost its statistics; a touchdown that a penalty took away has kept the yards before the foul.
  if (made === undefined && play.down > 0 && (penalties.length > 0 || /no play|nullified/i.test(play.desc))) {
    return [nullifiedPlay(play, stats, penalties)];
  }
  const walkedOff = penalties.map((penalty) => enforcement(play, penalty));
  return made === undefined ? walkedOff : [made, ...walkedOff];
}

const lineOf = ({ yrdln, posteam }: FeedPlay): number | null => {
  const found = /^(?:([A-Z]{2,3}) )?(\d{1,2})$/.exec(yrdln.trim());
  if (found === null) return null;
  const yards = Number(found[2]);
  return found[1] === undefined || found[1] === posteam ? yards : NFL_FIELD.length - yards;
};

/** Positions of the snap and of the end; neither own goal line nor what lies behind it has one. */
function positions(play: FeedPlay, yards: number): Pick<FeedEvent, 'from' | 'to' | 'yards'> {
  const line = lineOf(play);
  const end = line === null ? null : line + yards;
  const known = line !== null && line > 0 && end !== null && end > 0 && end <= NFL_FIELD.length;
  return {
    from: line === null || line <= 0 ? null : positionAt(NFL_FIELD, line),
    to: known ? positionAt(NFL_FIELD, end) : null,
    yards,
  };
}

function base(play: FeedPlay, stats: PlayStats, yards: number): Omit<FeedEvent, 'type' | 'result' | 'players'> {
  return {
    quarter: play.qtr,
    clock: play.time,
    offence: play.posteam,
    down: play.down === 0 ? null : play.down,
    distance: play.down === 0 ? null : play.ydstogo,
    ...positions(play, yards),
    score: null,
    fumble: false,
    firstDowns: stats.all(...FIRST_DOWN).filter(({ clubcode }) => clubcode === play.posteam).length,
    credits: [],
  };
}

interface Penalty {
  player: string | undefined;
  club: string;
  yards: number;
}

function penaltiesOf(stats: PlayStats, { posteam }: FeedPlay): Penalty[] {
  return stats.all(...PENALTY).map(({ player, clubcode, yards }) => ({
    player: player === '0' ? undefined : player,
    club: clubcode === '' ? posteam : clubcode,
    yards,
  }));
}

function nullifiedPlay(play: FeedPlay, stats: PlayStats, penalties: readonly Penalty[]): FeedEvent {
  const yards = penalties.reduce((sum, { club, yards: own }) => sum + (club === play.posteam ? -own : own), 0);
  const flagged = penalties[0]?.player;
  return {
    ...base(play, stats, yards),
    type: 'flag',
    result: 'flag',
    players: flagged === undefined ? {} : { flagged },
  };
}

/** It is the penalised team's own row, so that its yards are charged to it. */
function enforcement(play: FeedPlay, { player, club, yards }: Penalty): FeedEvent {
  return {
    quarter: play.qtr,
    clock: play.time,
    offence: club,
    down: null,
    distance: null,
    from: null,
    to: null,
    yards: -yards,
    type: 'flag',
    result: 'flag',
    score: null,
    fumble: false,
    firstDowns: 0,
    players: player === undefined ? {} : { flagged: player },
    credits: [],
  };
}

function madePlay(play: FeedPlay, stats: PlayStats): FeedEvent | undefined {
  const wording = wordsOf(play, stats);
  if (wording === undefined) return undefined;
  const { yards, ...words } = wording;
  return {
    ...base(play, stats, yards),
    ...words,
    score: words.score ?? scoreOf(stats, play),
    fumble: stats.has(...FUMBLE),
    players: defined({
      quarterback: stats.player(...INCOMPLETE, ...COMPLETE, ...INTERCEPTED, ...SACKED, 77, 78),
      runner: stats.player(...RUN, 75, 76),
      receiver: stats.player(...RECEPTION, 115),
      deflector: stats.player(85),
      interceptor: stats.player(25, 26, 27, 28) ?? (stats.has(...INTERCEPTED) ? stats.player(85) : undefined),
      fumbler: stats.player(...FUMBLE),
      recoverer: stats.player(...RECOVERY),
      tackler: stats.player(79),
      assistant: stats.player(82, 80),
      sacker: stats.player(83, 84),
      kicker: stats.player(...FIELD_GOAL),
      kickoffKicker: stats.player(...KICKOFF),
      returner: stats.player(...RETURN),
      extraPointKicker: stats.player(...EXTRA_POINT),
      punter: stats.player(29),
      scorer: stats.player(...OFFENCE_TOUCHDOWN.filter((id) => id !== 16), 22, 24),
      defenceScorer: stats.player(...DEFENCE_TOUCHDOWN, 34, 46),
    }),
    credits: creditsOf(stats),
  };
}

/** Shared sacks, and runs and receptions of which a part came after a lateral. */
function creditsOf(stats: PlayStats): GameCredit[] {
  const credits: GameCredit[] = [];
  const add = (kind: GameCredit['kind'], share: number, ids: readonly number[]): void => {
    for (const { player, yards } of stats.all(...ids)) credits.push({ player, kind, share, yards });
  };
  if (stats.has(84)) {
    add('sack', 0.5, [84]);
    add('sack', 1, [83]);
  }
  if (stats.has(...RUN_AFTER_LATERAL)) {
    add('run', 1, RUN);
    add('run', 0, RUN_AFTER_LATERAL);
  }
  if (stats.has(...RECEPTION_AFTER_LATERAL)) {
    add('reception', 1, RECEPTION);
    add('reception', 0, RECEPTION_AFTER_LATERAL);
  }
  return credits.filter(({ player }) => player !== '0');
}

function defined(players: Partial<Record<PlayRole, string | undefined>>): Partial<Record<PlayRole, string>> {
  return Object.fromEntries(Object.entries(players).filter(([, player]) => player !== undefined));
}
