import type { Random } from '../../kernel/random.js';
import type { GamePlay } from '../../season/game-record.js';
import type { Drive, DrivePoint, TryResult } from '../drive.js';
import type { FootballGame } from '../game-simulator.js';
import { type Field, positionAt } from '../plays/field.js';
import type { PlayRole } from '../plays/play.js';
import { Cast, type CastMember } from './cast.js';
import { type Snap, snapsOf } from './drive-snaps.js';
import { kickedPlay, scrimmagePlay, turnoverPlay, type Wording } from './wording.js';

type Side = 'home' | 'away';

const FIELD: Field = { scale: 'signed', length: 100 };
const QUARTER_SECONDS = 900;
const OVERTIME_SECONDS = 600;
const KICKOFF_LINE = 35;
const TOUCHBACK_LINE = 25;
const TRY_LINE = { kick: 85, two: 98 };

/**
 * Every play of a simulated game, kickoffs and tries included, in the words and the signed half-field of the league's
 * client. Folded, they give the score of the game: each drive gains its yards and ends as it did. Two teams without
 * players have plays without names.
 */
export function playByPlay(
  game: FootballGame,
  squads: Readonly<Record<Side, readonly CastMember[]>>,
  random: Random,
): GamePlay[] {
  const casts = { home: new Cast(squads.home), away: new Cast(squads.away) };
  return game.drives.flatMap((drive, index) => {
    const before = game.drives[index - 1];
    const stream = random.fork(drive.number);
    return [
      ...(isKickedOff(drive, before) ? [kickoff(drive, casts, stream)] : []),
      ...drivePlays(drive, casts, stream),
      ...(drive.tryResult === null ? [] : [tryPlay(drive, drive.tryResult, casts, stream)]),
    ];
  });
}

function isKickedOff(drive: Drive, before: Drive | undefined): boolean {
  if (before === undefined) return true;
  const scored = ['touchdown', 'field-goal', 'safety'].includes(before.result) || before.returned;
  return scored || stretchOf(drive.start) !== stretchOf(before.start);
}

/** Halves, and overtime: each begins with a kickoff. */
const stretchOf = ({ quarter }: DrivePoint): number => Math.ceil(quarter / 2);

function drivePlays(drive: Drive, casts: Record<Side, Cast>, random: Random): GamePlay[] {
  const snaps = snapsOf(drive, random);
  const teams = { own: casts[drive.offence], other: casts[otherOf(drive.offence)] };
  return snaps.map((snap, index) => {
    const isLast = index === snaps.length - 1;
    const wording =
      snap.kind === 'kick'
        ? kickedPlay(drive.result, teams, random)
        : isLast && (drive.result === 'interception' || drive.result === 'fumble')
          ? turnoverPlay(drive, teams, random)
          : scrimmagePlay(snap, endingOf(drive, isLast), teams, random);
    return play(drive.offence, instantOf(drive, index / snaps.length), snap, wording);
  });
}

const endingOf = ({ result }: Drive, isLast: boolean): 'touchdown' | 'safety' | null =>
  isLast && (result === 'touchdown' || result === 'safety') ? result : null;

function kickoff({ offence, start }: Drive, casts: Record<Side, Cast>, random: Random): GamePlay {
  const kicking = otherOf(offence);
  const returned = start.yardLine !== TOUCHBACK_LINE;
  return {
    ...play(kicking, start, undefined, {
      type: 'kickoff',
      result: returned ? 'kickoff return' : 'touchback',
      players: {
        kickoffKicker: casts[kicking].pick('kicker', random),
        ...(returned
          ? { returner: casts[offence].pick('returner', random), tackler: casts[kicking].pick('tackler', random) }
          : {}),
      },
    }),
    from: positionAt(FIELD, KICKOFF_LINE),
  };
}

function tryPlay(drive: Drive, result: TryResult, casts: Record<Side, Cast>, random: Random): GamePlay {
  const side = drive.returned ? otherOf(drive.offence) : drive.offence;
  const good = result.endsWith('good');
  if (result.startsWith('kick')) {
    const players = { extraPointKicker: casts[side].pick('kicker', random) };
    const score = good ? 'pat 1 is good' : 'pat 1 is missed';
    return {
      ...play(side, drive.end, undefined, { type: 'pat 1', result: 'pat 1', score, players }),
      from: positionAt(FIELD, TRY_LINE.kick),
    };
  }
  const quarterback = casts[side].pick('quarterback', random);
  const receiver = good ? casts[side].pick('receiver', random) : undefined;
  return {
    ...play(side, drive.end, undefined, {
      type: 'pat 2',
      result: good ? 'completed' : 'incomplete',
      score: good ? 'pat 2 is good' : 'pat 2 is missed',
      players: { quarterback, receiver },
    }),
    from: positionAt(FIELD, TRY_LINE.two),
  };
}

function play(offence: Side, { quarter, clock }: Instant, snap: Snap | undefined, wording: Wording): GamePlay {
  const { type, result, score = null, fumble = false, players } = wording;
  const moved = snap?.kind === 'scrimmage';
  const end = snap === undefined ? 0 : snap.from + snap.gain;
  return {
    quarter,
    clock,
    offence,
    down: snap?.down ?? null,
    distance: snap?.distance ?? null,
    from: snap === undefined ? null : positionAt(FIELD, snap.from),
    // Behind one's own goal line there is no position.
    to: moved && end > 0 ? positionAt(FIELD, end) : null,
    yards: moved ? snap.gain : 0,
    type,
    result,
    score,
    fumble,
    firstDowns: null,
    players: Object.fromEntries(
      Object.entries(players).filter((entry): entry is [PlayRole, string] => entry[1] !== undefined),
    ),
    credits: [],
  };
}

type Instant = Pick<DrivePoint, 'quarter' | 'clock'>;

/** The instant at which this share of a drive's time has passed. */
function instantOf({ start, end }: Drive, share: number): Instant {
  const from = elapsed(start);
  const at = Math.floor(from + (elapsed(end) - from) * share);
  const quarter = Math.min(end.quarter, Math.max(start.quarter, Math.floor(at / QUARTER_SECONDS) + 1));
  return { quarter, clock: Math.max(0, (quarter - 1) * QUARTER_SECONDS + secondsOf(quarter) - at) };
}

const elapsed = ({ quarter, clock }: Instant): number => (quarter - 1) * QUARTER_SECONDS + secondsOf(quarter) - clock;
const secondsOf = (quarter: number): number => (quarter === 5 ? OVERTIME_SECONDS : QUARTER_SECONDS);
const otherOf = (side: Side): Side => (side === 'home' ? 'away' : 'home');
