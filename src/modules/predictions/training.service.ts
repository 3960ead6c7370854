import { Injectable } from '@nestjs/common';
import { Breather } from './breather.js';
import { CompetitionHistory, type FixtureRow, type SeasonFixtures } from './competition-history.js';
import { evaluationOf, type ModelEvaluation } from './model-evaluation.js';
import {
  isWanted,
  type NewestPrediction,
  PredictionStoreRepository,
  StaleInputs,
} from './prediction-store.repository.js';
import type { PredictionDraft } from './prediction.row.js';
import { refitDayOf, walkSeason } from './season-walk.js';
import { fitSeason, inputsDigest, MODEL, predictUpcoming, versionOf } from './trained-model.js';
import { type TargetFilter, type TrainingTarget, TrainingRepository } from './training.repository.js';

/** What became of one tournament. */
export interface TrainedTournament extends TrainingTarget {
  modelId: string;
  version: string;
  newVersion: boolean;
  newPredictions: number;
  /** Null when no match of it has a result. */
  evaluation: ModelEvaluation | null;
}

export interface TrainingProgress {
  /** Matches dealt with, of all matches there are. */
  done: number;
  total: number;
  target: TrainingTarget;
}

export interface TrainingOptions extends TargetFilter {
  /** The time it is; read again before anything is stored. */
  clock: () => Date;
  /** Only fixtures to come, and only where something has changed for them; what is past is left as it is. */
  upcomingOnly?: boolean;
  onProgress?: (progress: TrainingProgress) => void;
  /** Stops between two fits; what was stored stays. */
  signal?: AbortSignal;
}

interface Run extends TrainingOptions {
  breather: Breather;
  advance: (target: TrainingTarget, matches: number) => void;
}

/** Attempts to store predictions before yet another result arrives. */
const ATTEMPTS = 3;

/** Trains models on finished matches and stores what they predict. Needs neither a request nor a server. */
@Injectable()
export class TrainingService {
  constructor(
    private readonly training: TrainingRepository,
    private readonly store: PredictionStoreRepository,
  ) {}

  /** What can be trained: soccer tournaments that are seasons of a competition. */
  async listTargets(filter: TargetFilter = {}): Promise<TrainingTarget[]> {
    return this.training.inOwnContext(() => this.training.listTargets(filter));
  }

  /** Trains everything there is, and tells how many tournaments that were and how many predictions are new. */
  async trainAll(clock = () => new Date()): Promise<{ tournaments: number; predictions: number }> {
    const trained = await this.train({ clock });
    return {
      tournaments: trained.length,
      predictions: trained.reduce((sum, { newPredictions }) => sum + newPredictions, 0),
    };
  }

  /**
   * Trains each tournament the filter lets through and stores its model version, one prediction per past match for which
   * none was published before kickoff, and one per match to come. A past match is predicted from the results known on the
   * morning of the Tuesday or Friday before it (or of its own day, if it is one), a match to come from all results so far.
   * What is stored already is not stored again: without new results a second run stores nothing.
   *
   * Each tournament is stored in one transaction. Returns the tournaments in the order of `listTargets`; with
   * `upcomingOnly` those for which something was stored.
   *
   * @throws the signal's reason when aborted; an error of the database.
   */
  async train(options: TrainingOptions): Promise<TrainedTournament[]> {
    return this.training.inOwnContext(async () => {
      const targets = await this.training.listTargets(options);
      const total = targets.reduce((sum, { matches }) => sum + matches, 0);
      let done = 0;
      const advance = (target: TrainingTarget, matches: number) => {
        done += matches;
        options.onProgress?.({ done: Math.min(done, total), total, target });
      };
      const run: Run = { ...options, breather: new Breather(), advance };
      const trained: TrainedTournament[] = [];
      for (const seasons of Map.groupBy(targets, ({ competitionId }) => competitionId).values()) {
        trained.push(...(await this.#trainCompetition(seasons, run)));
      }
      return trained;
    });
  }

  /** Starts again with what is stored then, when results change while they are learnt from. */
  async #trainCompetition(targets: readonly TrainingTarget[], run: Run): Promise<TrainedTournament[]> {
    for (let attempt = 1; ; attempt++) {
      const [{ competitionId }] = targets;
      const fingerprint = await this.store.fingerprint(competitionId);
      const history = new CompetitionHistory(await this.training.readFixtures(competitionId), run.clock());
      const seasons = new Map(history.seasons.map((season) => [season.tournamentId, season]));
      const trained: TrainedTournament[] = [];
      try {
        for (const target of targets) {
          const season = seasons.get(target.tournamentId);
          if (season) {
            const result = await this.#trainSeason(target, history, season, fingerprint, run);
            if (result) trained.push(result);
          }
        }
        return trained;
      } catch (error) {
        if (!(error instanceof StaleInputs) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async #trainSeason(
    target: TrainingTarget,
    history: CompetitionHistory,
    season: SeasonFixtures,
    fingerprint: string,
    run: Run,
  ): Promise<TrainedTournament | null> {
    run.signal?.throwIfAborted();
    const newest = await this.store.newestOfTournament(target.tournamentId);
    const upcoming = season.upcoming.filter((fixture) =>
      isNews(newest, fixture.id, inputsDigest(history, season, fixture, history.dayAfterLastResult), true),
    );
    if (run.upcomingOnly && upcoming.length === 0) return null;
    const past = run.upcomingOnly
      ? []
      : season.past.filter((fixture) => isUnpredicted(history, season, fixture, newest));

    const fit = fitSeason(history, season);
    const version = versionOf(history, season, fit);
    const known = await this.store.findVersion(version);
    let forTheRecord: PredictionDraft[] = [];
    if (known && past.length === 0) {
      version.evaluation = known.evaluation;
      run.advance(target, season.past.length);
    } else {
      const walked = await walk(target, history, season, run);
      const wanted = new Set(past.map(({ id }) => id));
      version.evaluation = walked.evaluation;
      forTheRecord = walked.drafts.filter(({ matchId }) => wanted.has(matchId));
    }
    const drafts = [...forTheRecord, ...predictUpcoming(history, season, fit, upcoming, run.clock())];
    const result = { ...target, modelId: MODEL.id, version: version.version, evaluation: version.evaluation };
    run.advance(target, target.matches - season.past.length);
    if (known && drafts.length === 0) return { ...result, newVersion: false, newPredictions: 0 };
    return { ...result, ...(await this.store.store(target.competitionId, fingerprint, version, drafts, run.clock())) };
  }
}

async function walk(
  target: TrainingTarget,
  history: CompetitionHistory,
  season: SeasonFixtures,
  { signal, breather, advance }: Run,
): Promise<{ drafts: PredictionDraft[]; evaluation: ModelEvaluation | null }> {
  const steps = walkSeason(history, season);
  for (;;) {
    const step = steps.next();
    if (step.done) return { drafts: step.value.drafts, evaluation: evaluationOf(step.value.card, MODEL.id) };
    advance(target, 1);
    await breather.rest();
    signal?.throwIfAborted();
  }
}

function isUnpredicted(
  history: CompetitionHistory,
  season: SeasonFixtures,
  fixture: FixtureRow,
  newest: ReadonlyMap<number, NewestPrediction>,
): boolean {
  return isNews(newest, fixture.id, inputsDigest(history, season, fixture, refitDayOf(fixture)), false);
}

function isNews(
  newest: ReadonlyMap<number, NewestPrediction>,
  matchId: number,
  digest: string,
  published: boolean,
): boolean {
  return isWanted({ inputsDigest: digest, published }, newest.get(matchId));
}
