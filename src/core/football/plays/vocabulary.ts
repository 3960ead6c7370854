import type { Play, PlayKind, PlayOutcome, PlayScore } from './play.js';

/** What a recorder wrote about a play, in his own words. */
export interface PlayWords {
  readonly type: string | null;
  readonly result: string | null;
  readonly score: string | null;
  readonly fumble: boolean;
  /** Whether a player is named who ran, or who received the ball. */
  readonly hasRunner: boolean;
  readonly hasReceiver: boolean;
}

export type PlayMeaning = Pick<Play, 'kind' | 'outcome' | 'score' | 'fumble'>;

const KINDS: Readonly<Record<string, PlayKind>> = {
  run: 'run',
  rush: 'run',
  kneel: 'run',
  'kneel down': 'run',
  pass: 'pass',
  spike: 'pass',
  kick: 'field-goal',
  'field goal': 'field-goal',
  kickoff: 'kickoff',
  'kick off': 'kickoff',
  punt: 'punt',
  'pat 1': 'extra-point',
  'extra point': 'extra-point',
  'pat 2': 'two-point',
  'two point conversion': 'two-point',
  '2 point conversion': 'two-point',
  flag: 'penalty',
  penalty: 'penalty',
};

const OUTCOMES: Readonly<Record<string, PlayOutcome>> = {
  run: 'run',
  complete: 'completed',
  completed: 'completed',
  'pass complete': 'completed',
  'pass completed': 'completed',
  incomplete: 'incomplete',
  'pass incomplete': 'incomplete',
  dropped: 'dropped',
  'pass dropped': 'dropped',
  deflected: 'deflected',
  'pass deflected': 'deflected',
  intercepted: 'intercepted',
  interception: 'intercepted',
  'pass intercepted': 'intercepted',
  sack: 'sack',
  sacked: 'sack',
  flag: 'flag',
  penalty: 'flag',
  kick: 'kick',
  'kick blocked': 'kick',
  'kick return': 'kick',
  'kick out': 'kick',
  'kickoff return': 'kick',
  'punt return': 'kick',
  'punt blocked': 'kick',
  'pat 1': 'kick',
  touchback: 'kick',
  good: 'kick',
  'no good': 'kick',
  blocked: 'kick',
};

/** Results that say how far, or with what consequence, and leave the kind of play to say what it was. */
const MOVED = new Set(['gain', 'no gain', 'loss', 'touchdown', 'td', 'fumble', 'safety']);

const SCORES: Readonly<Record<string, PlayScore>> = {
  td: 'touchdown',
  touchdown: 'touchdown',
  'defence td': 'defence-touchdown',
  'defense td': 'defence-touchdown',
  'defensive td': 'defence-touchdown',
  'defence touchdown': 'defence-touchdown',
  'defense touchdown': 'defence-touchdown',
  'defensive touchdown': 'defence-touchdown',
  'kickoff td return': 'defence-touchdown',
  'punt td return': 'defence-touchdown',
  'kick is good': 'field-goal',
  'field goal': 'field-goal',
  'pat 1 is good': 'extra-point',
  'extra point': 'extra-point',
  'pat 2 is good': 'two-point',
  'two point conversion': 'two-point',
  'pat 1 return': 'defence-two-point',
  'pat 2 return': 'defence-two-point',
  safety: 'safety',
};

/** Recorders write the same few words all the time. */
const MOST_WORDS = 1000;
const plainWords = new Map<string, string>();

/** `Pass_Completed`, `pass completed` and ` PASS-COMPLETED` are one word. */
function plain(word: string | null): string {
  if (word === null) return '';
  let known = plainWords.get(word);
  if (known === undefined) {
    known = word
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim();
    if (plainWords.size < MOST_WORDS) plainWords.set(word, known);
  }
  return known;
}

/**
 * The one meaning of the vocabularies in use: the league client's (`pat 1`, `kick is good`), the newer client's
 * (`Field Goal`, `No Gain`) and the contract's examples (`pass_completed`, `touchdown`). An unknown word means nothing
 * for statistics and stays as it was recorded.
 */
export function meaningOf(words: PlayWords): PlayMeaning {
  const type = plain(words.type);
  const result = plain(words.result);
  const kind = KINDS[type] ?? 'other';
  const outcome = outcomeOf(type, kind, result, words);
  const moved = result === 'touchdown' || result === 'td' ? 'touchdown' : result === 'safety' ? 'safety' : undefined;
  return {
    kind,
    outcome,
    score: SCORES[plain(words.score)] ?? moved ?? 'none',
    fumble: words.fumble || result === 'fumble',
  };
}

function outcomeOf(type: string, kind: PlayKind, result: string, words: PlayWords): PlayOutcome {
  const known = OUTCOMES[result];
  if (known !== undefined) return known;
  if (kind === 'penalty') return 'flag';
  if (type === 'spike') return 'incomplete';
  if (type.startsWith('kneel')) return 'run';
  if (!MOVED.has(result)) return 'other';
  if (kind === 'run') return 'run';
  if (kind !== 'pass') return 'other';
  if (words.hasReceiver) return 'completed';
  // Without a receiver, a pass play that moved the ball was run; one that lost it was caught behind the line.
  if (words.hasRunner) return 'run';
  return result === 'fumble' || result === 'safety' ? 'sack' : 'completed';
}
