import { Injectable } from '@nestjs/common';
import { tieBreaksOf } from '#core/soccer/league-rules.js';
import { computeStandings, type StandingsRow } from '#core/soccer/standings.js';
import type { TournamentRow } from '#modules/competitions/index.js';
import { type TeamRow, TeamsService } from '#modules/teams/index.js';
import { StandingsRepository } from './standings.repository.js';

export type StandingsVenue = 'all' | 'home' | 'away';

export interface TeamStanding extends Omit<StandingsRow<number>, 'team'> {
  team: TeamRow;
}

/** League tables, computed from the results there are. */
@Injectable()
export class StandingsService {
  constructor(
    private readonly decided: StandingsRepository,
    private readonly teams: TeamsService,
  ) {}

  /**
   * Tables of several tournaments, each from the first place to the last. Only soccer has them: tournaments of other
   * sports have no entry. A team without a decided match has a row of zeros.
   */
  async tablesOf(
    tournaments: readonly TournamentRow[],
    venue: StandingsVenue = 'all',
  ): Promise<Map<TournamentRow, TeamStanding[]>> {
    const soccer = tournaments.filter(({ sport }) => sport.kind === 'soccer');
    if (soccer.length === 0) return new Map();
    const ids = soccer.map(({ id }) => id);
    const [matches, teams] = await Promise.all([this.decided.listDecided(ids), this.teams.listByTournaments(ids)]);
    const matchesOf = Map.groupBy(matches, ({ tournamentId }) => tournamentId);
    return new Map(
      soccer.map((tournament) => {
        const participants = new Map((teams.get(tournament.id) ?? []).map((team) => [team.id, team]));
        const table = computeStandings(matchesOf.get(tournament.id) ?? [], {
          teams: [...participants.values()].map(({ id, name }) => ({ key: id, name })),
          tieBreaks: tieBreaksOf(tournament.competition?.country ?? null),
          venue,
        });
        return [tournament, table.map((row) => ({ ...row, team: participants.get(row.team)! }))];
      }),
    );
  }
}
