import { DEFAULT_FIELD_LENGTH, type Field, fieldOf } from '#core/football/plays/field.js';
import type { Play } from '#core/football/plays/play.js';
import { pointsOf } from '#core/football/plays/scoring.js';
import { type GameMoment, gameMoments } from '#core/football/replay/game-moments.js';
import { PLAYER_FIELDS, playOf, type PlayRow, type PlayValues } from '#modules/plays/index.js';
import type { SourceMatch } from './replays.repository.js';

/** A finished game, ready to be played again as another match. */
export interface Replay {
  readonly matchId: number;
  readonly sourceId: number;
  readonly home: string;
  readonly away: string;
  readonly field: Field;
  readonly moments: readonly GameMoment[];
  readonly plays: readonly ReplayedPlay[];
  /** Points at the end. */
  readonly score: Points;
}

export interface Points {
  home: number;
  away: number;
}

export interface ReplayedPlay {
  readonly play: Play;
  /** What is recorded of it. */
  readonly values: PlayValues;
  /** Points after it. */
  readonly score: Points;
  readonly touchdownBy: keyof Points | undefined;
}

/**
 * What a finished game looks like played again as another match.
 * @param players which player of the match is which of the other; whoever is missing is not named
 */
export function replayOf(
  source: SourceMatch,
  matchId: number,
  rows: readonly PlayRow[],
  players: ReadonlyMap<number, number>,
): Replay {
  const score = { home: 0, away: 0 };
  const plays = rows.map((row, index): ReplayedPlay => {
    const play = playOf(row);
    const points = pointsOf(play);
    const [own, other] = row.offenseTeam === source.homeId ? (['home', 'away'] as const) : (['away', 'home'] as const);
    score[own] += points.offence;
    score[other] += points.defence;
    const touchdownBy = play.score === 'touchdown' ? own : play.score === 'defence-touchdown' ? other : undefined;
    return { play, values: valuesOf(row, matchId, index + 1, players), score: { ...score }, touchdownBy };
  });
  return {
    matchId,
    sourceId: source.id,
    home: source.home,
    away: source.away,
    field: fieldOf(
      rows.flatMap(({ ballOn, ballMovedTo }) => [ballOn, ballMovedTo]),
      source.fieldLength ?? DEFAULT_FIELD_LENGTH,
    ),
    moments: gameMoments(
      rows.map(({ eventQtr, gameClock }) => ({ quarter: eventQtr, clock: gameClock })),
      source.clockSeconds ?? undefined,
    ),
    plays,
    // What nobody recorded as a play, the officials have counted all the same.
    score: { home: source.scoreHome ?? score.home, away: source.scoreAway ?? score.away },
  };
}

function valuesOf(row: PlayRow, matchId: number, number: number, players: ReadonlyMap<number, number>): PlayValues {
  const { id: _, ...values } = row;
  const named = PLAYER_FIELDS.map((field) => [field, row[field] === null ? null : (players.get(row[field]) ?? null)]);
  const credits = row.credits?.flatMap((credit) => {
    const player = players.get(credit.player);
    return player === undefined ? [] : [{ ...credit, player }];
  });
  return { ...values, ...Object.fromEntries(named), credits: credits ?? null, matchId, eventNumber: number };
}
