import type { Visibility } from '#platform/auth/caller.js';
import type { Conditions } from '#platform/database/conditions.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { Table } from '#platform/database/table.js';
import type { PersonRow } from './person.row.js';
import type { PlayerRow } from './player.row.js';
import type { RosterEntryRow } from './roster-entry.row.js';

/** As the driver reads it, or as it stands in JSON. */
export type StoredPerson = Omit<PersonRow, 'bornAt'> & { bornAt: string | Date | null };

export const PERSON = new Table<StoredPerson>('person', {
  id: 'id',
  eeslId: 'person_eesl_id',
  firstName: 'first_name',
  secondName: 'second_name',
  photoUrl: 'person_photo_url',
  photoIconUrl: 'person_photo_icon_url',
  photoWebUrl: 'person_photo_web_url',
  bornAt: 'person_dob',
  ownerUserId: 'owner_user_id',
  isPrivate: 'isprivate',
});

export const PLAYER = new Table<PlayerRow>('player', {
  id: 'id',
  eeslId: 'player_eesl_id',
  sportId: 'sport_id',
  personId: 'person_id',
  userId: 'user_id',
  isPrivate: 'isprivate',
});

export const ENTRY = new Table<RosterEntryRow>('player_team_tournament', {
  id: 'id',
  eeslId: 'player_team_tournament_eesl_id',
  playerId: 'player_id',
  teamId: 'team_id',
  tournamentId: 'tournament_id',
  positionId: 'position_id',
  number: 'player_number',
});

/** A player as JSON, the person inside. */
export const playerJson = (player: string, person: string): string =>
  `${PLAYER.json(player)} || jsonb_build_object('person', case when ${person}.id is not null then ${PERSON.json(person)} end)`;

export const personOf = (stored: StoredPerson): PersonRow => ({
  ...stored,
  bornAt: stored.bornAt === null ? null : new Date(stored.bornAt),
});

/** Names that contain `text`, of the table alias `person`. */
export function named(where: Conditions, text: string | undefined, person: string): Conditions {
  return where.when(substringPattern(text, 'search'), `${person}.first_name ilike ? or ${person}.second_name ilike ?`);
}

/** Leaves out private rows the caller does not see. What a left join has not found hides nothing. */
export function visible(
  where: Conditions,
  visibility: Visibility | undefined,
  alias: string,
  owner: string,
): Conditions {
  return where.when(visibility?.onlyOwner, `${alias}.isprivate is not true or ${alias}.${owner} = ?`);
}

/** Leaves out players the caller does not see: private ones, and those who are private as persons. */
export const visiblePlayers = (where: Conditions, visibility: Visibility | undefined): Conditions =>
  visible(visible(where, visibility, 'pl', 'user_id'), visibility, 'pe', 'owner_user_id');

/** A total order by columns of several tables. */
export function orderOf<Field extends string>(
  columns: Readonly<Record<Field, string>>,
  orderBy: readonly Field[],
  ascending: boolean,
  id: string,
): string {
  const direction = ascending ? 'asc' : 'desc';
  const wanted = new Set([...orderBy.map((field) => columns[field]), id]);
  return [...wanted].map((column) => `${column} ${direction}`).join(', ');
}
