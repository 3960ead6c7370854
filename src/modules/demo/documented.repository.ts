import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { DEMO_SOURCE } from '#core/season/demo-seasons.js';
import { type DocumentedId, PROVIDER_SOURCE, SOCCER_PREFIXES } from './documented-ids.js';

/** Gives simulated things the ids of the contracts' examples. */
@Injectable()
export class DocumentedRepository {
  constructor(private readonly em: EntityManager) {}

  /** Whether the provider, now or once, has brought competitions of its own, which those ids belong to. */
  async hasProviderData(): Promise<boolean> {
    const [{ any }] = await this.em.execute<[{ any: boolean }]>(
      `select exists (
         select from external_ref p join tournament t on t.id = p.internal_id
         where p.source = ? and p.kind = 'tournament' and not exists (
           select from external_ref d where d.source = ? and d.kind = p.kind and d.internal_id = p.internal_id)
       ) as any`,
      [PROVIDER_SOURCE, DEMO_SOURCE],
    );
    return any;
  }

  /** Does nothing the second time, nor for what does not exist, nor with an id that stands for something else. */
  async assign(ids: readonly DocumentedId[]): Promise<void> {
    await this.em.transactional(async (em) => {
      for (const { kind, demoId, providerId, badgeUrl } of ids) {
        const [row] = await em.execute<{ id: number }[]>(
          `select internal_id as id from external_ref where source = ? and kind = ? and external_id = ?`,
          [DEMO_SOURCE, kind, demoId],
        );
        if (!row) continue;
        await em.execute(
          `insert into external_ref (source, kind, external_id, internal_id) values (?, ?, ?, ?)
           on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id
           where not exists (select from ${kind} t where t.id = external_ref.internal_id)`,
          [PROVIDER_SOURCE, kind, providerId, row.id],
        );
        if (kind === 'match') {
          await em.execute(
            `update match set public_id = ? where id = ? and not exists (select from match where public_id = ?)`,
            [providerId, row.id, providerId],
          );
        }
        if (badgeUrl !== undefined) {
          await em.execute(`update team set team_logo_url = ? where id = ? and coalesce(team_logo_url, '') = ''`, [
            badgeUrl,
            row.id,
          ]);
        }
      }
    });
  }

  /**
   * Takes all simulated soccer away with its matches and with the teams nobody else plays against. Does nothing
   * when there are none.
   */
  async withdraw(): Promise<void> {
    await this.em.transactional(async (em) => {
      const idle = 'and not exists (select from match m where m.team_a_id = t.id or m.team_b_id = t.id)';
      for (const kind of ['tournament', 'team', 'competition'] as const) {
        for (const prefix of SOCCER_PREFIXES[kind]) {
          await em.execute(
            `delete from ${kind} t using external_ref d
             where d.source = ? and d.kind = ? and starts_with(d.external_id, ?) and t.id = d.internal_id
               ${kind === 'team' ? idle : ''}`,
            [DEMO_SOURCE, kind, prefix],
          );
        }
      }
      await em.execute(
        `delete from external_ref p where p.source = ? and exists (
           select from external_ref d where d.source = ? and d.kind = p.kind and d.internal_id = p.internal_id)`,
        [PROVIDER_SOURCE, DEMO_SOURCE],
      );
      const prefixes = Object.values(SOCCER_PREFIXES).flat();
      for (const prefix of prefixes) {
        await em.execute('delete from external_ref where source = ? and starts_with(external_id, ?)', [
          DEMO_SOURCE,
          prefix,
        ]);
      }
    });
  }
}
