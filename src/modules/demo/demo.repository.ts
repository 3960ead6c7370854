import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

/** The demo's own row among the external references: `digest` is what was loaded and up to which day, or `loading`. */
const OWN_ROW = { source: 'demo', kind: 'demo' };

@Injectable()
export class DemoRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs work that belongs to no request. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  /** What of this seed's demo was loaded, and up to which day; `loading` when that was cut short, undefined when never. */
  async findState(seed: string): Promise<string | undefined> {
    const rows = await this.em.execute<{ digest: string }[]>(
      'select digest from external_ref where source = ? and kind = ? and external_id = ?',
      [OWN_ROW.source, OWN_ROW.kind, seed],
    );
    return rows[0]?.digest;
  }

  async setState(seed: string, state: string): Promise<void> {
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id, digest) values (?, ?, ?, 0, ?)
       on conflict (source, kind, external_id) do update set digest = excluded.digest`,
      [OWN_ROW.source, OWN_ROW.kind, seed, state],
    );
  }

  async hasMatches(): Promise<boolean> {
    const [{ any }] = await this.em.execute<[{ any: boolean }]>('select exists (select from match) as any');
    return any;
  }

  /** Seasons get a description; the latest that is played is the current one, unless somebody has said otherwise. */
  async dressSeasons(): Promise<void> {
    await this.em.execute(`update season set description = year || ' Season' where coalesce(description, '') = ''`);
    await this.em.execute(
      `update season set iscurrent = true
       where year = (select max(s.year) from season s join tournament t on t.season_id = s.id)
         and not exists (select from season where iscurrent)`,
    );
  }
}
