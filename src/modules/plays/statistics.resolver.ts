import { Args, Context, Float, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject } from '#modules/matches/index.js';
import { CurrentUser } from '#platform/auth/caller.js';
import type { Principal } from '#platform/auth/principal.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { DateTime } from '#platform/graphql/date-time.scalar.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { MatchStatisticsService } from './match-statistics.service.js';
import { FootballStatisticsObject, StatisticCorrectionObject } from './statistics.object.js';
import { statisticsView } from './statistics.view.js';

const MATCH_ID = { type: () => ID, description: 'Number of the match.' };
const PATH = { type: () => String, description: 'The figure: `home.team.passYards`, `away.defence.17.tackles`.' };

@Requires('editor')
@Resolver(() => FootballStatisticsObject)
export class StatisticsResolver {
  private readonly corrected: BatchLoader<number, StatisticCorrectionObject[]>;

  constructor(private readonly statistics: MatchStatisticsService) {
    this.corrected = new BatchLoader(async (ids) => {
      const overrides = await statistics.listOverrides(ids);
      return new Map(
        [...overrides].map(([id, list]) => [
          id,
          list.map(({ at, ...override }) => ({ ...override, at: at === null ? null : new Date(at) })),
        ]),
      );
    });
  }

  @Mutation(() => FootballStatisticsObject, {
    description:
      'Sets a figure by hand: it stays as set, whatever is played. The newest edit of a match wins. Codes: ' +
      'MATCH_NOT_FOUND, INVALID_ARGUMENT for a path that names no figure, STATISTICS_OUTDATED.',
  })
  async correctStatistic(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('path', PATH) path: string,
    @Args('value', { type: () => Float, description: 'What it is from now on.' }) value: number,
    @Args('editedAt', {
      type: () => DateTime,
      nullable: true,
      description: 'When it was edited, by the clock of the editor; now, and newer than all before, unless given.',
    })
    editedAt: Date | null | undefined,
    @CurrentUser() user: Principal | undefined,
  ): Promise<FootballStatisticsObject> {
    const editor = { userId: user?.userId ?? null, at: editedAt ?? undefined };
    const { version, document } = await this.statistics.override(matchId, [{ path, value }], editor);
    return statisticsView(matchId, version, document);
  }

  @Mutation(() => FootballStatisticsObject, {
    description: 'Lets a figure that was set by hand be counted again. Codes: STATISTIC_CORRECTION_NOT_FOUND.',
  })
  async withdrawStatisticCorrection(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('path', PATH) path: string,
  ): Promise<FootballStatisticsObject> {
    const { version, document } = await this.statistics.withdrawOverride(matchId, path);
    return statisticsView(matchId, version, document);
  }

  @ResolveField(() => [StatisticCorrectionObject], { description: 'Figures set by hand, the latest last.' })
  async corrections(@Parent() { matchId }: FootballStatisticsObject, @Context() context: GraphqlContext) {
    return (await this.corrected.load(context, matchId)) ?? [];
  }
}

@Resolver(() => MatchObject)
export class MatchStatisticsResolver {
  private readonly byMatch: BatchLoader<number, FootballStatisticsObject>;

  constructor(statistics: MatchStatisticsService) {
    this.byMatch = new BatchLoader(async (ids) => {
      const found = await statistics.listByMatches(ids);
      return new Map([...found].map(([id, { version, document }]) => [id, statisticsView(id, version, document)]));
    });
  }

  @ResolveField(() => FootballStatisticsObject, {
    nullable: true,
    description: 'Statistics of American football; all zero for a match without plays. See `statLines` for soccer.',
  })
  async statistics(@Parent() { id }: MatchObject, @Context() context: GraphqlContext) {
    return this.byMatch.load(context, id);
  }
}
