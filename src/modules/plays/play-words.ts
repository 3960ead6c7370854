import type { PlayKind, PlayOutcome, PlayScore } from '#core/football/plays/play.js';

/** The words a play's meaning is stored in: those of the league client, which all who read plays know. */
const TYPES: Readonly<Record<PlayKind, string | null>> = {
  run: 'run',
  pass: 'pass',
  kickoff: 'kickoff',
  punt: 'punt',
  'field-goal': 'kick',
  'extra-point': 'pat 1',
  'two-point': 'pat 2',
  penalty: 'flag',
  other: null,
};

const RESULTS: Readonly<Record<PlayOutcome, string | null>> = {
  run: 'run',
  completed: 'completed',
  incomplete: 'incomplete',
  dropped: 'dropped',
  deflected: 'deflected',
  intercepted: 'intercepted',
  sack: 'sack',
  flag: 'flag',
  kick: 'kick',
  other: null,
};

const SCORES: Readonly<Record<PlayScore, string | null>> = {
  touchdown: 'td',
  'defence-touchdown': 'defence td',
  'field-goal': 'kick is good',
  'extra-point': 'pat 1 is good',
  'two-point': 'pat 2 is good',
  'defence-two-point': 'pat 1 return',
  safety: 'safety',
  none: null,
};

export const typeOf = (kind: PlayKind): string | null => TYPES[kind];
export const resultOf = (outcome: PlayOutcome): string | null => RESULTS[outcome];
export const scoreOf = (score: PlayScore): string | null => SCORES[score];
