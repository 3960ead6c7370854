import { Injectable } from '@nestjs/common';
import { Invalid, NotFound } from '#core/kernel/domain-error.js';
import type {
  AnalysedMatch,
  AnalysedTournament,
  MatchAnalysis,
  MatchStatistics,
  SampleRequest,
  TeamBadge,
} from './analysis.types.js';
import { ContextRepository } from './context.repository.js';
import { type AnalysisTarget, FixturesRepository } from './fixtures.repository.js';
import { matchAnalysis } from './match-forecast.js';
import { matchStatistics } from './match-statistics.js';
import { type SampleRow, SamplesRepository } from './samples.repository.js';

/** The most matches of a team that one request may look at. */
export const LARGEST_SAMPLE = 50;

/** Soccer matches through their recent past. Reads the database only. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly fixtures: FixturesRepository,
    private readonly samples: SamplesRepository,
    private readonly contexts: ContextRepository,
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
   * Throws NotFound for an unknown match, one of another sport or without a kickoff; Invalid for a limit outside 1 to 50.
   * At most 4 statements.
   */
  async statistics(publicId: string, request: SampleRequest): Promise<MatchStatistics> {
    const target = await this.getTarget(publicId, request);
    return (await this.collect(target, request)).statistics;
  }

  /**
   * The statistics with expected counts and over/under chances: 3,000 posterior draws, seeded by match and request.
   * Throws as `statistics`. At most 7 statements (now 5).
   */
  async analyse(publicId: string, request: SampleRequest): Promise<MatchAnalysis> {
    const target = await this.getTarget(publicId, request);
    const [{ statistics, samples }, history] = await Promise.all([
      this.collect(target, request),
      this.samples.listLeague(target, request.period),
    ]);
    return matchAnalysis(statistics, samples, history);
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

  private async getTarget(publicId: string, { limit }: SampleRequest): Promise<AnalysisTarget> {
    if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_SAMPLE) {
      throw new Invalid('limit', `a sample has 1 to ${LARGEST_SAMPLE} matches, not ${limit}`);
    }
    const target = await this.fixtures.find(publicId);
    if (!target) throw new NotFound('Match', publicId);
    return target;
  }

  private async collect(
    target: AnalysisTarget,
    request: SampleRequest,
  ): Promise<{ statistics: MatchStatistics; samples: SampleRow[] }> {
    const [samples, context, decided] = await Promise.all([
      this.samples.listSamples(target, request),
      this.contexts.find(target),
      this.contexts.listDecided(target),
    ]);
    return { statistics: matchStatistics(target, request, samples, context, decided), samples };
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
