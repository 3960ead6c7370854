import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import {
  type TournamentOrder,
  type TournamentRecord,
  type TournamentRecordFilter,
  TournamentRecordsService,
} from '#modules/competitions/index.js';
import { type PlacedSponsor, SponsorLinesService } from '#modules/sponsors/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { TeamDetails, TournamentDetails } from './details.row.js';
import { TeamDetailsRepository } from './team-details.repository.js';
import type { TeamOrder, TeamPageFilter } from './team.row.js';
import { TournamentDetailsRepository } from './tournament-details.repository.js';

/** Teams and tournaments with what surrounds them, for pages that show all at once. */
@Injectable()
export class DetailsService {
  constructor(
    private readonly teams: TeamDetailsRepository,
    private readonly tournaments: TournamentDetailsRepository,
    private readonly records: TournamentRecordsService,
    private readonly lines: SponsorLinesService,
  ) {}

  /** Throws NotFound, also for one the caller may not see. */
  async getTeam(id: number, visibility: Visibility): Promise<TeamDetails> {
    const team = await this.teams.find(id, visibility);
    if (!team) throw new NotFound('Team', id);
    return team;
  }

  /** By name unless `range` says another order. */
  pageTeams(
    filter: TeamPageFilter,
    range: SortedRange<TeamOrder>,
    visibility: Visibility,
  ): Promise<Listing<TeamDetails>> {
    return this.teams.page(filter, range, visibility);
  }

  /** Throws NotFound, also for one the caller may not see. */
  async getTournament(id: number, visibility: Visibility): Promise<TournamentDetails> {
    return (await this.#surround([await this.records.get(id, visibility)], visibility))[0];
  }

  /** Sponsors of the tournament's line in their order; none without a line. Throws NotFound. */
  async listTournamentSponsors(id: number, visibility: Visibility): Promise<PlacedSponsor[]> {
    const { sponsorLineId } = await this.records.get(id, visibility);
    return sponsorLineId === null ? [] : this.lines.listSponsors(sponsorLineId);
  }

  /** By title unless `range` says another order. */
  async pageTournaments(
    filter: TournamentRecordFilter,
    range: SortedRange<TournamentOrder>,
    visibility: Visibility,
  ): Promise<Listing<TournamentDetails>> {
    const { items, total } = await this.records.page(filter, range, visibility);
    return { items: await this.#surround(items, visibility), total };
  }

  async #surround(records: readonly TournamentRecord[], visibility: Visibility): Promise<TournamentDetails[]> {
    if (records.length === 0) return [];
    const ids = records.map(({ id }) => id);
    const entered = Map.groupBy(
      await this.tournaments.listEntered(ids, visibility),
      ({ tournamentId }) => tournamentId,
    );
    const surroundings = new Map((await this.tournaments.listSurroundings(ids)).map((each) => [each.id, each]));
    return records.map((record) => ({
      season: null,
      sport: null,
      mainSponsor: null,
      sponsorLine: null,
      ...surroundings.get(record.id),
      ...record,
      teams: (entered.get(record.id) ?? []).map(({ team }) => team),
    }));
  }
}
