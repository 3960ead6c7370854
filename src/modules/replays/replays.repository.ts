import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MatchStatus } from '#core/kernel/match-status.js';
import { keyOf } from '#platform/database/session-lock.js';

/** A replay's own row among the external references: the id is that of its match, the digest what it replays. */
const MARK = { source: 'replay', kind: 'match' };

export interface SourceMatch {
  id: number;
  homeId: number;
  awayId: number;
  home: string;
  away: string;
  status: MatchStatus;
  venue: string | null;
  scoreHome: number | null;
  scoreAway: number | null;
  fieldLength: number | null;
  clockSeconds: number | null;
}

/** The lock that the process which plays a replay holds. */
export const replayLock = (matchId: number): string => `touchline replay ${matchId}`;

@Injectable()
export class ReplaysRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs work that belongs to no request. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  async findSource(matchId: number): Promise<SourceMatch | undefined> {
    const [found] = await this.em.execute<SourceMatch[]>(
      `select m.id, m.team_a_id as "homeId", m.team_b_id as "awayId", a.title as home, b.title as away, m.status, m.venue,
              m.score_home as "scoreHome", m.score_away as "scoreAway", d.field_length as "fieldLength",
              c.gameclock_max as "clockSeconds"
       from match m join team a on a.id = m.team_a_id join team b on b.id = m.team_b_id
       left join matchdata d on d.match_id = m.id left join gameclock c on c.match_id = m.id
       where m.id = ?`,
      [matchId],
    );
    return found;
  }

  async mark(matchId: number, sourceId: number, keep: boolean): Promise<void> {
    await this.em.execute(
      'insert into external_ref (source, kind, external_id, internal_id, digest) values (?, ?, ?, ?, ?)',
      [MARK.source, MARK.kind, String(matchId), matchId, `${keep ? 'kept' : 'temporary'} ${sourceId}`],
    );
  }

  /** The match that a replay replays; undefined when it is no replay. */
  async sourceOf(matchId: number): Promise<number | undefined> {
    const [found] = await this.em.execute<{ digest: string }[]>(
      'select digest from external_ref where source = ? and kind = ? and external_id = ?',
      [MARK.source, MARK.kind, String(matchId)],
    );
    return found && Number(found.digest.split(' ')[1]);
  }

  /** Temporary replays that no process plays. */
  async listLeftOver(): Promise<number[]> {
    const marked = await this.em.execute<{ id: number }[]>(
      `select internal_id as id from external_ref where source = ? and kind = ? and digest like 'temporary %' order by 1`,
      [MARK.source, MARK.kind],
    );
    return marked.map(({ id }) => id);
  }

  /** Puts the players of one match on the roster of another between the same teams. */
  async copyRoster(fromId: number, toId: number): Promise<void> {
    await this.em.execute(
      `insert into player_match (match_id, player_team_tournament_id, team_id, match_number, match_position_id, is_start,
                                 is_starting, starting_type)
       select ?, player_team_tournament_id, team_id, match_number, match_position_id, is_start, is_starting, starting_type
       from player_match where match_id = ? order by id`,
      [toId, fromId],
    );
  }

  /** Which player of the one match is which of the other; whoever was taken from the roster has no entry. */
  async playersBetween(fromId: number, toId: number): Promise<Map<number, number>> {
    const pairs = await this.em.execute<{ source: number; copy: number }[]>(
      `with numbered as (
         select id, match_id, team_id, player_team_tournament_id as membership,
                row_number() over (partition by match_id, team_id, player_team_tournament_id order by id) as nth
         from player_match where match_id in (?, ?)
       )
       select s.id as source, c.id as copy from numbered s join numbered c
         on c.team_id = s.team_id and c.membership is not distinct from s.membership and c.nth = s.nth
       where s.match_id = ? and c.match_id = ?`,
      [fromId, toId, fromId, toId],
    );
    return new Map(pairs.map(({ source, copy }) => [source, copy]));
  }

  async setStatus(matchId: number, status: MatchStatus): Promise<void> {
    await this.em.execute('update match set status = ? where id = ? and status <> ?', [status, matchId, status]);
  }

  /** Says that the match begins now, at nothing to nothing. */
  async kickOff(matchId: number): Promise<void> {
    await this.em.execute(
      `update match set match_date = now(), score_home = 0, score_away = 0, half_time_home = null, half_time_away = null
       where id = ?`,
      [matchId],
    );
  }

  async setHalfTime(matchId: number, home: number, away: number): Promise<void> {
    await this.em.execute('update match set half_time_home = ?, half_time_away = ? where id = ?', [
      home,
      away,
      matchId,
    ]);
  }

  async deletePlays(matchId: number): Promise<void> {
    await this.em.execute('delete from football_event where match_id = ?', [matchId]);
  }

  async lastVersion(matchId: number): Promise<number> {
    const [found] = await this.em.execute<{ version: number }[]>('select version from match where id = ?', [matchId]);
    return found?.version ?? 0;
  }

  /** Forgets what the journal says of a match up to a version. Who resumes from before it is given a snapshot. */
  async forgetJournal(matchId: number, version: number): Promise<void> {
    await this.em.execute('delete from match_journal where match_id = ? and version <= ?', [matchId, version]);
  }

  /** Takes a replay away, with its journal but for the deletion itself. False when a process plays it. */
  async remove(matchId: number): Promise<boolean> {
    return this.em.transactional(async () => {
      const [{ free }] = await this.em.execute<[{ free: boolean }]>(
        `select pg_try_advisory_xact_lock(${keyOf('?')}) as free`,
        [replayLock(matchId)],
      );
      if (!free) return false;
      await this.deletePlays(matchId);
      await this.em.execute('delete from match where id = ?', [matchId]);
      await this.em.execute(`delete from match_journal where match_id = ? and (entity, op) <> ('match', 'delete')`, [
        matchId,
      ]);
      await this.em.execute('delete from external_ref where source = ? and kind = ? and external_id = ?', [
        MARK.source,
        MARK.kind,
        String(matchId),
      ]);
      return true;
    });
  }
}
