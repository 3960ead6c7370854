import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchObject, type MatchRow } from '#modules/matches/index.js';
import { KeptAnalyses } from './kept-analyses.js';
import { AnalysisArgs, sampleRequestOf } from './match-analysis.input.js';
import { MatchAnalysisObject } from './match-analysis.object.js';
import { matchAnalysisView } from './match-analysis.view.js';

/** Objects that one analysis counts as, besides those it returns: reading and computing it is more work than they show. */
const OBJECTS_WORTH = 500;

@Resolver(() => MatchObject)
export class MatchAnalysisResolver {
  constructor(private readonly analyses: KeptAnalyses) {}

  @ResolveField(() => MatchAnalysisObject, {
    nullable: true,
    description:
      'What both teams did before it, and what that makes expected of it. Null for a match of another sport than ' +
      `soccer, and for one without a kickoff. Counts like ${OBJECTS_WORTH} objects more than it returns.`,
    complexity: ({ childComplexity }) => OBJECTS_WORTH + childComplexity,
  })
  async analysis(@Parent() match: MatchRow, @Args() args: AnalysisArgs): Promise<MatchAnalysisObject | undefined> {
    const analysis = await this.analyses.find(match, sampleRequestOf(args));
    return analysis && matchAnalysisView(analysis);
  }
}
