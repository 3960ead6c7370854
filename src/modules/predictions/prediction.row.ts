import type { ScoreDistribution } from '#core/models/score-distribution.js';
import type { ModelEvaluation } from './model-evaluation.js';

/** A prediction as it was stored. */
export interface PredictionRow {
  id: number;
  matchId: number;
  modelVersionId: number;
  modelId: string;
  version: string;
  distribution: ScoreDistribution;
  /** ISO 8601 in UTC with microseconds; nothing later was known to the model. */
  asOf: string;
  publishedBeforeKickoff: boolean;
  /** ISO 8601 in UTC with microseconds. */
  createdAt: string;
}

/** A model trained for one tournament, without its parameters. */
export interface ModelVersionRow {
  /** Number of the row. */
  rowId: number;
  /** Which model: `dixon-coles`. */
  id: string;
  /** First twelve digits of the digest of options and parameters. */
  version: string;
  tournamentId: number | null;
  options: Record<string, unknown>;
  /** ISO 8601 in UTC: kickoff of the first and of the last match it was fitted on; null when there was none. */
  trainedFrom: string | null;
  trainedTo: string | null;
  trainedOn: number;
  evaluation: ModelEvaluation | null;
  /** ISO 8601 in UTC. */
  createdAt: string;
}

/** A prediction that is to be stored. */
export interface PredictionDraft {
  matchId: number;
  distribution: ScoreDistribution;
  inputsDigest: string;
  asOf: Date;
  /** Made before kickoff; otherwise for the record. */
  published: boolean;
}

/** A model version that is to be stored. */
export interface ModelVersionDraft {
  modelId: string;
  version: string;
  tournamentId: number;
  options: object;
  params: object;
  trainedFrom: Date | null;
  trainedTo: Date | null;
  trainedOn: number;
  evaluation: ModelEvaluation | null;
}
