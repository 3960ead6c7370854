import { Injectable } from '@nestjs/common';
import type { UpstreamMatch, UpstreamMatchDetails, UpstreamStatLine, UpstreamTeam } from '../upstream.js';
import { type MatchRow, matchRow, type Part } from './match-rows.js';
import { MatchStoreRepository } from './match-store.repository.js';
import { TeamStoreRepository } from './team-store.repository.js';
import { type StoredTournament, TournamentStoreRepository } from './tournament-store.repository.js';

/** Puts what the provider says of matches into the tables of the domain. Every method belongs into a transaction. */
@Injectable()
export class ListingStore {
  constructor(
    private readonly tournaments: TournamentStoreRepository,
    private readonly teams: TeamStoreRepository,
    private readonly matches: MatchStoreRepository,
  ) {}

  /** Stores the matches of a tournament that is known already. */
  async storeListing(
    source: string,
    part: Part,
    tournamentId: string,
    listed: readonly UpstreamMatch[],
  ): Promise<void> {
    const tournament = await this.tournaments.find(source, tournamentId);
    if (!tournament) throw new Error(`${source} tournament ${tournamentId} is not known`);
    const { rows, usable } = readable(listed);
    const { teamIds, tournamentId: id } = await this.#placeTeams(source, tournament, tournamentId, usable);
    await this.matches.store(source, part, rows, teamIds, id);
  }

  /** Stores one match with its statistics; of a tournament that is not known, without one. */
  async storeDetails(source: string, details: UpstreamMatchDetails): Promise<void> {
    const tournament =
      details.tournamentId === null ? undefined : await this.tournaments.find(source, details.tournamentId);
    const { rows, usable } = readable([details]);
    const placed = await this.#placeTeams(source, tournament, details.tournamentId ?? '', usable);
    await this.matches.store(source, 'details', rows, placed.teamIds, placed.tournamentId, () => details.statLines);
  }

  /** Adds statistics to a match that is known. */
  async storeStatLines(source: string, matchId: string, lines: readonly UpstreamStatLine[]): Promise<void> {
    await this.matches.storeLinesOf(source, matchId, lines);
  }

  async #placeTeams(
    source: string,
    tournament: StoredTournament | undefined,
    externalTournamentId: string,
    matches: readonly UpstreamMatch[],
  ): Promise<{ teamIds: ReadonlyMap<string, number>; tournamentId: number | null }> {
    const teams = distinctTeams(matches);
    const ids = teams.map(({ id }) => id);
    let place = tournament;
    let known = await this.teams.find(source, ids);
    if (known.size < teams.length) {
      await this.tournaments.lockReferences();
      known = await this.teams.find(source, ids);
      if (place) {
        await this.teams.recognise(place, teams, matches, known, source);
        // With a team of its own on either side, the same matches would stand in the tournament twice.
        if (place.isShared && known.size < teams.length) {
          place = await this.tournaments.separate(source, externalTournamentId, place);
        }
      }
      await this.teams.create(teams, known);
      await this.teams.remember(source, { country: place?.country ?? null }, teams, known);
    }
    if (place) await this.teams.enter(place.id, [...known.values()]);
    return { teamIds: known, tournamentId: place?.id ?? null };
  }
}

/** Matches that can be stored, with their rows. */
function readable(matches: readonly UpstreamMatch[]): { rows: MatchRow[]; usable: UpstreamMatch[] } {
  const rows: MatchRow[] = [];
  const usable: UpstreamMatch[] = [];
  const seen = new Set<string>();
  for (const match of matches) {
    const row = seen.has(match.id) ? null : matchRow(match, Date.now());
    if (!row) continue;
    seen.add(match.id);
    rows.push(row);
    usable.push(match);
  }
  return { rows, usable };
}

function distinctTeams(matches: readonly UpstreamMatch[]): UpstreamTeam[] {
  return [...new Map(matches.flatMap(({ home, away }) => [home, away]).map((team) => [team.id, team])).values()];
}
