import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, type MikroORM, RequestContext } from '@mikro-orm/postgresql';

/** Makes its entity manager when somebody asks for it: many requests are answered without the database. */
class Scope {
  #em: EntityManager | undefined;
  #isMaking = false;

  constructor(private readonly orm: MikroORM) {}

  /** Undefined while it is being made, which asks for it too. */
  get em(): EntityManager | undefined {
    if (!this.#em && !this.#isMaking) {
      this.#isMaking = true;
      this.#em = this.orm.em.fork({ useContext: true, disableContextResolution: true });
    }
    return this.#em;
  }
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs a request with an entity manager of its own. Work in a `RequestContext` inside it has that one's. */
export function inRequestScope<T>(orm: MikroORM, work: () => T): T {
  return scopes.run(new Scope(orm), work);
}

/** For the ORM's option `context`. */
export const currentEntityManager = (name: string): EntityManager | undefined =>
  (RequestContext.getEntityManager(name) as EntityManager | undefined) ?? scopes.getStore()?.em;
