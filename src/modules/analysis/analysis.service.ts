import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '#core/kernel/domain-error.js';
import { Freshness, type MatchGround } from '#modules/providers/index.js';
import type {
  AnalysedMatch,
  AnalysedTournament,
  MatchAnalysis,
  MatchStatistics,
  SampleRequest,
  TeamBadge,
} from './analysis.types.js';
import { type AnalysisTarget, FixturesRepository } from './fixtures.repository.js';
import { matchAnalysis } from './match-forecast.js';
import { matchStatistics } from './match-statistics.js';
import { type Past, PastRepository } from './past.repository.js';
import { withFacts, withoutMissing, withTotalsAsSample } from './provided-facts.js';

/** The most matches of a team that one request may look at. */
export const LARGEST_SAMPLE = 50;

/** Soccer matches through their recent past. Reads the database, after providers have refreshed what is stale in it. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly fixtures: FixturesRepository,
    private readonly pasts: PastRepository,
    private readonly freshness: Freshness,
  ) {}

  /**
   * Soccer matches that kick off on a day in America/Sao_Paulo, by kickoff; an empty list when there are none. One
   * statement.
   * @param localDate `YYYY-MM-DD`. Throws Invalid (field `localDate`) for anything else, and for days that do not exist.
   */
  async listMatches(localDate: string): Promise<AnalysedMatch[]> {
    if (!isDay(localDate)) throw new Invalid('localDate', `${localDate} is not a day`);
    return this.fixtures.listOfDay(localDate);
  }

  /**
   * What both teams did in their latest matches of the tournament before this one kicked off.
   * Throws NotFound for an unknown match, one of another sport or without a kickoff; Invalid for a limit outside 1 to 50;
   * Unavailable when a provider does not answer and there is nothing to fall back on. At most 4 statements (now 2), and
   * those of `Freshness` where a provider is switched on.
   * @param signal aborts when nobody waits any more.
   */
  async statistics(publicId: string, request: SampleRequest, signal?: AbortSignal): Promise<MatchStatistics> {
    const { target, ground } = await this.prepare(publicId, request, signal);
    const past = this.usable(await this.pasts.find(target, request, false), request, ground);
    return withFacts(matchStatistics(target, request, past), ground);
  }

  /**
   * The statistics with expected counts and over/under chances: 2,000 posterior draws, the same for all.
   * Throws as `statistics`. At most 7 statements (now 2), and those of `Freshness` where a provider is switched on.
   */
  async analyse(publicId: string, request: SampleRequest, signal?: AbortSignal): Promise<MatchAnalysis> {
    const { target, ground } = await this.prepare(publicId, request, signal);
    const past = this.usable(await this.pasts.find(target, request, true), request, ground);
    return matchAnalysis(withFacts(matchStatistics(target, request, past), ground), past);
  }

  /** All soccer tournaments: the latest season first, then by title. One statement. */
  async listTournaments(): Promise<AnalysedTournament[]> {
    return this.fixtures.listTournaments();
  }

  /**
   * The badge of a soccer team by its public id, else by its exact name in any case; undefined when neither leads to a
   * team that has one. One statement.
   */
  async findBadge(publicId: string, name?: string): Promise<TeamBadge | undefined> {
    return this.fixtures.findBadge(publicId, name);
  }

  private usable(past: Past, request: SampleRequest, ground: MatchGround): Past {
    return withTotalsAsSample(withoutMissing(past, ground), request, ground);
  }

  private async prepare(
    publicId: string,
    request: SampleRequest,
    signal: AbortSignal | undefined,
  ): Promise<{ target: AnalysisTarget; ground: MatchGround }> {
    const { limit } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_SAMPLE) {
      throw new Invalid('limit', `a sample has 1 to ${LARGEST_SAMPLE} matches, not ${limit}`);
    }
    const ground = await this.freshness.ofMatch(publicId, request, signal);
    const target = await this.fixtures.find(publicId);
    if (!target) throw new NotFound('Match', publicId);
    return { target, ground };
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
