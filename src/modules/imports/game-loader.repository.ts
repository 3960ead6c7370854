import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { PlayRole } from '#core/football/plays/play.js';
import type { GamePlay, GamePlayer, GameRecord } from '#core/season/game-record.js';

const COLUMN_OF_ROLE: Readonly<Record<PlayRole, string>> = {
  quarterback: 'event_qb',
  runner: 'run_player',
  receiver: 'pass_received_player',
  dropper: 'pass_dropped_player',
  deflector: 'pass_deflected_player',
  interceptor: 'pass_intercepted_player',
  fumbler: 'fumble_player',
  recoverer: 'fumble_recovered_player',
  tackler: 'tackle_player',
  assistant: 'assist_tackle_player',
  sacker: 'sack_player',
  scorer: 'score_player',
  defenceScorer: 'defence_score_player',
  kicker: 'kick_player',
  kickoffKicker: 'kickoff_player',
  returner: 'return_player',
  extraPointKicker: 'pat_one_player',
  flagged: 'flagged_player',
  punter: 'punt_player',
};

/** Columns an import fills; the rest keep their defaults. */
const PLAY_COLUMNS = [
  'match_id',
  'event_number',
  'event_qtr',
  'game_clock',
  'offense_team',
  'event_down',
  'event_distance',
  'ball_on',
  'ball_moved_to',
  'distance_on_offence',
  'play_type',
  'play_result',
  'score_result',
  'is_fumble',
  'first_downs',
  'credits',
  ...Object.values(COLUMN_OF_ROLE),
].join(', ');

interface StoredMatch {
  id: number;
  homeId: number;
  awayId: number;
  tournamentId: number;
  sportId: number;
}

@Injectable()
export class GameLoaderRepository {
  constructor(private readonly em: EntityManager) {}

  /** Digest of a stored game; undefined when it is not stored. */
  async digest(source: string, key: string): Promise<string | null | undefined> {
    const [found] = await this.em.execute<{ digest: string | null }[]>(
      `select digest from external_ref where source = ? and kind = 'game' and external_id = ?`,
      [source, key],
    );
    return found?.digest;
  }

  /** Returns how many players were new. */
  async store(source: string, key: string, digest: string, game: GameRecord): Promise<number> {
    return this.em.transactional(async () => {
      const match = await this.#match(source, key);
      const { players, created } = await this.#players(source, match.sportId, game.players);
      const lineup = await this.#lineup(match, players, game.players);
      await this.em.execute('select ensure_live_rows(?)', [match.id]);
      await this.em.execute(
        'update matchdata set field_length = ? where match_id = ? and field_length is distinct from ?',
        [game.fieldLength, match.id, game.fieldLength],
      );
      await this.em.execute('delete from football_event where match_id = ?', [match.id]);
      await this.em.execute(
        `insert into football_event (${PLAY_COLUMNS})
         select ${PLAY_COLUMNS} from jsonb_populate_recordset(null::football_event, ?::jsonb)`,
        [JSON.stringify(game.plays.map((play, index) => playColumns(play, index + 1, match, lineup)))],
      );
      await this.em.execute(
        `insert into external_ref (source, kind, external_id, internal_id, digest) values (?, 'game', ?, ?, ?)
         on conflict (source, kind, external_id) do update set digest = excluded.digest`,
        [source, key, match.id, digest],
      );
      return created;
    });
  }

