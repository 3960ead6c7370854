import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { missingReferences } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { refuseHidden } from '#platform/auth/hidden-rows.js';
import { explaining } from '#platform/database/constraints.js';
import { MatchContextRepository } from './match-context.repository.js';
import type { MatchContext, MatchWithTeams } from './match-context.row.js';
import type { MatchRecord, MatchRecordFilter, MatchRecordOrder, MatchValues, NewMatch } from './match-record.row.js';
import { MatchRecordsRepository } from './match-records.repository.js';
import { MatchSchedulingRepository } from './match-scheduling.repository.js';

/** Keeps matches as they are stored; `MatchesService` reads them for everybody. */
@Injectable()
export class MatchRecordsService {
  constructor(
    private readonly matches: MatchRecordsRepository,
    private readonly contexts: MatchContextRepository,
    private readonly scheduling: MatchSchedulingRepository,
  ) {}

  /** All that pass the filter, in the order of kickoff; those without one last. */
  list(visibility: Visibility, filter: MatchRecordFilter = {}): Promise<MatchRecord[]> {
    return this.matches.list(filter, visibility);
  }

  /** A stretch of those that pass the filter. */
  slice(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<MatchRecord[]> {
    return this.matches.list(filter, visibility, range);
  }

  /** A stretch with the number of all; by kickoff unless `range` says another order. Throws Invalid for a long search. */
  page(
    filter: MatchRecordFilter,
    range: SortedRange<MatchRecordOrder>,
    visibility: Visibility,
  ): Promise<Listing<MatchRecord>> {
    return this.matches.page(filter, range, visibility);
  }

  /** How many pass the filter. */
  count(filter: MatchRecordFilter, visibility: Visibility): Promise<number> {
    return this.matches.count(filter, visibility);
  }

  /** Throws NotFound, also for one the caller may not see. */
  async get(id: number, visibility: Visibility): Promise<MatchRecord> {
    return found(await this.matches.find(id, visibility), id);
  }

  /** By the number in the league's register. Throws NotFound, also for one the caller may not see. */
  async getByEeslId(eeslId: number, visibility: Visibility): Promise<MatchRecord> {
    return found(await this.matches.findByEeslId(eeslId, visibility), eeslId);
  }

  /** A match with its teams, tournament and sport, in one statement. Throws as `get`. */
  async getContext(id: number, visibility: Visibility = {}): Promise<MatchContext> {
    const context = await this.contexts.find(id, visibility);
    if (!context) throw new NotFound('Match', id);
    return context;
  }

  /** A match with its teams and how it stands, in one statement. Throws as `get`. */
  async getWithTeams(id: number, visibility: Visibility): Promise<MatchWithTeams> {
    const match = await this.contexts.findWithTeams(id, visibility);
    if (!match) throw new NotFound('Match', id);
    return match;
  }

  /** Whether the match is kept from the caller. */
  async isHidden(id: number, visibility: Visibility): Promise<boolean> {
    return visibility.onlyOwner !== undefined && (await this.matches.find(id, visibility)) === undefined;
  }

  /**
   * Creates a match with its match data, scoreboard and clocks, in one transaction; one with the same number in the
   * league's register is changed instead. With a `spelling` the scoreboard spells the teams' titles so. Throws Conflict
   * for a team, tournament, sponsor or owner that does not exist, or for the number of a private one the caller does not
   * see.
   */
  async create(
    values: NewMatch,
    visibility: Visibility = {},
    spelling?: (title: string) => string,
  ): Promise<MatchRecord> {
    const { eeslId } = values;
    const isRegistered = typeof eeslId === 'number';
    if (isRegistered) {
      await refuseHidden(visibility, (seen) => this.matches.findByEeslId(eeslId, seen), numberTaken(eeslId));
    }
    return explaining(broken(values), () =>
      this.matches.transactional(async () => {
        const match = isRegistered ? await this.matches.upsert(values) : await this.matches.insert(values);
        await this.scheduling.ensureLiveRows(match.id);
        if (spelling) await this.scheduling.spellBoard(match.id, spelling);
        return match;
      }),
    );
  }

  /** Changes what is given. Throws as `get`; Conflict as `create`, and for a number another match has. */
  async update(id: number, values: Partial<MatchValues>, visibility: Visibility = {}): Promise<MatchRecord> {
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await explaining(broken(values), () => this.matches.update(id, values)), id);
  }

  /** Deletes it with everything that belongs to it. Throws NotFound. */
  async delete(id: number): Promise<void> {
    if (!(await this.matches.delete(id))) throw new NotFound('Match', id);
  }
}

function found(match: MatchRecord | undefined, id: number): MatchRecord {
  if (!match) throw new NotFound('Match', id);
  return match;
}

const missing = (what: string, field: string, id: number | null | undefined) => (): Error =>
  new Conflict('UNKNOWN_REFERENCE', `${what} ${id} does not exist`, { field, id: id ?? null });

const numberTaken =
  (eeslId: number | null = null) =>
  (): Error =>
    new Conflict('EESL_ID_TAKEN', `Another match has the EESL id ${eeslId}`, { eeslId });

const broken = (values: Partial<MatchValues>) => ({
  match_match_eesl_id_unique: numberTaken(values.eeslId),
  match_team_a_id_foreign: missing('Team', 'homeId', values.homeId),
  match_team_b_id_foreign: missing('Team', 'awayId', values.awayId),
  match_tournament_id_foreign: missing('Tournament', 'tournamentId', values.tournamentId),
  ...missingReferences('match', values),
});
