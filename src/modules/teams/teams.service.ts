import { Injectable } from '@nestjs/common';
import { type Page, type Slice, sliceOf } from '#core/kernel/page.js';
import type { Visibility } from '#platform/auth/caller.js';
import { TeamsRepository } from './teams.repository.js';
import { teamRow as rowOf } from './team.table.js';
import type { TeamFilter, TeamPosition, TeamRow } from './team.row.js';

@Injectable()
export class TeamsService {
  constructor(private readonly teams: TeamsRepository) {}

  /** Undefined also for a private one the caller does not see. */
  async find(id: number, { onlyOwner }: Visibility = {}): Promise<TeamRow | undefined> {
    const team = (await this.findByIds([id])).get(id);
    const isHidden = onlyOwner !== undefined && team?.isPrivate === true && team.userId !== onlyOwner;
    return isHidden ? undefined : team;
  }

  /** Teams by their id; unknown ids have no entry. */
  async findByIds(ids: readonly number[]): Promise<Map<number, TeamRow>> {
    return new Map((await this.teams.findByIds(ids)).map((team) => [team.id, rowOf(team)]));
  }

  /** A page in alphabetical order. Throws Invalid for a search text of more than 100 characters. */
  async list(filter: TeamFilter, page: Page<TeamPosition>): Promise<Slice<TeamRow>> {
    return sliceOf((await this.teams.list(filter, page)).map(rowOf), page);
  }

  /** How many teams all pages of this filter have together. */
  async count(filter: TeamFilter): Promise<number> {
    return this.teams.count(filter);
  }

  /** Teams entered for a tournament or playing in it, in alphabetical order, by the tournament's id. */
  async listByTournaments(tournamentIds: readonly number[]): Promise<Map<number, TeamRow[]>> {
    const teams = await this.teams.listByTournaments(tournamentIds);
    const rows = teams.map(({ tournamentId, ...team }) => ({ tournamentId, team: rowOf(team) }));
    return listsOf(
      rows,
      ({ tournamentId }) => tournamentId,
      ({ team }) => team,
    );
  }

  /** Ids of the tournaments each team takes part in, the latest season first, by the team's id. */
  async listTournamentIds(teamIds: readonly number[]): Promise<Map<number, number[]>> {
    const pairs = await this.teams.listTournamentIds(teamIds);
    return listsOf(
      pairs,
      ({ teamId }) => teamId,
      ({ tournamentId }) => tournamentId,
    );
  }
}

function listsOf<T, V>(items: readonly T[], key: (item: T) => number, value: (item: T) => V): Map<number, V[]> {
  return new Map([...Map.groupBy(items, key)].map(([id, group]) => [id, group.map(value)]));
}
