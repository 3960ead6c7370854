import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { checkTexts } from '#core/kernel/texts.js';
import { teamCode } from '#core/soccer/team-code.js';
import { missingReferences, STILL_USED, TournamentRecordsService } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { refuseHidden } from '#platform/auth/hidden-rows.js';
import { explaining } from '#platform/database/constraints.js';
import { EntriesService } from './entries.service.js';
import { TeamRecordsRepository } from './team-records.repository.js';
import type { NewTeam, TeamOrder, TeamPageFilter, TeamRow, TeamValues } from './team.row.js';

const LONGEST = { name: 50, city: 50, color: 10, logoUrl: 500, logoIconUrl: 500, logoWebUrl: 500 };

/** Keeps teams; `TeamsService` reads them for everybody. */
@Injectable()
export class TeamRecordsService {
  constructor(
    private readonly teams: TeamRecordsRepository,
    private readonly entries: EntriesService,
    private readonly tournaments: TournamentRecordsService,
  ) {}

  /** All that pass the filter, in alphabetical order. */
  list(visibility: Visibility, filter: TeamPageFilter = {}): Promise<TeamRow[]> {
    return this.teams.list(filter, visibility);
  }

  /** A page of those that pass the filter, by name unless `range` says another order. */
  page(filter: TeamPageFilter, range: SortedRange<TeamOrder>, visibility: Visibility): Promise<Listing<TeamRow>> {
    return this.teams.page(filter, range, visibility);
  }

  /** A page of the teams entered for a tournament whose name contains `search`. Throws NotFound for the tournament. */
  async pageEntered(
    tournamentId: number,
    search: string | undefined,
    range: SortedRange<TeamOrder>,
    visibility: Visibility,
  ): Promise<Listing<TeamRow>> {
    const listing = await this.teams.page({ enteredFor: tournamentId, search }, range, visibility);
    // A tournament with teams exists.
    if (listing.total === 0) await this.tournaments.get(tournamentId, visibility);
    return listing;
  }

  /** Teams that could enter a tournament, in alphabetical order: of its sport, and not in it yet. */
  listAvailable(tournamentId: number, visibility: Visibility): Promise<TeamRow[]> {
    return this.teams.listAvailable(tournamentId, visibility);
  }

  /** Teams entered for any tournament of the season of this year, each once, in alphabetical order. */
  listBySeasonYear(year: number, visibility: Visibility): Promise<TeamRow[]> {
    return this.teams.listBySeasonYear(year, visibility);
  }

  /** Throws NotFound, also for one the caller may not see. */
  async get(id: number, visibility: Visibility): Promise<TeamRow> {
    return found(await this.teams.find(id, visibility), id);
  }

  /** By the number in the league's register. Throws NotFound, also for one the caller may not see. */
  async getByEeslId(eeslId: number, visibility: Visibility): Promise<TeamRow> {
    return found(await this.teams.findByEeslId(eeslId, visibility), eeslId);
  }

  /**
   * Creates a team; one with the same number in the league's register is changed instead. Enters it for a tournament
   * too when one is given. Throws NotFound for that tournament; Conflict for a sport, sponsor or owner that does not
   * exist, or for the number of a private one the caller does not see; Invalid for a text that is too long.
   */
  async create(values: NewTeam, visibility: Visibility = {}, tournamentId?: number): Promise<TeamRow> {
    checkTexts(values, LONGEST);
    const { eeslId } = values;
    if (typeof eeslId === 'number') {
      await refuseHidden(visibility, (seen) => this.teams.findByEeslId(eeslId, seen), numberTaken(eeslId));
    }
    return tournamentId === undefined
      ? this.#create(values)
      : this.teams.transactional(async () => {
          const team = await this.#create(values);
          await this.entries.ensure(team.id, tournamentId);
          return team;
        });
  }

  /** Changes what is given. Throws as `get`; Conflict also for a number another team has; Invalid. */
  async update(id: number, values: Partial<TeamValues>, visibility: Visibility = {}): Promise<TeamRow> {
    checkTexts(values, LONGEST);
    if (visibility.onlyOwner !== undefined) await this.get(id, visibility);
    return found(await explaining(broken(values), () => this.teams.update(id, values)), id);
  }

  /** Deletes it with its matches and entries. Throws NotFound; Conflict when a play of another match names it. */
  async delete(id: number): Promise<void> {
    const deleted = await explaining(STILL_USED, () => this.teams.delete(id));
    if (!deleted) throw new NotFound('Team', id);
  }

  #create(values: NewTeam): Promise<TeamRow> {
    const isRegistered = values.eeslId !== undefined && values.eeslId !== null;
    const team = { ...values, code: teamCode(values.name) };
    return explaining(broken(values), () => (isRegistered ? this.teams.upsert(team) : this.teams.insert(team)));
  }
}

function found(team: TeamRow | undefined, id: number): TeamRow {
  if (!team) throw new NotFound('Team', id);
  return team;
}

const numberTaken =
  (eeslId: number | null = null) =>
  (): Error =>
    new Conflict('EESL_ID_TAKEN', `Another team has the EESL id ${eeslId}`, { eeslId });

const broken = (values: Partial<TeamValues>) => ({
  team_team_eesl_id_unique: numberTaken(values.eeslId),
  ...missingReferences('team', values),
});
