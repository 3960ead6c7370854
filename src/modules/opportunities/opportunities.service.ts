import { Injectable } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import { Invalid, Unavailable } from '#core/kernel/domain-error.js';
import { type AnalysedMatch, AnalysisService, KeptAnalyses } from '#modules/analysis/index.js';
import { TournamentsService } from '#modules/competitions/index.js';
import { type Opportunity, opportunitiesOf, type OpportunityQuery } from './opportunity.js';
import { compareOpportunities } from './opportunity-ranking.js';

/** The most matches that one search looks at; a day of all leagues together may have more. */
export const MOST_MATCHES = 500;
/** Analyses that a search has begun and not reported. A search whose client is gone or slow does no more than these. */
const WINDOW = 4;

/** Opportunities after which a step is reported, though the next match be ready. */
const STEP_SIZE = 200;

/** The analysis of one match, on its way. */
interface Begun {
  settled: boolean;
  /** Undefined when the match cannot be analysed now. */
  found: Promise<Opportunity[] | undefined>;
}

export interface SearchStep {
  /** Matches looked at so far, and all that the search looks at. */
  done: number;
  total: number;
  /** Of those looked at so far, how many a provider kept from being analysed. */
  failed: number;
  /** Opportunities of the matches looked at since the step before, in the order of the ranking. */
  found: Opportunity[];
}

export interface RankedDay {
  /** Matches that were looked at. */
  matches: number;
  /** Of those, how many a provider kept from being analysed; later they may be. */
  failed: number;
  /** Of those, how many have an opportunity. */
  matchesWithOpportunities: number;
  /** In the order of the ranking. */
  opportunities: Opportunity[];
}

/** What a day's soccer matches offer, by the analysis of each of them. */
@Injectable()
export class OpportunitiesService {
  constructor(
    private readonly analysis: AnalysisService,
    private readonly analyses: KeptAnalyses,
    private readonly tournaments: TournamentsService,
  ) {}

  /**
   * All opportunities of a day, ranked. One statement for the day, one more for a filter by competition, and at most 7 for
   * each match whose analysis is not kept.
   * @throws Invalid for a date that is none, and for a day of more than 500 matches (`TOO_MANY_MATCHES`).
   */
  async rank(query: OpportunityQuery): Promise<RankedDay> {
    const opportunities: Opportunity[] = [];
    let [matches, failed] = [0, 0];
    for await (const step of this.search(query)) {
      matches = step.total;
      failed = step.failed;
      opportunities.push(...step.found);
    }
    opportunities.sort(compareOpportunities);
    return {
      matches,
      failed,
      matchesWithOpportunities: new Set(opportunities.map(({ matchId }) => matchId)).size,
      opportunities,
    };
  }

  /**
   * The same opportunities as they are found. The first step comes before the first analysis; matches are looked at by
   * kickoff; the last step has `done` = `total`. Works only while steps are asked for, and stops at the signal.
   * @throws like `rank`, from the first step.
   */
  async *search(query: OpportunityQuery, signal?: AbortSignal): AsyncGenerator<SearchStep, undefined> {
    const matches = await this.#matchesOf(query);
    const total = matches.length;
    yield { done: 0, total, failed: 0, found: [] };
    const begun: Begun[] = [];
    let next = 0;
    let done = 0;
    let failed = 0;
    const begin = (): void => {
      while (begun.length < WINDOW && next < total && !signal?.aborted) begun.push(this.#begin(matches[next++], query));
    };
    while (done < total && !signal?.aborted) {
      const found: Opportunity[] = [];
      do {
        begin();
        const offered = await begun.shift()!.found;
        if (offered) found.push(...offered);
        else failed++;
        done++;
        begin();
        // Others get their turn, and kept analyses are there afterwards.
        await setImmediate();
      } while (begun[0]?.settled && found.length < STEP_SIZE && !signal?.aborted);
      if (!signal?.aborted) yield { done, total, failed, found: found.toSorted(compareOpportunities) };
    }
  }

  #begin(match: AnalysedMatch, { sample, filter }: OpportunityQuery): Begun {
    const subject = {
      ...match,
      homeId: match.home.id,
      awayId: match.away.id,
      tournamentId: match.tournament?.id ?? null,
    };
    const found = this.analyses.find(subject, sample, 'in-turn').then(
      (analysis) => (analysis ? opportunitiesOf(match, analysis, filter) : []),
      (error: unknown) => {
        // One match of which a provider does not tell does not take away the others.
        if (error instanceof Unavailable) return undefined;
        throw error;
      },
    );
    const begun = { settled: false, found };
    // A failure is told by whoever takes the result; until then it is nobody's.
    found.catch(() => undefined).finally(() => (begun.settled = true));
    return begun;
  }

  async #matchesOf({ date, filter }: OpportunityQuery): Promise<AnalysedMatch[]> {
    const { statuses, tournamentIds, competitionIds } = filter;
    let matches = (await this.analysis.listMatches(date)).filter(
      ({ status, tournament }) =>
        statuses.has(status) && (!tournamentIds || (tournament !== null && tournamentIds.has(tournament.id))),
    );
    if (competitionIds) {
      const ids = [...new Set(matches.flatMap(({ tournament }) => (tournament ? [tournament.id] : [])))];
      const tournaments = await this.tournaments.findByIds(ids);
      matches = matches.filter(({ tournament }) => {
        const competition = tournament && tournaments.get(tournament.id)?.competition;
        return competition && competitionIds.has(competition.id);
      });
    }
    if (matches.length <= MOST_MATCHES) return matches;
    const message = `${matches.length} matches on ${date}, and a search looks at ${MOST_MATCHES}: name competitions or tournaments`;
    throw new Invalid('filter', message, 'TOO_MANY_MATCHES');
  }
}
