import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Tables whose rows make a scoreboard. */
const SCOREBOARD_TABLES = ['matchdata', 'scoreboard'];

@Injectable()
export class ScoringRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work with the match locked, so that its scorers come one after the other. */
  withMatchLocked<T>(matchId: number, work: () => Promise<T>): Promise<T> {
    return this.em.transactional(async () => {
      await this.em.execute('select 1 from match where id = ? for no key update', [matchId]);
      return work();
    });
  }

  /** The version at which the scoreboard of a match was last changed; 0 for never. */
  async scoreboardVersion(matchId: number): Promise<number> {
    const [{ version }] = await this.em.execute<[{ version: number }]>(
      `select coalesce(max(version), 0) as version from match_journal
       where match_id = ? and entity = any(array[?]::text[])`,
      [matchId, SCOREBOARD_TABLES],
    );
    return version;
  }
}
