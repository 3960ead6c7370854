import { Field, ID, InputType, Int, PartialType } from '@nestjs/graphql';
import type { MatchStatus } from '#core/kernel/match-status.js';
import { changesOf } from '#platform/graphql/changes.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import type { RosterPlace } from './match-players.service.js';
import type { MatchChanges, ScheduleMatch } from './match-scheduling.service.js';
import { MatchStatusEnum } from './match.object.js';

@InputType('ScheduleMatch', { description: 'A match to be played.' })
export class ScheduleMatchInput {
  @Field(() => ID, { description: 'Number of the home team.' })
  homeId: string;

  @Field(() => ID, { description: 'Number of the away team.' })
  awayId: string;

  @Field(() => ID, { nullable: true, description: 'What it is played in; without it, a friendly.' })
  tournamentId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it begins, as far as known.' })
  kickoffAt?: Date | null;

  @Field(() => Int, { nullable: true, description: 'Round or week, from 1.' })
  week?: number | null;

  @Field(() => String, { nullable: true, description: 'Where it is played, up to 255 characters.' })
  venue?: string | null;

  @Field(() => String, { nullable: true, description: 'Who referees it, up to 255 characters.' })
  referee?: string | null;

  @Field(() => Int, { nullable: true, description: 'Spectators.' })
  attendance?: number | null;
}

@InputType('MatchChanges', { description: 'What to change of a match: absent stays, null clears.' })
export class MatchChangesInput extends PartialType(ScheduleMatchInput, InputType) {
  @Field(() => MatchStatusEnum, { nullable: true, description: 'How far it has come.' })
  status?: MatchStatus | null;
}

@InputType('RosterPlace', { description: 'A member of a team’s roster who plays in a match.' })
export class RosterPlaceInput {
  @Field(() => ID, { description: 'Number of the roster entry.' })
  rosterEntryId: string;

  @Field(() => String, { nullable: true, description: 'Shirt number, up to 10 characters; absent: as on the roster.' })
  number?: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of the position played; absent: as on the roster.' })
  positionId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether he begins the match on the field.' })
  isStarting?: boolean | null;

  @Field(() => String, { nullable: true, description: 'With which unit he begins: offense, defense or special.' })
  startingType?: string | null;
}

const RULES = { ids: ['homeId', 'awayId', 'tournamentId'], required: ['homeId', 'awayId', 'status'] } as const;

/** Throws Invalid (BAD_USER_INPUT) for a malformed id or a required field that is null. */
export const scheduleOf = (input: ScheduleMatchInput): ScheduleMatch =>
  changesOf<ScheduleMatch>(input, { ids: RULES.ids, required: ['homeId', 'awayId'] }) as ScheduleMatch;

/** The same. */
export const matchChangesOf = (input: MatchChangesInput): MatchChanges => changesOf<MatchChanges>(input, RULES);

/** The same. */
export function rosterPlaceOf({ rosterEntryId, ...place }: RosterPlaceInput): RosterPlace {
  const values = { membershipId: rosterEntryId, ...place };
  return changesOf<RosterPlace>(values, { ids: ['membershipId', 'positionId'] }) as RosterPlace;
}
