import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { checkTexts } from '#core/kernel/texts.js';
import type { Visibility } from '#platform/auth/caller.js';
import { refuseHidden } from '#platform/auth/hidden-rows.js';
import { explaining } from '#platform/database/constraints.js';
import { missingReferences, STILL_USED } from './references.js';
import { TournamentRecordsRepository } from './tournament-records.repository.js';
import type {
  NewTournament,
  TournamentOrder,
  TournamentRecord,
  TournamentRecordFilter,
  TournamentValues,
} from './tournament.row.js';

const LONGEST = { title: 255, logoUrl: 255, logoIconUrl: 500, logoWebUrl: 500 };

/** Keeps tournaments as they are stored; `TournamentsService` reads them with what surrounds them. */
@Injectable()
export class TournamentRecordsService {
  constructor(private readonly tournaments: TournamentRecordsRepository) {}

  /** All that pass the filter, in alphabetical order. */
  list(visibility: Visibility, filter: TournamentRecordFilter = {}): Promise<TournamentRecord[]> {
    return this.tournaments.list(filter, visibility);
  }

  /** A page of those that pass the filter, by title unless `range` says another order. */
  page(
    filter: TournamentRecordFilter,
    range: SortedRange<TournamentOrder>,
    visibility: Visibility,
  ): Promise<Listing<TournamentRecord>> {
    return this.tournaments.page(filter, range, visibility);
  }

  /** Throws NotFound, also for one the caller may not see. */
  async get(id: number, visibility: Visibility): Promise<TournamentRecord> {
    return found(await this.tournaments.find(id, visibility), id);
  }

  /** By the number in the league's register. Throws NotFound, also for one the caller may not see. */
  async getByEeslId(eeslId: number, visibility: Visibility): Promise<TournamentRecord> {
    return found(await this.tournaments.findByEeslId(eeslId, visibility), eeslId);
  }

  /**
   * Creates a tournament; one with the same number in the league's register is changed instead. Throws Conflict for a
   * season, sport, sponsor or owner that does not exist, or for the number of a private one the caller does not see;
   * Invalid for a text that is too long.
   */
  async create(values: NewTournament, visibility: Visibility = {}): Promise<TournamentRecord> {
    checkTexts(values, LONGEST);
    const { eeslId } = values;
    const isRegistered = typeof eeslId === 'number';
    if (isRegistered) {
      await refuseHidden(visibility, (seen) => this.tournaments.findByEeslId(eeslId, seen), numberTaken(eeslId));
    }
    return explaining(broken(values), () =>
      isRegistered ? this.tournaments.upsert(values) : this.tournaments.insert(values),
    );
  }

  /** Changes what is given. Throws as `get`; Conflict also for a number another tournament has; Invalid. */
  async update(id: number, values: Partial<TournamentValues>, visibility: Visibility = {}): Promise<TournamentRecord> {
    checkTexts(values, LONGEST);
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await explaining(broken(values), () => this.tournaments.update(id, values)), id);
  }

  /** Deletes it with its matches and entries. Throws NotFound. */
  async delete(id: number): Promise<void> {
    const deleted = await explaining(STILL_USED, () => this.tournaments.delete(id));
    if (!deleted) throw new NotFound('Tournament', id);
  }
}

function found(tournament: TournamentRecord | undefined, id: number): TournamentRecord {
  if (!tournament) throw new NotFound('Tournament', id);
  return tournament;
}

const numberTaken =
  (eeslId: number | null = null) =>
  (): Error =>
    new Conflict('EESL_ID_TAKEN', `Another tournament has the EESL id ${eeslId}`, { eeslId });

const broken = (values: Partial<TournamentValues>) => ({
  tournament_tournament_eesl_id_unique: numberTaken(values.eeslId),
  tournament_competition_season_unique: () =>
    new Conflict('COMPETITION_SEASON_TAKEN', 'The competition has a tournament in this season already'),
  ...missingReferences('tournament', values),
});
