import DataLoader from 'dataloader';
import type { GraphqlContext } from './graphql-context.js';

/** Loads the values of many keys at once. A key without a value is left out of the result. */
type LoadBatch<Key, Value, Args> = (keys: readonly Key[], args: Args) => Promise<ReadonlyMap<Key, Value>>;

/**
 * Collects what the fields of one operation ask for one by one into one call per set of arguments. Belongs to a
 * resolver or loader class and lives as long as it; what it has loaded belongs to the operation's context.
 */
export class BatchLoader<Key, Value, Args extends object | void = void> {
  constructor(private readonly loadBatch: LoadBatch<Key, Value, Args>) {}

  /** The value, or undefined when there is none for this key. */
  load(context: GraphqlContext, key: Key, args: Args): Promise<Value | undefined> {
    return this.loaderFor(context, args).load(key);
  }

  private loaderFor(context: GraphqlContext, args: Args): DataLoader<Key, Value | undefined> {
    let loaders = context.loaders.get(this) as Map<string, DataLoader<Key, Value | undefined>> | undefined;
    if (!loaders) context.loaders.set(this, (loaders = new Map()));
    const sameArgs = JSON.stringify(args ?? null);
    let loader = loaders.get(sameArgs);
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const values = await this.loadBatch(keys, args);
        return keys.map((key) => values.get(key));
      });
      loaders.set(sameArgs, loader);
    }
    return loader;
  }
}