  async #match(source: string, key: string): Promise<StoredMatch> {
    const [match] = await this.em.execute<StoredMatch[]>(
      `select m.id, m.team_a_id as "homeId", m.team_b_id as "awayId", m.tournament_id as "tournamentId",
              t.sport_id as "sportId"
       from external_ref r join match m on m.id = r.internal_id join tournament t on t.id = m.tournament_id
       where r.source = ? and r.kind = 'match' and r.external_id = ?
       for no key update of m`,
      [source, key],
    );
    if (match === undefined) throw new Error(`The match of game ${key} is not stored`);
    return match;
  }

  /** Ids of players by their reference; those that are not known are created with their persons. */
  async #players(
    source: string,
    sportId: number,
    players: readonly GamePlayer[],
  ): Promise<{ players: Map<string, number>; created: number }> {
    const known = await this.em.execute<{ ref: string; id: number }[]>(
      `select external_id as ref, internal_id as id from external_ref
       where source = ? and kind = 'player' and external_id = any(array[?]::text[])`,
      [source, players.map(({ ref }) => ref)],
    );
    const ids = new Map(known.map(({ ref, id }) => [ref, id]));
    const unknown = players.filter(({ ref }) => !ids.has(ref));
    if (unknown.length > 0) {
      const made = await this.em.execute<{ ref: string; id: number }[]>(
        `with named as (
           select nextval(pg_get_serial_sequence('person', 'id'))::int as person_id,
                  nextval(pg_get_serial_sequence('player', 'id'))::int as player_id, n.*
           from jsonb_to_recordset(?::jsonb) as n (ref text, first_name text, last_name text)
         ), persons as (
           insert into person (id, first_name, second_name) select person_id, first_name, last_name from named
         ), players as (
           insert into player (id, sport_id, person_id) select player_id, ?, person_id from named
         ), refs as (
           insert into external_ref (source, kind, external_id, internal_id)
           select ?, 'player', ref, player_id from named
         )
         select ref, player_id as id from named`,
        [
          JSON.stringify(
            unknown.map(({ ref, firstName, lastName }) => ({ ref, first_name: firstName, last_name: lastName })),
          ),
          sportId,
          source,
        ],
      );
      for (const { ref, id } of made) ids.set(ref, id);
    }
    return { players: ids, created: unknown.length };
  }

  /** Players of the match by reference: each is on his team's roster of the tournament and in the match. */
  async #lineup(
    match: StoredMatch,
    ids: ReadonlyMap<string, number>,
    players: readonly GamePlayer[],
  ): Promise<Map<string, number>> {
    const rows = players.map(({ ref, side }) => ({
      ref,
      player_id: ids.get(ref)!,
      team_id: side === 'home' ? match.homeId : match.awayId,
    }));
    const lineup = await this.em.execute<{ ref: string; id: number }[]>(
      `with given as (
         select * from jsonb_to_recordset(?::jsonb) as g (ref text, player_id int, team_id int)
       ), rosters as (
         insert into player_team_tournament (player_id, team_id, tournament_id)
         select player_id, team_id, ? from given
         on conflict (player_id, tournament_id) do update set team_id = excluded.team_id
         returning id, player_id
       ), lineup as (
         insert into player_match (player_team_tournament_id, match_id, team_id)
         select r.id, ?, g.team_id from rosters r join given g using (player_id)
         on conflict (match_id, player_team_tournament_id) do update set team_id = excluded.team_id
         returning id, player_team_tournament_id
       )
       select g.ref, l.id from lineup l
       join rosters r on r.id = l.player_team_tournament_id
       join given g on g.player_id = r.player_id`,
      [JSON.stringify(rows), match.tournamentId, match.id],
    );
    return new Map(lineup.map(({ ref, id }) => [ref, id]));
  }
}

function playColumns(
  play: GamePlay,
  number: number,
  match: StoredMatch,
  lineup: ReadonlyMap<string, number>,
): Record<string, unknown> {
  const { players, credits } = play;
  return {
    match_id: match.id,
    event_number: number,
    event_qtr: play.quarter,
    game_clock: play.clock,
    offense_team: play.offence === null ? null : play.offence === 'home' ? match.homeId : match.awayId,
    event_down: play.down,
    event_distance: play.distance,
    ball_on: play.from,
    ball_moved_to: play.to,
    distance_on_offence: play.yards,
    play_type: play.type,
    play_result: play.result,
    score_result: play.score,
    is_fumble: play.fumble,
    first_downs: play.firstDowns,
    credits: credits.length === 0 ? null : credits.map((credit) => ({ ...credit, player: lineup.get(credit.player) })),
    ...Object.fromEntries(
      Object.entries(players).map(([role, ref]) => [COLUMN_OF_ROLE[role as PlayRole], lineup.get(ref) ?? null]),
    ),
  };
}
