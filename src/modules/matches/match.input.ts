import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import type { MatchStatus } from '#core/kernel/match-status.js';
import type { Page } from '#core/kernel/page.js';
import { type SportKind, SportKindEnum } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { ConnectionArgs, pageOf } from '#platform/graphql/connection.js';
import { decodeCursor, encodeCursor } from '#platform/graphql/cursor.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import { parseOptionalId } from '#platform/graphql/parse-id.js';
import { MatchStatusEnum } from './match.object.js';
import type { MatchFilter, MatchOrder, MatchPosition, MatchRow } from './match.row.js';

export const MatchOrderEnum = {
  KICKOFF_ASC: 'kickoff-ascending',
  KICKOFF_DESC: 'kickoff-descending',
} as const satisfies Record<string, MatchOrder>;

registerEnumType(MatchOrderEnum, {
  name: 'MatchOrder',
  description: 'Order of matches. Those at one moment are ordered by id.',
  valuesMap: {
    KICKOFF_ASC: { description: 'The earliest first; matches without a kickoff last.' },
    KICKOFF_DESC: { description: 'The latest first; matches without a kickoff before all others.' },
  },
});

@InputType('MatchFilter', { description: 'Which matches to list: those that meet every condition given.' })
export class MatchFilterInput {
  @Field(() => SportKindEnum, {
    nullable: true,
    description: 'Matches of this kind of sport: that of the tournament or, without one, of the home team.',
  })
  sport?: SportKind | null;

  @Field(() => ID, { nullable: true, description: 'Matches of this tournament.' })
  tournamentId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Matches of tournaments whose season starts in this calendar year.',
  })
  season?: number | null;

  @Field(() => ID, { nullable: true, description: 'Matches this team plays, at home or away.' })
  teamId?: string | null;

  @Field(() => [MatchStatusEnum], {
    nullable: true,
    description: 'Matches in any of these states. An empty list leaves no match.',
  })
  status?: MatchStatus[] | null;

  @Field(() => DateTime, { nullable: true, description: 'Kickoff at this moment or later (inclusive).' })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Kickoff before this moment (exclusive).' })
  to?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Matches with this text in the name of a team, the title of the tournament, the venue or the referee, in any case.',
  })
  text?: string | null;
}

@ArgsType()
export class MatchesArgs extends ConnectionArgs {
  @Field(() => MatchFilterInput, { nullable: true, description: 'Which matches; default all.' })
  filter?: MatchFilterInput | null;

  @Field(() => MatchOrderEnum, { defaultValue: MatchOrderEnum.KICKOFF_ASC, description: 'In which order.' })
  orderBy: MatchOrder;
}

/** What the arguments ask for. Throws Invalid for a malformed id or cursor. */
export function matchesRequest(
  args: MatchesArgs,
  visibility: Visibility,
): {
  filter: MatchFilter;
  page: Page<MatchPosition>;
  order: MatchOrder;
} {
  const page = pageOf(args, (cursor, argument) => decodeCursor(cursor, argument, matchPosition));
  return { filter: { ...matchFilter(args.filter), visibility }, page, order: args.orderBy };
}

export function matchCursor({ kickoffAt, id }: MatchRow): string {
  return encodeCursor([kickoffAt, id]);
}

function matchFilter(input: MatchFilterInput | null | undefined): MatchFilter {
  const { tournamentId, teamId, status, ...rest } = input ?? {};
  return {
    sport: rest.sport ?? undefined,
    tournamentId: parseOptionalId(tournamentId, 'filter.tournamentId'),
    season: rest.season ?? undefined,
    teamId: parseOptionalId(teamId, 'filter.teamId'),
    statuses: status ?? undefined,
    from: rest.from ?? undefined,
    to: rest.to ?? undefined,
    text: rest.text ?? undefined,
  };
}

const KICKOFF = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Reads what the cursor of a match holds. */
function matchPosition([kickoffAt, id]: readonly unknown[]): MatchPosition | undefined {
  if (!Number.isSafeInteger(id)) return undefined;
  if (kickoffAt === null) return { kickoffAt, id: id as number };
  if (typeof kickoffAt !== 'string' || !KICKOFF.test(kickoffAt)) return undefined;
  // A date that JavaScript would roll over, like 31 April, PostgreSQL refuses.
  const milliseconds = `${kickoffAt.slice(0, -4)}Z`;
  const date = new Date(milliseconds);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString() === milliseconds && date.getUTCFullYear() > 0;
  return exists ? { kickoffAt, id: id as number } : undefined;
}
