import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MissingPosition, SharedEntity } from './tournament-move.row.js';

/** A player's entry with a position, and the position of the same title in the other sport. */
export interface PositionChange {
  recordId: number;
  positionId: number;
  title: string;
  newPositionId: number | null;
}

type Member = 'team' | 'player';

/** Pairs of a tournament and who takes part in it. */
const MEMBERS: Record<Member, string> = {
  team: `(select tournament_id, team_id as id from team_tournament
          union select tournament_id, team_a_id from match where tournament_id is not null
          union select tournament_id, team_b_id from match where tournament_id is not null)`,
  player: `(select tournament_id, player_id as id from player_team_tournament
            where tournament_id is not null and player_id is not null)`,
};

/** Positions of one title, in any case, are one; of several the oldest. */
const EQUAL_POSITION = `
  left join lateral (select n.id from position n where n.sport_id = ? and lower(n.title) = lower(p.title)
                     order by n.id limit 1) n on true`;

const ENTRIES: Record<MissingPosition['entity'], { column: string; ofTournaments: string }> = {
  player_team_tournament: { column: 'position_id', ofTournaments: 'e.tournament_id = any(array[?]::int[])' },
  player_match: {
    column: 'match_position_id',
    ofTournaments: 'e.match_id in (select id from match where tournament_id = any(array[?]::int[]))',
  },
};

@Injectable()
export class TournamentMoveRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction. One move at a time: two that share a team would both change it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(async () => {
      await this.em.execute(`select pg_advisory_xact_lock(hashtextextended('touchline: move of a tournament', 0))`);
      return work();
    });
  }

  async sportOf(tournamentId: number): Promise<number | undefined> {
    const rows = await this.em.execute<{ sportId: number }[]>(
      'select sport_id as "sportId" from tournament where id = ? for update',
      [tournamentId],
    );
    return rows.at(0)?.sportId;
  }

  /** Who takes part in any of these tournaments. */
  async members(member: Member, tournamentIds: readonly number[]): Promise<number[]> {
    const rows = await this.em.execute<{ id: number }[]>(
      `select distinct m.id from ${MEMBERS[member]} m where m.tournament_id = any(array[?]::int[]) order by m.id`,
      [tournamentIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Which of these take part in other tournaments of the sport, and in which. */
  async shared(
    member: Member,
    ids: readonly number[],
    sportId: number,
    except: readonly number[],
  ): Promise<SharedEntity[]> {
    if (ids.length === 0) return [];
    return this.em.execute<SharedEntity[]>(
      `select m.id as "entityId", json_agg(m.tournament_id order by m.tournament_id) as "tournamentIds"
       from ${MEMBERS[member]} m join tournament t on t.id = m.tournament_id
       where m.id = any(array[?]::int[]) and t.sport_id = ? and t.id <> all(array[?]::int[])
       group by m.id order by m.id`,
      [ids, sportId, except],
    );
  }

  /** Which of these players are players of the sport as well, by their person, and in which tournaments of it. */
  async playing(playerIds: readonly number[], sportId: number): Promise<SharedEntity[]> {
    if (playerIds.length === 0) return [];
    return this.em.execute<SharedEntity[]>(
      `select p.id as "entityId",
              coalesce(json_agg(m.tournament_id order by m.tournament_id) filter (where m.id is not null), '[]')
                as "tournamentIds"
       from player p join player other on other.person_id = p.person_id and other.sport_id = ? and other.id <> p.id
       left join ${MEMBERS.player} m on m.id = other.id
       where p.id = any(array[?]::int[]) group by p.id order by p.id`,
      [sportId, playerIds],
    );
  }

  /** Entries of these tournaments that have a position, with the position they would have in the other sport. */
  async positionChanges(
    entity: MissingPosition['entity'],
    tournamentIds: readonly number[],
    targetSportId: number,
  ): Promise<PositionChange[]> {
    const { column, ofTournaments } = ENTRIES[entity];
    return this.em.execute<PositionChange[]>(
      `select e.id as "recordId", p.id as "positionId", p.title, n.id as "newPositionId"
       from ${entity} e join position p on p.id = e.${column} ${EQUAL_POSITION}
       where ${ofTournaments} and p.sport_id is distinct from ? order by e.id`,
      [targetSportId, tournamentIds, targetSportId],
    );
  }

  /** The tournaments belong to their competition no more: that is of the old sport. */
  async moveTournaments(ids: readonly number[], sportId: number): Promise<void> {
    await this.em.execute('update tournament set sport_id = ?, competition_id = null where id = any(array[?]::int[])', [
      sportId,
      ids,
    ]);
  }

  async moveMembers(member: Member, ids: readonly number[], sportId: number): Promise<void> {
    if (ids.length === 0) return;
    await this.em.execute(`update ${member} set sport_id = ? where id = any(array[?]::int[])`, [sportId, ids]);
  }

  async changePositions(entity: MissingPosition['entity'], changes: readonly PositionChange[]): Promise<void> {
    if (changes.length === 0) return;
    const { column } = ENTRIES[entity];
    const rows = JSON.stringify(changes.map(({ recordId, newPositionId }) => ({ recordId, newPositionId })));
    await this.em.execute(
      `update ${entity} e set ${column} = c."newPositionId"
       from jsonb_to_recordset(?::jsonb) as c ("recordId" int, "newPositionId" int) where e.id = c."recordId"`,
      [rows],
    );
  }
}
