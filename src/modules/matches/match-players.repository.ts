import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ofVisibleMatches } from '#modules/live/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { Conditions } from '#platform/database/conditions.js';
import { type Statement, Table } from '#platform/database/table.js';
import type { MatchPlayerRow, MatchPlayerValues } from './match-roster.row.js';

const PLACE = new Table<MatchPlayerRow>('player_match', {
  id: 'id',
  eeslId: 'player_match_eesl_id',
  matchId: 'match_id',
  teamId: 'team_id',
  membershipId: 'player_team_tournament_id',
  positionId: 'match_position_id',
  number: 'match_number',
  isStart: 'is_start',
  isStarting: 'is_starting',
  startingType: 'starting_type',
});

/** A match, a team and a player's place on a team's roster, as far as they exist. */
export interface RosterFacts {
  match: { homeId: number; awayId: number; tournamentId: number | null } | null;
  memberships: { id: number; teamId: number | null; tournamentId: number | null; number: string | null }[];
}

@Injectable()
export class MatchPlayersRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** Nobody else changes the roster of this match before the transaction ends. */
  async lockRoster(matchId: number): Promise<void> {
    await this.em.execute('select from match where id = ? for no key update', [matchId]);
  }

  /** By match, in the order they were written down. */
  async list(visibility: Visibility): Promise<MatchPlayerRow[]> {
    return this.#read(ofVisibleMatches('p', visibility));
  }

  async find(id: number, visibility: Visibility): Promise<MatchPlayerRow | undefined> {
    return (await this.#read(ofVisibleMatches('p', visibility).when(id, 'p.id = ?'))).at(0);
  }

  async findByEeslId(eeslId: number, visibility: Visibility = {}): Promise<MatchPlayerRow | undefined> {
    return (await this.#read(ofVisibleMatches('p', visibility).when(eeslId, 'p.player_match_eesl_id = ?'))).at(0);
  }

  /** What is known of a match and of these places on teams' rosters. */
  async facts(matchId: number, membershipIds: readonly number[]): Promise<RosterFacts> {
    const [found] = await this.em.execute<[RosterFacts]>(
      `select (select jsonb_build_object('homeId', m.team_a_id, 'awayId', m.team_b_id, 'tournamentId', m.tournament_id)
               from match m where m.id = ?) as match,
              (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'teamId', r.team_id,
                                                            'tournamentId', r.tournament_id,
                                                            'number', r.player_number)), '[]')
               from player_team_tournament r where r.id = any(array[?]::int[])) as memberships`,
      [matchId, membershipIds],
    );
    return found;
  }

  async insert(values: Partial<MatchPlayerValues>): Promise<MatchPlayerRow> {
    return (await this.#one(PLACE.insert(values)))!;
  }

  /** Changes the place of the same member in the same match instead when there is one. */
  async upsert(values: Partial<MatchPlayerValues>): Promise<MatchPlayerRow> {
    return (await this.#one(PLACE.upsert(['matchId', 'membershipId'], values)))!;
  }

  async update(id: number, values: Partial<MatchPlayerValues>): Promise<MatchPlayerRow | undefined> {
    return this.#one(PLACE.update(id, values));
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from player_match where id = ? returning id', [id])).length > 0;
  }

  /** Takes everybody from a team's roster of a match but these members. */
  async deleteOthers(matchId: number, teamId: number, membershipIds: readonly number[]): Promise<void> {
    await this.em.execute(
      `delete from player_match where match_id = ? and team_id = ?
       and (player_team_tournament_id = any(array[?]::int[])) is not true`,
      [matchId, teamId, membershipIds],
    );
  }

  async #read({ sql: where, params }: Conditions): Promise<MatchPlayerRow[]> {
    const sql = `select ${PLACE.select('p')} from player_match p where ${where} order by p.match_id, p.id`;
    return this.em.execute<MatchPlayerRow[]>(sql, params);
  }

  async #one({ sql, params }: Statement): Promise<MatchPlayerRow | undefined> {
    return (await this.em.execute<MatchPlayerRow[]>(sql, params)).at(0);
  }
}
