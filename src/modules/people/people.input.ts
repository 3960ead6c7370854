import { Field, ID, InputType } from '@nestjs/graphql';
import type { Visibility } from '#platform/auth/caller.js';
import { encodeCursor } from '#platform/graphql/cursor.js';
import { parseId, parseOptionalId } from '#platform/graphql/parse-id.js';
import type { NamePosition, PersonFilter, PersonValues } from './person.row.js';
import type { PlayerFilter } from './player.row.js';
import type { RosterEntryValues, RosterFilter } from './roster-entry.row.js';

@InputType('PersonFilter', { description: 'Which persons to list: those that meet every condition given.' })
export class PersonFilterInput {
  @Field(() => String, { nullable: true, description: 'Persons with this text in either name, in any case.' })
  text?: string | null;

  @Field(() => ID, { nullable: true, description: 'Persons who do not play this sport.' })
  notInSportId?: string | null;
}

export const personFilter = (input: PersonFilterInput | null, visibility: Visibility): PersonFilter => ({
  text: input?.text ?? undefined,
  notInSportId: parseOptionalId(input?.notInSportId, 'filter.notInSportId'),
  visibility,
});

@InputType('PlayerFilter', { description: 'Which players to list: those that meet every condition given.' })
export class PlayerFilterInput {
  @Field(() => ID, { nullable: true, description: 'Players of this sport.' })
  sportId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Players who are or were on a roster of this team.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Players in this tournament.' })
  tournamentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Players with this text in either name, in any case.' })
  text?: string | null;
}

export const playerFilter = (input: PlayerFilterInput | null, visibility: Visibility): PlayerFilter => ({
  sportId: parseOptionalId(input?.sportId, 'filter.sportId'),
  teamId: parseOptionalId(input?.teamId, 'filter.teamId'),
  tournamentId: parseOptionalId(input?.tournamentId, 'filter.tournamentId'),
  text: input?.text ?? undefined,
  visibility,
});

@InputType('RosterFilter', { description: 'Which roster entries to list: those that meet every condition given.' })
export class RosterFilterInput {
  @Field(() => ID, { nullable: true, description: 'Entries for this tournament.' })
  tournamentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Entries of this team.' })
  teamId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only players without a team.' })
  unassigned?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Players with this text in either name, in any case.' })
  text?: string | null;
}

export const rosterFilter = (input: RosterFilterInput | null): RosterFilter => ({
  tournamentId: parseOptionalId(input?.tournamentId, 'filter.tournamentId'),
  teamId: parseOptionalId(input?.teamId, 'filter.teamId'),
  ...(input?.unassigned ? { unassigned: true } : {}),
  text: input?.text ?? undefined,
});

@InputType('PersonInput', { description: 'What is known of a person. Changing leaves what is absent as it is.' })
export class PersonInput {
  @Field(() => String, { nullable: true, description: 'First name; null counts as absent.' })
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Family name; null counts as absent.' })
  secondName?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a photo.' })
  photoUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the photo, 100 pixels high.' })
  photoIconUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the photo, 400 pixels high.' })
  photoWebUrl?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Null counts as absent.' })
  isPrivate?: boolean | null;
}

export const personValues = ({ firstName, secondName, isPrivate, ...photos }: PersonInput): Partial<PersonValues> => ({
  ...photos,
  firstName: firstName ?? undefined,
  secondName: secondName ?? undefined,
  isPrivate: isPrivate ?? undefined,
});

@InputType('RegisterPlayerInput', { description: 'A player for a tournament.' })
export class RegisterPlayerInput {
  @Field(() => ID, { description: 'The player.' })
  playerId: string;

  @Field(() => ID, { description: 'The tournament.' })
  tournamentId: string;

  @Field(() => ID, { nullable: true, description: 'The team; none: not assigned yet.' })
  teamId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The position.' })
  positionId?: string | null;

  @Field(() => String, { nullable: true, description: 'On the jersey, up to 10 characters.' })
  number?: string | null;
}

export function registration(
  input: RegisterPlayerInput,
): Partial<RosterEntryValues> & { playerId: number; tournamentId: number } {
  return {
    playerId: parseId(input.playerId, 'input.playerId'),
    tournamentId: parseId(input.tournamentId, 'input.tournamentId'),
    teamId: parseOptionalId(input.teamId, 'input.teamId'),
    positionId: parseOptionalId(input.positionId, 'input.positionId'),
    number: input.number ?? undefined,
  };
}

interface Named {
  firstName: string | null;
  secondName: string | null;
  id: number;
}

export const nameCursor = ({ secondName, firstName, id }: Named): string =>
  encodeCursor([secondName ?? '', firstName ?? '', id]);

/** Reads what the cursor of a person, player or entry holds. */
export function namePosition([secondName, firstName, id]: readonly unknown[]): NamePosition | undefined {
  if (typeof secondName !== 'string' || typeof firstName !== 'string' || !Number.isSafeInteger(id)) return undefined;
  return `${secondName}${firstName}`.includes('\0') ? undefined : { secondName, firstName, id: id as number };
}
