import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Page } from '#core/kernel/page.js';
import { type PlayPosition, type PlayRow, UNNUMBERED } from './play.row.js';
import { PLAYS } from './plays.repository.js';

const NUMBER = `coalesce(e.event_number, ${UNNUMBERED})`;

@Injectable()
export class PlayPagesRepository {
  constructor(private readonly em: EntityManager) {}

  /** The same page of each match's plays, in the order of reading, with one row more when there is one. */
  async list(matchIds: readonly number[], { limit, direction, from }: Page<PlayPosition>): Promise<PlayRow[]> {
    const [order, beyond] = direction === 'forward' ? ['asc', '>'] : ['desc', '<'];
    const start = from === undefined ? '' : `and (${NUMBER}, e.id) ${beyond} (?, ?)`;
    return this.em.execute<PlayRow[]>(
      `select p.* from unnest(array[?]::int[]) with ordinality as m (id, nth)
       cross join lateral (
         select ${PLAYS.select('e')} from football_event e where e.match_id = m.id ${start}
         order by ${NUMBER} ${order}, e.id ${order} limit ?) p
       order by m.nth, coalesce(p."eventNumber", ${UNNUMBERED}) ${order}, p.id ${order}`,
      [matchIds, ...(from === undefined ? [] : [from.number, from.id]), limit + 1],
    );
  }

  async count(matchIds: readonly number[]): Promise<{ matchId: number; count: number }[]> {
    return this.em.execute(
      `select match_id as "matchId", count(*)::int as count from football_event
       where match_id = any(array[?]::int[]) group by match_id`,
      [matchIds],
    );
  }
}
