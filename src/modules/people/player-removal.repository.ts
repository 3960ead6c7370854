import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** Takes players away with all they took part in; plays stay, without them. */
@Injectable()
export class PlayerRemovalRepository {
  constructor(private readonly em: EntityManager) {}

  async listPlayerIds(personId: number): Promise<number[]> {
    const rows = await this.em.execute<{ id: number }[]>('select id from player where person_id = ? for update', [
      personId,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Returns how many players there were; their tournaments and places on match rosters go with them. */
  async remove(playerIds: readonly number[]): Promise<number> {
    return this.em.transactional(async (em) => {
      await em.execute(
        `delete from player_match m using player_team_tournament e
         where e.id = m.player_team_tournament_id and e.player_id = any(array[?]::int[])`,
        [playerIds],
      );
      const sql = 'delete from player where id = any(array[?]::int[]) returning id';
      return (await em.execute<object[]>(sql, [playerIds])).length;
    });
  }
}
