import { registerEnumType } from '@nestjs/graphql';

export const ClockDirectionEnum = {
  DOWN: 'down',
  UP: 'up',
} as const;

registerEnumType(ClockDirectionEnum, {
  name: 'ClockDirection',
  description: 'Which way a game clock runs.',
  valuesMap: {
    DOWN: { description: 'Counts down to zero.' },
    UP: { description: 'Counts up to its maximum.' },
  },
});

export const OnStopBehaviorEnum = {
  HOLD: 'hold',
  RESET: 'reset',
} as const;

registerEnumType(OnStopBehaviorEnum, {
  name: 'OnStopBehavior',
  description: 'What a game clock does when it is stopped.',
  valuesMap: {
    HOLD: { description: 'Keeps its value.' },
    RESET: { description: 'Goes back to where it starts.' },
  },
});

export const PeriodModeEnum = {
  QTR: 'qtr',
  PERIOD: 'period',
  HALF: 'half',
  SET: 'set',
  INNING: 'inning',
  CUSTOM: 'custom',
} as const;

registerEnumType(PeriodModeEnum, {
  name: 'PeriodMode',
  description: 'What the parts of a match are called.',
  valuesMap: {
    QTR: { description: 'Quarters.' },
    PERIOD: { description: 'Periods.' },
    HALF: { description: 'Halves.' },
    SET: { description: 'Sets.' },
    INNING: { description: 'Innings.' },
    CUSTOM: { description: 'As the labels say.' },
  },
});

export const PeriodClockVariantEnum = {
  PER_PERIOD: 'per_period',
  CUMULATIVE: 'cumulative',
} as const;

registerEnumType(PeriodClockVariantEnum, {
  name: 'PeriodClockVariant',
  description: 'How a game clock treats periods.',
  valuesMap: {
    PER_PERIOD: { description: 'Starts every period anew.' },
    CUMULATIVE: { description: 'Goes on from period to period.' },
  },
});

export const InitialTimeModeEnum = {
  MAX: 'max',
  ZERO: 'zero',
  MIN: 'min',
} as const;

registerEnumType(InitialTimeModeEnum, {
  name: 'InitialTimeMode',
  description: 'Where a game clock starts.',
  valuesMap: {
    MAX: { description: 'At its maximum.' },
    ZERO: { description: 'At zero.' },
    MIN: { description: 'At a given number of seconds.' },
  },
});
