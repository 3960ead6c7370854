import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DEMO_SOURCE } from '#core/season/demo-seasons.js';

/** A match of the demo by its external id, with what its simulation follows from. */
export interface DemoGame {
  externalId: string;
  seed: string;
  tournamentId: number;
  homeId: number;
  score: { home: number; away: number } | null;
  hasPlays: boolean;
}

export interface DemoPlayer {
  id: number;
  teamId: number;
  position: string;
  firstName: string;
  lastName: string;
}

/** Reference of a player within the demo. */
export const playerRef = (playerId: number): string => `player ${playerId}`;

@Injectable()
export class DemoGamesRepository {
  constructor(private readonly em: EntityManager) {}

  /** Undefined for a match that is not the demo's. */
  async find(matchId: number): Promise<DemoGame | undefined> {
    const [found] = await this.em.execute<DemoGame[]>(
      `select r.external_id as "externalId", d.external_id as seed, m.tournament_id as "tournamentId",
              m.team_a_id as "homeId",
              case when m.status = 'finished' then jsonb_build_object('home', m.score_home, 'away', m.score_away) end as score,
              exists (select from football_event e where e.match_id = m.id) as "hasPlays"
       from external_ref r
       join external_ref d on d.source = r.source and d.kind = 'demo'
       join match m on m.id = r.internal_id
       where r.source = ? and r.kind = 'match' and r.internal_id = ?`,
      [DEMO_SOURCE, matchId],
    );
    return found;
  }

  /** The match of this competition that was finished last. */
  async findLatest(competition: string): Promise<number | undefined> {
    const [found] = await this.em.execute<{ id: number }[]>(
      `select m.id from external_ref r join match m on m.id = r.internal_id
       where r.source = ? and r.kind = 'match' and r.external_id like ? and m.status = 'finished'
       order by m.kickoff_at desc, m.id limit 1`,
      [DEMO_SOURCE, `${competition}:%`],
    );
    return found?.id;
  }

  /** Both teams' players with their positions, each position in the order of its depth chart. */
  async listPlayers(matchId: number): Promise<DemoPlayer[]> {
    return this.em.execute<DemoPlayer[]>(
      `select r.player_id as id, r.team_id as "teamId", coalesce(o.title, '') as position,
              p.first_name as "firstName", p.second_name as "lastName"
       from match m
       join player_team_tournament r on r.tournament_id = m.tournament_id and r.team_id in (m.team_a_id, m.team_b_id)
       join player y on y.id = r.player_id
       join person p on p.id = y.person_id
       left join position o on o.id = r.position_id
       where m.id = ? order by r.id`,
      [matchId],
    );
  }

  async nameReferences(playerIds: readonly number[]): Promise<void> {
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id)
       select ?, 'player', p.ref, p.id from jsonb_to_recordset(?::jsonb) as p (ref text, id int)
       on conflict do nothing`,
      [DEMO_SOURCE, JSON.stringify(playerIds.map((id) => ({ id, ref: playerRef(id) })))],
    );
  }

  /** Gives the players of a match the numbers and positions they have in the tournament. */
  async dressPlayers(matchId: number): Promise<void> {
    await this.em.execute(
      `update player_match l set match_number = r.player_number, match_position_id = r.position_id
       from player_team_tournament r where r.id = l.player_team_tournament_id and l.match_id = ?`,
      [matchId],
    );
  }

  /** The match that is replayed again and again, and the version up to which its journal may be forgotten. */
  async findLive(): Promise<{ matchId: number; version: number } | undefined> {
    const [found] = await this.em.execute<{ matchId: number; version: number }[]>(
      `select r.internal_id as "matchId", r.digest::int as version
       from external_ref r join match m on m.id = r.internal_id
       where r.source = ? and r.kind = 'live'`,
      [DEMO_SOURCE],
    );
    return found;
  }

  async setLive(matchId: number, version: number): Promise<void> {
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id, digest) values (?, 'live', 'match', ?, ?)
       on conflict (source, kind, external_id)
       do update set internal_id = excluded.internal_id, digest = excluded.digest`,
      [DEMO_SOURCE, matchId, String(version)],
    );
  }
}
