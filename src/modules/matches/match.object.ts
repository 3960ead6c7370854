import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MatchStatus } from '#core/kernel/match-status.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import type { Goals, MatchRow, Score } from './match.row.js';

export const MatchStatusEnum = {
  SCHEDULED: 'scheduled',
  LIVE: 'live',
  HALFTIME: 'halftime',
  EXTRA_TIME: 'extra_time',
  PENALTIES: 'penalties',
  FINISHED: 'finished',
  SUSPENDED: 'suspended',
  INTERRUPTED: 'interrupted',
  POSTPONED: 'postponed',
  CANCELLED: 'cancelled',
  ABANDONED: 'abandoned',
  AWARDED: 'awarded',
} as const satisfies { [S in MatchStatus as Uppercase<S>]: S };

registerEnumType(MatchStatusEnum, {
  name: 'MatchStatus',
  description: 'How far a match has come.',
  valuesMap: {
    SCHEDULED: { description: 'Not begun.' },
    LIVE: { description: 'Being played.' },
    HALFTIME: { description: 'In the break between the halves.' },
    EXTRA_TIME: { description: 'Being played, beyond the regular time.' },
    PENALTIES: { description: 'Being decided by a penalty shoot-out.' },
    FINISHED: { description: 'Played; the score is final.' },
    SUSPENDED: { description: 'Stopped; whether and when it goes on is not known.' },
    INTERRUPTED: { description: 'Stopped for a short while.' },
    POSTPONED: { description: 'Will be played at another time.' },
    CANCELLED: { description: 'Will not be played.' },
    ABANDONED: { description: 'Stopped for good before the end.' },
    AWARDED: { description: 'Decided by a ruling, not on the field; the score counts.' },
  },
});

@ObjectType('HalfTimeScore', { description: 'Goals at half-time.' })
export class HalfTimeScoreObject implements Goals {
  @Field(() => Int, { description: 'Goals of the home side.' })
  home: number;

  @Field(() => Int, { description: 'Goals of the away side.' })
  away: number;
}

@ObjectType('Score', { description: 'Goals, or points, of both sides.' })
export class ScoreObject implements Score {
  @Field(() => Int, { description: 'Goals or points of the home side.' })
  home: number;

  @Field(() => Int, { description: 'Goals or points of the away side.' })
  away: number;

  @Field(() => HalfTimeScoreObject, { nullable: true, description: 'Goals at half-time; null when not known.' })
  halfTime: HalfTimeScoreObject | null;
}

@ObjectType('Match', { description: 'A match between two teams.' })
export class MatchObject implements Omit<MatchRow, 'homeId' | 'awayId' | 'tournamentId' | 'kickoffAt'> {
  @Field(() => ID, { description: 'Number of the match.' })
  id: number;

  @Field(() => String, { description: 'Opaque identifier that stays the same wherever the match is stored.' })
  publicId: string;

  @Field(() => DateTime, { nullable: true, description: 'When it begins or began; null while not known.' })
  kickoffAt: Date | null;

  @Field(() => MatchStatusEnum, { description: 'How far it has come.' })
  status: MatchStatus;

  @Field(() => Int, { nullable: true, description: 'Round or matchday.' })
  week: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is played.' })
  venue: string | null;

  @Field(() => String, { nullable: true, description: 'Who referees it.' })
  referee: string | null;

  @Field(() => Int, { nullable: true, description: 'Spectators.' })
  attendance: number | null;

  @Field(() => ScoreObject, {
    nullable: true,
    description: 'The score as it stands: 0 each at the start of play; null before, and when it is not known.',
  })
  score: ScoreObject | null;

  @Field(() => Int, {
    description: 'Grows by one with every change of the match or of what belongs to it; the position in its live feed.',
  })
  version: number;
}
