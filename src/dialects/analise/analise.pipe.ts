import { type ArgumentMetadata, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { LruMap } from '#platform/cache/lru-map.js';
import { InvalidParameters } from './analise.errors.js';

/** Different queries that are remembered, and the longest of them. */
const MOST_QUERIES = 1_000;
const LONGEST_QUERY = 200;

/** Reads the same query once: its parameters have few values, and checking them takes longer than a kept answer. */
class RememberingPipe extends ValidationPipe {
  readonly #sound = new LruMap<string, object>(MOST_QUERIES);

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'query' || !metadata.metatype) return super.transform(value, metadata);
    const key = `${metadata.metatype.name} ${JSON.stringify(value)}`;
    const known = this.#sound.get(key);
    if (known) return known;
    const read: unknown = await super.transform(value, metadata);
    if (key.length <= LONGEST_QUERY && typeof read === 'object' && read !== null) {
      this.#sound.set(key, Object.freeze(read));
    }
    return read;
  }
}

/** Reads query parameters into their class; the messages are the contract's own. */
export const analisePipe = (): ValidationPipe =>
  new RememberingPipe({
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false },
    exceptionFactory: (errors: ValidationError[]) =>
      new InvalidParameters(
        errors.map(({ property, constraints }) => ({
          parametro: property,
          mensagem: Object.values(constraints ?? {})[0] ?? `${property} inválido`,
        })),
      ),
  });
