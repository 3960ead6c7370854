import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { ofVisibleMatches } from '#modules/live/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { JoinedRow } from '#platform/database/joined-row.js';
import { prepared } from '#platform/database/prepared.js';
import { Table } from '#platform/database/table.js';
import type { PlayRow } from './play.row.js';

export const PLAYS = new Table<PlayRow>('football_event', {
  id: 'id',
  matchId: 'match_id',
  eventNumber: 'event_number',
  eventQtr: 'event_qtr',
  ballOn: 'ball_on',
  ballMovedTo: 'ball_moved_to',
  ballPickedOn: 'ball_picked_on',
  ballKickedTo: 'ball_kicked_to',
  ballReturnedTo: 'ball_returned_to',
  ballPickedOnFumble: 'ball_picked_on_fumble',
  ballReturnedToOnFumble: 'ball_returned_to_on_fumble',
  offenseTeam: 'offense_team',
  eventDown: 'event_down',
  eventDistance: 'event_distance',
  distanceOnOffence: 'distance_on_offence',
  eventHash: 'event_hash',
  playDirection: 'play_direction',
  eventStrongSide: 'event_strong_side',
  playType: 'play_type',
  playResult: 'play_result',
  scoreResult: 'score_result',
  isFumble: 'is_fumble',
  isFumbleRecovered: 'is_fumble_recovered',
  eventQb: 'event_qb',
  runPlayer: 'run_player',
  passReceivedPlayer: 'pass_received_player',
  passDroppedPlayer: 'pass_dropped_player',
  passDeflectedPlayer: 'pass_deflected_player',
  passInterceptedPlayer: 'pass_intercepted_player',
  fumblePlayer: 'fumble_player',
  fumbleRecoveredPlayer: 'fumble_recovered_player',
  tacklePlayer: 'tackle_player',
  assistTacklePlayer: 'assist_tackle_player',
  sackPlayer: 'sack_player',
  scorePlayer: 'score_player',
  defenceScorePlayer: 'defence_score_player',
  kickPlayer: 'kick_player',
  kickoffPlayer: 'kickoff_player',
  returnPlayer: 'return_player',
  patOnePlayer: 'pat_one_player',
  flaggedPlayer: 'flagged_player',
  puntPlayer: 'punt_player',
  credits: 'credits',
  firstDowns: 'first_downs',
  gameClock: 'game_clock',
  clientId: 'client_id',
});

const PLAY = JoinedRow.of('play', PLAYS, 'e');

@Injectable()
export class PlaysRepository {
  constructor(private readonly em: EntityManager) {}

  async find(id: number, visibility: Visibility): Promise<PlayRow | undefined> {
    const { sql, params } = ofVisibleMatches('football_event', visibility).when(id, 'id = ?');
    return (await prepared<PlayRow>(this.em, `select ${PLAYS.select()} from football_event where ${sql}`, params))[0];
  }

  async listByIds(ids: readonly number[]): Promise<PlayRow[]> {
    const sql = `select ${PLAYS.select()} from football_event where id = any(?::int[])`;
    return prepared<PlayRow>(this.em, sql, [ids]);
  }

  /** Plays of a match in the order they were made, and the version they are of. Undefined when there is no such match. */
  async listByMatch(matchId: number): Promise<{ version: number; plays: PlayRow[] } | undefined> {
    const [found] = await prepared<{ version: number; plays: unknown[][] }>(
      this.em,
      `select m.version,
              coalesce((select json_agg(json_build_array(${PLAY.columns.join(', ')}) order by e.event_number, e.id)
                        from football_event e where e.match_id = m.id), '[]') as plays
       from match m where m.id = ?`,
      [matchId],
    );
    return found && { ...found, plays: found.plays.map((values) => PLAY.readList(values, 0)!) };
  }

  async insert(values: Partial<PlayRow>): Promise<PlayRow> {
    const { sql, params } = PLAYS.insert(values);
    return (await this.em.execute<[PlayRow]>(sql, params))[0];
  }

  async update(id: number, values: Partial<PlayRow>): Promise<PlayRow | undefined> {
    const { sql, params } = PLAYS.update(id, values);
    return (await this.em.execute<PlayRow[]>(sql, params))[0];
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<unknown[]>('delete from football_event where id = ? returning id', [id])).length > 0;
  }
}
