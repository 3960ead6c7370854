import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import PQueue from 'p-queue';
import { NotFound, Unavailable } from '#core/kernel/domain-error.js';
import type { MatchRow } from '#modules/matches/index.js';
import { AnalysisService } from './analysis.service.js';
import type { Adjustment, MatchAnalysis, SampleRequest } from './analysis.types.js';

/** All that an analysis knows of its match. Score and status are not in it, so that a goal makes nothing stale. */
export type AnalysisSubject = Pick<
  MatchRow,
  'id' | 'publicId' | 'kickoffAt' | 'homeId' | 'awayId' | 'tournamentId' | 'referee'
>;

/** Who waits: somebody for this match, or a search through many. */
export type Urgency = 'now' | 'in-turn';

/** An analysis takes some 20 KB. */
const MOST_KEPT = 1_000;
/** What is not known to have changed is looked at again after this; other seasons' corrections are only seen then. */
const KEPT_MS = 600_000;
/** Analyses being made: one computes while others wait for the database or a provider, and requests are served in between. */
const AT_ONCE = 4;
/** An analysis that a provider left incomplete is asked for again by the next who wants it. */
const INCOMPLETE: readonly Adjustment[] = ['stale-data', 'reduced-sample'];

interface Entry {
  analysis: Promise<MatchAnalysis | undefined>;
  expiresAt: number;
}

/**
 * Analyses, made once for all who ask the same and kept until something they were made from changes. However many are
 * asked for, four are made at a time.
 */
@Injectable()
export class KeptAnalyses implements BeforeApplicationShutdown {
  readonly #queue = new PQueue({ concurrency: AT_ONCE });
  /** The one used longest ago first. */
  readonly #entries = new Map<string, Entry>();
  /** How often a team or tournament changed; part of the key, so that nothing older is found again. */
  readonly #changes = new Map<string, number>();
  #stopped = false;

  constructor(private readonly analysis: AnalysisService) {}

  /** Analyses kept or being made. */
  get size(): number {
    return this.#entries.size;
  }

  /**
   * The analysis; undefined for a match of another sport, one without a kickoff, or one that is gone. At most 7
   * statements, none when it was kept.
   * @throws Invalid for a sample of less than 1 or more than 50 matches; Unavailable while the application stops, and when a
   * provider does not answer and there is nothing to fall back on.
   */
  async find(
    subject: AnalysisSubject,
    request: SampleRequest,
    urgency: Urgency = 'now',
  ): Promise<MatchAnalysis | undefined> {
    if (subject.kickoffAt === null) return undefined;
    const key = this.#keyOf(subject, request);
    const kept = this.#entries.get(key);
    this.#entries.delete(key);
    if (kept && kept.expiresAt > performance.now()) {
      this.#entries.set(key, kept);
      return kept.analysis;
    }
    const analysis = this.#make(subject.publicId, request, urgency);
    const entry = { analysis, expiresAt: performance.now() + KEPT_MS };
    this.#entries.set(key, entry);
    if (this.#entries.size > MOST_KEPT) this.#entries.delete(this.#entries.keys().next().value!);
    const drop = (): void => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    };
    analysis.then((made) => {
      if (made?.context.adjustments.some((adjustment) => INCOMPLETE.includes(adjustment))) drop();
    }, drop);
    return analysis;
  }

  /** Forgets the analyses of matches of these teams or tournaments, also those being made. */
  forget({ teams, tournaments }: { teams: Iterable<number>; tournaments: Iterable<number> }): void {
    for (const id of teams) this.#change(team(id));
    for (const id of tournaments) this.#change(tournament(id));
  }

  forgetAll(): void {
    this.#entries.clear();
  }

  /** Lets what is being made finish, because the database is closed after this, and begins nothing more. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#queue.onIdle();
  }

  #make(publicId: string, request: SampleRequest, urgency: Urgency): Promise<MatchAnalysis | undefined> {
    const work = async (): Promise<MatchAnalysis | undefined> => {
      if (this.#stopped) throw new Unavailable('SHUTTING_DOWN', 'The server is stopping: ask again in a moment');
      try {
        return await this.analysis.analyse(publicId, request);
      } catch (error) {
        if (error instanceof NotFound) return undefined;
        throw error;
      }
    };
    return this.#queue.add(work, { priority: urgency === 'now' ? 1 : 0 });
  }

  #change(thing: string): void {
    this.#changes.set(thing, (this.#changes.get(thing) ?? 0) + 1);
  }

  #keyOf(subject: AnalysisSubject, { limit, period, homeVenue, awayVenue }: SampleRequest): string {
    const { id, kickoffAt, homeId, awayId, tournamentId, referee } = subject;
    const state = [team(homeId), team(awayId), tournament(tournamentId)].map((of) => this.#changes.get(of) ?? 0);
    // Moments come with milliseconds or with microseconds.
    const kickoff = kickoffAt?.slice(0, 23);
    return JSON.stringify([
      [id, kickoff, homeId, awayId, tournamentId, referee],
      [limit, period, homeVenue, awayVenue],
      state,
    ]);
  }
}

const team = (id: number): string => `team ${id}`;
const tournament = (id: number | null): string => `tournament ${id}`;
