import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { nameOf, type ResourceKey, type StoredResource, UNKNOWN_RESOURCE } from './resource.js';

interface Row {
  source: string;
  kind: ResourceKey['kind'];
  id: string;
  fetchedAt: number | null;
  freshUntil: number | null;
  failedAt: number | null;
  data: unknown;
}

const MILLISECONDS = (column: string): string => `extract(epoch from r.${column})::float8 * 1000`;

/** What is known of resources, by key. */
export class KnownResources {
  readonly #rows: ReadonlyMap<string, StoredResource>;

  constructor(rows: Iterable<readonly [string, StoredResource]>) {
    this.#rows = new Map(rows);
  }

  of(key: ResourceKey): StoredResource {
    return this.#rows.get(nameOf(key)) ?? UNKNOWN_RESOURCE;
  }
}

@Injectable()
export class ResourcesRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs work that belongs to no request. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** One statement. */
  async find(keys: readonly ResourceKey[]): Promise<KnownResources> {
    if (keys.length === 0) return new KnownResources([]);
    const rows = await this.em.execute<Row[]>(
      `select r.source, r.kind, r.external_id as id, ${MILLISECONDS('fetched_at')} as "fetchedAt",
              ${MILLISECONDS('fresh_until')} as "freshUntil", ${MILLISECONDS('failed_at')} as "failedAt", r.data
       from provider_resource r
       join jsonb_to_recordset(?::jsonb) k (source text, kind text, id text)
         on r.source = k.source and r.kind = k.kind and r.external_id = k.id`,
      [JSON.stringify(keys)],
    );
    return new KnownResources(rows.map(({ source, kind, id, ...rest }) => [nameOf({ source, kind, id }), rest]));
  }

  async store({ source, kind, id }: ResourceKey, at: number, freshUntil: number, data: unknown): Promise<void> {
    await this.em.execute(
      `insert into provider_resource (source, kind, external_id, fetched_at, fresh_until, failed_at, data)
       values (?, ?, ?, to_timestamp(?::float8 / 1000), to_timestamp(?::float8 / 1000), null, ?::jsonb)
       on conflict (source, kind, external_id) do update
       set fetched_at = excluded.fetched_at, fresh_until = excluded.fresh_until, failed_at = null, data = excluded.data`,
      [source, kind, id, at, freshUntil, JSON.stringify(data ?? null)],
    );
  }

  async storeFailure({ source, kind, id }: ResourceKey, at: number): Promise<void> {
    await this.em.execute(
      `insert into provider_resource (source, kind, external_id, failed_at)
       values (?, ?, ?, to_timestamp(?::float8 / 1000))
       on conflict (source, kind, external_id) do update set failed_at = excluded.failed_at`,
      [source, kind, id, at],
    );
  }
}
