import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import type { Statement } from '#platform/database/table.js';
import { teamConditions, visibleTeams } from './team-conditions.js';
import type { TeamOrder, TeamPageFilter, TeamRow } from './team.row.js';
import { type StoredTeam, TEAM, teamRow } from './team.table.js';

/** In alphabetical order. */
const ORDER = 'order by t.title, t.id';

@Injectable()
export class TeamRecordsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  async list(filter: TeamPageFilter, visibility: Visibility): Promise<TeamRow[]> {
    return this.#read(teamConditions(filter, visibility));
  }

  async page(filter: TeamPageFilter, range: SortedRange<TeamOrder>, visibility: Visibility): Promise<Listing<TeamRow>> {
    const { items, total } = await readListing<StoredTeam>(
      this.em,
      {
        columns: TEAM.select('t'),
        from: 'team t',
        where: teamConditions(filter, visibility),
        order: TEAM.order(range.orderBy.length > 0 ? range.orderBy : ['name'], range.ascending, 't'),
      },
      range,
    );
    return { items: items.map(teamRow), total };
  }

  /** Teams of the tournament's sport that are not entered for it. */
  async listAvailable(tournamentId: number, visibility: Visibility): Promise<TeamRow[]> {
    return this.#read(
      visibleTeams(visibility)
        .when(tournamentId, 't.sport_id = (select o.sport_id from tournament o where o.id = ?)')
        .when(tournamentId, 't.id not in (select e.team_id from team_tournament e where e.tournament_id = ?)'),
    );
  }

  /** Teams entered for any tournament of the season that starts in this year, each once. */
  async listBySeasonYear(year: number, visibility: Visibility): Promise<TeamRow[]> {
    return this.#read(
      visibleTeams(visibility).when(
        year,
        `t.id in (select e.team_id from season s join tournament o on o.season_id = s.id
                  join team_tournament e on e.tournament_id = o.id where s.year = ?)`,
      ),
    );
  }

  async find(id: number, visibility: Visibility): Promise<TeamRow | undefined> {
    return (await this.#read(visibleTeams(visibility).when(id, 't.id = ?'))).at(0);
  }

  async findByEeslId(eeslId: number, visibility: Visibility): Promise<TeamRow | undefined> {
    return (await this.#read(visibleTeams(visibility).when(eeslId, 't.team_eesl_id = ?'))).at(0);
  }

  async insert(values: Partial<StoredTeam>): Promise<TeamRow> {
    return (await this.#rows(TEAM.insert(values)))[0];
  }

  /** Inserts a team, or changes the one with this number in the league's register. */
  async upsert(values: Partial<StoredTeam>): Promise<TeamRow> {
    return (await this.#rows(TEAM.upsert(['eeslId'], values)))[0];
  }

  async update(id: number, values: Partial<StoredTeam>): Promise<TeamRow | undefined> {
    return (await this.#rows(TEAM.update(id, values))).at(0);
  }

  /** Its matches go before it does: their plays name it. */
  async delete(id: number): Promise<boolean> {
    const deleted = await this.em.execute<object[]>(
      `with own as (delete from match where team_a_id = ? or team_b_id = ? returning id)
       delete from team where id = ? and (select count(*) from own) >= 0 returning id`,
      [id, id, id],
    );
    return deleted.length > 0;
  }

  async #read(where: Conditions): Promise<TeamRow[]> {
    return this.#rows({
      sql: `select ${TEAM.select('t')} from team t where ${where.sql} ${ORDER}`,
      params: where.params,
    });
  }

  async #rows({ sql, params }: Statement): Promise<TeamRow[]> {
    return (await this.em.execute<StoredTeam[]>(sql, params)).map(teamRow);
  }
}
