import { registerEnumType } from '@nestjs/graphql';
import {
  PLAY_ROLES,
  type PlayCredit,
  type PlayKind,
  type PlayOutcome,
  type PlayRole,
  type PlayScore,
} from '#core/football/plays/play.js';

const KINDS: Readonly<Record<PlayKind, string>> = {
  run: 'A run from scrimmage.',
  pass: 'A pass from scrimmage, sacks among them.',
  kickoff: 'A kickoff.',
  punt: 'A punt.',
  'field-goal': 'A try for a field goal.',
  'extra-point': 'A kick after a touchdown.',
  'two-point': 'A run or pass after a touchdown.',
  penalty: 'Nothing but a penalty.',
  other: 'What has no bearing on statistics.',
};
const OUTCOMES: Readonly<Record<PlayOutcome, string>> = {
  run: 'The ball was run.',
  completed: 'The pass was caught.',
  incomplete: 'The pass was not caught.',
  dropped: 'The receiver dropped the pass.',
  deflected: 'A defender deflected the pass.',
  intercepted: 'A defender caught the pass.',
  sack: 'The quarterback was tackled before he could pass.',
  flag: 'Only the penalty counts.',
  kick: 'The ball was kicked.',
  other: 'What has no bearing on statistics.',
};
const SCORES: Readonly<Record<PlayScore, string>> = {
  touchdown: 'A touchdown of the offence.',
  'defence-touchdown': 'A touchdown of the other side.',
  'field-goal': 'A field goal.',
  'extra-point': 'An extra point.',
  'two-point': 'A two-point conversion.',
  'defence-two-point': 'A try that failed and was brought back by the other side.',
  safety: 'A safety.',
  none: 'Nothing.',
};
const CREDITS: Readonly<Record<PlayCredit['kind'], string>> = {
  sack: 'A sack.',
  run: 'A run.',
  reception: 'A reception.',
};
const ROLES: Readonly<Record<PlayRole, string>> = {
  quarterback: 'The quarterback.',
  runner: 'Who ran with the ball.',
  receiver: 'Who was thrown to, and caught unless the outcome says otherwise.',
  dropper: 'Who dropped the pass.',
  deflector: 'Who deflected the pass.',
  interceptor: 'Who intercepted the pass.',
  fumbler: 'Who fumbled.',
  recoverer: 'Who recovered the fumble.',
  tackler: 'Who tackled.',
  assistant: 'Who assisted the tackle.',
  sacker: 'Who sacked the quarterback.',
  scorer: 'Who scored for the offence.',
  defenceScorer: 'Who scored for the other side.',
  kicker: 'Who kicked the field goal.',
  kickoffKicker: 'Who kicked off.',
  returner: 'Who returned the kick.',
  extraPointKicker: 'Who kicked the extra point.',
  flagged: 'Who was penalised.',
  punter: 'Who punted.',
};

/** `field-goal` and `defenceScorer` are `FIELD_GOAL` and `DEFENCE_SCORER` in the schema. */
const named = (value: string): string => value.replace(/[A-Z]/g, '_$&').replaceAll('-', '_').toUpperCase();

function register<V extends string>(name: string, description: string, values: Readonly<Record<V, string>>) {
  const entries = Object.entries<string>(values) as [V, string][];
  const names = Object.fromEntries(entries.map(([value]) => [named(value), value])) as Record<string, V>;
  const valuesMap = Object.fromEntries(entries.map(([value, text]) => [named(value), { description: text }]));
  registerEnumType(names, { name, description, valuesMap });
  return names;
}

export const PlayKindEnum = register('PlayKind', 'What was tried in a play.', KINDS);
export const PlayOutcomeEnum = register('PlayOutcome', 'How a play ended.', OUTCOMES);
export const PlayScoreEnum = register('PlayScore', 'What a play scored.', SCORES);
export const CreditKindEnum = register('PlayCreditKind', 'What a credit is for.', CREDITS);
export const PlayRoleEnum = register(
  'PlayRole',
  'A part a player takes in a play.',
  Object.fromEntries(PLAY_ROLES.map((role) => [role, ROLES[role]])) as Record<PlayRole, string>,
);
