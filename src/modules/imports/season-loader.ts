import { Injectable } from '@nestjs/common';
import type { SeasonRecord } from '#core/season/season-record.js';
import { addReports, emptyReport, type LoadReport } from './load-report.js';
import { OddsRows } from './odds-rows.js';
import { prepareSeason, type RefusedMatch } from './prepared-season.js';
import { type LoaderConnection, SeasonLoaderRepository } from './season-loader.repository.js';

export interface LoadProgress {
  /** Stored and committed. */
  season: SeasonRecord;
  /** Matches of it that could not be stored. */
  refused: RefusedMatch[];
  /** Everything so far. */
  total: LoadReport;
}

export interface LoadOptions {
  onProgress?: (progress: LoadProgress) => void;
  /** Stops the load between two seasons. */
  signal?: AbortSignal;
}

export interface LoadResult extends LoadReport {
  refused: RefusedMatch[];
}

/** Two seasons are on their way at a time: while one is stored, the next is read and encoded. */
const LANES = 2;
/** Rows after which the planner's statistics are renewed at once. */
const ANALYZE_FROM = 20_000;

/** Stores whole seasons fast, and as often as you like: what is stored already is left alone. */
@Injectable()
export class SeasonLoader {
  constructor(private readonly repository: SeasonLoaderRepository) {}

  /**
   * Stores seasons in any order, each in one transaction of its own; what was committed stays whatever happens
   * afterwards, and a second run stores only what is missing. Several processes may load the same seasons at once.
   * `seasons` is read one at a time, so a generator may read files as they are needed.
   *
   * Matches are recognised by (source, competition, year, key). A match whose record has changed gets the facts that
   * changed; a null in a record means "unknown" and overwrites nothing. A match that cannot be stored (a name too long,
   * a price below 1) is left out and returned in `refused`.
   *
   * @throws the signal's reason when aborted; an error of the database, when the season in question is not stored at all.
   */
  async load(
    seasons: Iterable<SeasonRecord> | SeasonRecord,
    { onProgress, signal }: LoadOptions = {},
  ): Promise<LoadResult> {
    const isMany = Symbol.iterator in seasons;
    const waiting = (isMany ? seasons : [seasons])[Symbol.iterator]();
    const failed = new AbortController();
    const stopped = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
    const refused: RefusedMatch[] = [];
    let total = emptyReport();

    const runLane = async (connection: LoaderConnection) => {
      const oddsRows = new OddsRows();
      while (!stopped.aborted) {
        const next = waiting.next();
        if (next.done) return;
        const season = prepareSeason(next.value, oddsRows);
        const stored = await this.repository.store(connection, season);
        total = addReports(total, stored);
        refused.push(...season.refused);
        onProgress?.({ season: season.record, refused: season.refused, total });
      }
    };

    const connections: LoaderConnection[] = [];
    try {
      while (connections.length < (isMany ? LANES : 1)) connections.push(await this.repository.connect());
      const lanes = connections.map(async (connection) => {
        try {
          await runLane(connection);
        } catch (error) {
          failed.abort(error);
        }
      });
      await Promise.all(lanes);
      stopped.throwIfAborted();
      if (total.statLines + total.odds >= ANALYZE_FROM) await this.repository.analyze(connections);
    } finally {
      waiting.return?.();
      await Promise.all(connections.map((connection) => this.repository.close(connection)));
    }
    return { ...total, refused };
  }
}
