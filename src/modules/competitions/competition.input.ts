import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { Invalid } from '#core/kernel/domain-error.js';
import { MAX_PAGE_SIZE } from '#platform/graphql/graphql-limits.js';
import { parseOptionalId } from '#platform/graphql/parse-id.js';
import type { CompetitionFilter, Range, TournamentFilter } from './competition.row.js';
import type { SportKind } from './sport.row.js';
import { SportKindEnum } from './sport.object.js';

@ArgsType()
export class RangeArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many items, at most ${MAX_PAGE_SIZE}.` })
  first: number;

  @Field(() => Int, { defaultValue: 0, description: 'How many items to leave out before the first.' })
  offset: number;
}

@ArgsType()
export class CompetitionArgs {
  @Field(() => SportKindEnum, { nullable: true, description: 'Only competitions of this kind of sport.' })
  sport?: SportKind | null;

  @Field(() => String, { nullable: true, description: 'Only competitions of this country, in any case.' })
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Only competitions with this text in their title, in any case.' })
  text?: string | null;
}

@ArgsType()
export class TournamentArgs {
  @Field(() => SportKindEnum, { nullable: true, description: 'Only tournaments of this kind of sport.' })
  sport?: SportKind | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Only tournaments of the season that starts in this calendar year.',
  })
  season?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only seasons of this competition.' })
  competitionId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only tournaments with this text in their title, in any case.' })
  text?: string | null;
}

/** Throws Invalid for a negative offset. */
export function rangeOf({ first, offset }: RangeArgs): Range {
  if (offset < 0) throw new Invalid('offset', 'offset must not be negative', 'BAD_USER_INPUT');
  return { limit: first, offset };
}

export function competitionFilter({ sport, country, text }: CompetitionArgs): CompetitionFilter {
  return { sport: sport ?? undefined, country: country ?? undefined, text: text ?? undefined };
}

/** Throws Invalid for a malformed id. */
export function tournamentFilter({ sport, season, competitionId, text }: TournamentArgs): TournamentFilter {
  return {
    sport: sport ?? undefined,
    season: season ?? undefined,
    competitionId: parseOptionalId(competitionId, 'competitionId'),
    text: text ?? undefined,
  };
}
