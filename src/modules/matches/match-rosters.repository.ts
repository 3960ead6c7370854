import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { prepared } from '#platform/database/prepared.js';
import type { AvailablePlayer, MatchPlayer } from './match-roster.row.js';
import { PLACE } from './roster-columns.js';
import { KeptRosters, type Listed, listed, readRoster } from './roster-reader.js';

export interface RosterMatch {
  id: number;
  homeId: number;
  awayId: number;
  tournament: { id: number; title: string } | null;
}

const readPlayers = (rows: readonly Listed[]): MatchPlayer[] =>
  readRoster<MatchPlayer>(rows, (values, from) => PLACE.readList(values, from)!);

const BY_NAME = 'order by p.second_name, p.first_name, r.id';

@Injectable()
export class MatchRostersRepository {
  readonly #kept = new KeptRosters(readPlayers);

  constructor(private readonly em: EntityManager) {}

  async findMatch(matchId: number): Promise<RosterMatch | undefined> {
    const [found] = await prepared<RosterMatch>(
      this.em,
      `select m.id, m.team_a_id as "homeId", m.team_b_id as "awayId",
              case when e.id is not null then jsonb_build_object('id', e.id, 'title', e.title) end as tournament
       from match m left join tournament e on e.id = m.tournament_id where m.id = ?`,
      [matchId],
    );
    return found;
  }

  /** Players of a match by name; the same list as the last time when nothing of it has changed. */
  async listPlayers(matchId: number): Promise<readonly MatchPlayer[]> {
    return this.#kept.of(matchId, await this.#players('l.match_id = ?', [matchId]));
  }

  /** Players of these matches by name. */
  async listPlayersOf(matchIds: readonly number[]): Promise<MatchPlayer[]> {
    return readPlayers(await this.#players('l.match_id = any(?::int[])', [matchIds]));
  }

  async findPlayer(id: number): Promise<MatchPlayer | undefined> {
    return readPlayers(await this.#players('l.id = ?', [id])).at(0);
  }

  #players(condition: string, params: unknown[]): Promise<Listed[]> {
    return prepared<Listed>(
      this.em,
      `select ${listed(PLACE.columns)}
       from player_match l
       left join player_team_tournament r on r.id = l.player_team_tournament_id
       left join player y on y.id = r.player_id
       left join person p on p.id = y.person_id
       left join position o on o.id = coalesce(l.match_position_id, r.position_id)
       left join team t on t.id = l.team_id
       where ${condition} ${BY_NAME}, l.id`,
      params,
    );
  }

  /** Players of these teams' rosters in the match's tournament who are not in the match, by name. */
  async listAvailable(matchId: number, teamIds: readonly number[]): Promise<AvailablePlayer[]> {
    const rows = await prepared<Listed>(
      this.em,
      `select ${listed()}
       from match m
       join player_team_tournament r on r.tournament_id = m.tournament_id and r.team_id = any(?::int[])
       left join player y on y.id = r.player_id
       left join person p on p.id = y.person_id
       left join position o on o.id = r.position_id
       left join team t on t.id = r.team_id
       where m.id = ?
         and not exists (select 1 from player_match l
                         where l.match_id = m.id and l.player_team_tournament_id = r.id)
       ${BY_NAME}`,
      [teamIds, matchId],
    );
    return readRoster<AvailablePlayer>(rows);
  }
}
