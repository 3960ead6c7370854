import { Injectable } from '@nestjs/common';
import type { StatisticsDocument } from '#core/football/plays/statistics-document.js';
import { NotFound } from '#core/kernel/domain-error.js';
import { KeptStatistics } from './kept-statistics.js';
import { StatisticsJournalRepository } from './statistics-journal.repository.js';

/** A followed match: its statistics at the newest version asked for, and the documents of the last ones. */
interface FollowedMatch {
  kept: KeptStatistics | undefined;
  readonly documents: Map<number, StatisticsDocument>;
  /** One question after the other: each goes on with what the one before has counted. */
  last: Promise<unknown>;
}

const FOLLOWED_MATCHES = 200;
const DOCUMENTS = 8;

/** Statistics of a match at any version of it: what streams tell the difference between. */
@Injectable()
export class StatisticsHistory {
  readonly #matches = new Map<number, FollowedMatch>();

  constructor(private readonly journal: StatisticsJournalRepository) {}

  /** Equal documents of neighbouring versions are the same object. @throws NotFound when there was no such match then */
  at(matchId: number, version: number): Promise<StatisticsDocument> {
    const match = this.#follow(matchId);
    const answer = match.last.then(() => this.journal.inOwnContext(() => this.#at(matchId, version, match)));
    match.last = answer.catch(() => undefined);
    return answer;
  }

  async #at(matchId: number, version: number, match: FollowedMatch): Promise<StatisticsDocument> {
    const known = match.documents.get(version);
    if (known !== undefined) return known;
    const { kept } = match;
    if (kept !== undefined && kept.version <= version) {
      const changes = await this.journal.changes(matchId, kept.version, version);
      if (kept.advance(changes, version)) return this.#remember(match, version, kept);
    }
    const source = await this.journal.sourceAt(matchId, version);
    if (source === undefined) throw new NotFound('Match', matchId);
    const counted = new KeptStatistics(source);
    // A client that resumes asks for the past; those who follow go on from the newest.
    if (kept === undefined || kept.version <= version) match.kept = counted;
    return this.#remember(match, version, counted);
  }

  #remember({ documents }: FollowedMatch, version: number, { document }: KeptStatistics): StatisticsDocument {
    documents.set(version, document);
    if (documents.size > DOCUMENTS) documents.delete(documents.keys().next().value!);
    return document;
  }

  #follow(matchId: number): FollowedMatch {
    const match = this.#matches.get(matchId) ?? { kept: undefined, documents: new Map(), last: Promise.resolve() };
    this.#matches.delete(matchId);
    this.#matches.set(matchId, match);
    if (this.#matches.size > FOLLOWED_MATCHES) this.#matches.delete(this.#matches.keys().next().value!);
    return match;
  }
}
