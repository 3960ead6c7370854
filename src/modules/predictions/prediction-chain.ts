import type { ScoreDistribution } from '#core/models/score-distribution.js';
import { canonicalJson, sha256 } from './canonical-json.js';

/** What the hash of a prediction covers. */
export interface ChainLink {
  /** Hash of the prediction stored before it for the same match; null for the first. */
  previousHash: string | null;
  matchId: number;
  modelId: string;
  version: string;
  /** ISO 8601 in UTC with microseconds. */
  asOf: string;
  publishedBeforeKickoff: boolean;
  inputsDigest: string;
  distribution: ScoreDistribution;
}

export interface StoredLink extends ChainLink {
  id: number;
  hash: string;
}

export interface ChainVerdict {
  intact: boolean;
  /** How many predictions the chain has. */
  length: number;
  /** The first prediction that is not what was stored, or does not follow the one before it; null when intact. */
  brokenAt: number | null;
}

/**
 * SHA-256 over the canonical JSON of the list [previous hash, match id, "model id/version", as of, published before
 * kickoff, inputs digest, distribution]. Anybody with the rows can compute it again.
 */
export function hashOfLink(link: ChainLink): string {
  const { previousHash, matchId, modelId, version, asOf, publishedBeforeKickoff, inputsDigest, distribution } = link;
  return sha256(
    canonicalJson([
      previousHash,
      matchId,
      `${modelId}/${version}`,
      asOf,
      publishedBeforeKickoff,
      inputsDigest,
      distribution,
    ]),
  );
}

/**
 * Follows the predictions of one match, in the order they were stored. A row that was changed, inserted, moved to another
 * match or taken out breaks the chain there; only the removal of the newest rows leaves no trace.
 */
export function verifyLinks(links: readonly StoredLink[]): ChainVerdict {
  let previousHash: string | null = null;
  for (const link of links) {
    if (link.previousHash !== previousHash || hashOfLink(link) !== link.hash) {
      return { intact: false, length: links.length, brokenAt: link.id };
    }
    previousHash = link.hash;
  }
  return { intact: true, length: links.length, brokenAt: null };
}
