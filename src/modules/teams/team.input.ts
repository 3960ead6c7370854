import { Field, ID, InputType } from '@nestjs/graphql';
import { SportKindEnum, type SportKind } from '#modules/competitions/index.js';
import { encodeCursor } from '#platform/graphql/cursor.js';
import { parseOptionalId } from '#platform/graphql/parse-id.js';
import type { TeamFilter, TeamPosition, TeamRow } from './team.row.js';

@InputType('TeamFilter', { description: 'Which teams to list: those that meet every condition given.' })
export class TeamFilterInput {
  @Field(() => SportKindEnum, { nullable: true, description: 'Teams of this kind of sport.' })
  sport?: SportKind | null;

  @Field(() => ID, { nullable: true, description: 'Teams entered for this tournament or playing in it.' })
  tournamentId?: string | null;

  @Field(() => String, { nullable: true, description: 'Teams with this text in their name, in any case.' })
  text?: string | null;
}

/** Throws Invalid for a malformed id. */
export function teamFilter(input: TeamFilterInput | null | undefined): TeamFilter {
  const { sport, tournamentId, text } = input ?? {};
  return {
    sport: sport ?? undefined,
    tournamentId: parseOptionalId(tournamentId, 'filter.tournamentId'),
    text: text ?? undefined,
  };
}

export function teamCursor({ name, id }: TeamRow): string {
  return encodeCursor([name, id]);
}

/** Reads what the cursor of a team holds. */
export function teamPosition([name, id]: readonly unknown[]): TeamPosition | undefined {
  if (typeof name !== 'string' || name.includes('\0') || !Number.isSafeInteger(id)) return undefined;
  return { name, id: id as number };
}
