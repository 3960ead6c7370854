import { type ArgumentMetadata, type Type, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { ValidationFailed } from './statsboards.errors.js';
import type { FieldProblem } from './statsboards.schema.js';

/** Queries of one class that are remembered, and the longest one of them. */
const MAX_KNOWN = 500;
const LONGEST_KNOWN = 300;

/** Leaves what is in the path to the pipes that know how it is written. */
class StatsboardsPipe extends ValidationPipe {
  /** Queries that were found good, by class. Clients ask the same again and again, and checking costs more than asking. */
  readonly #known = new Map<unknown, Map<string, object>>();

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'param') return value;
    if (metadata.type !== 'query' || metadata.data !== undefined)
      return super.transform(value, metadata) as Promise<unknown>;
    const asked = JSON.stringify(value);
    const known = this.#of(metadata.metatype);
    const before = known.get(asked);
    if (before) return before;
    const checked = (await super.transform(value, metadata)) as object;
    if (asked.length <= LONGEST_KNOWN) {
      if (known.size >= MAX_KNOWN) known.clear();
      known.set(asked, Object.freeze(checked));
    }
    return checked;
  }

  #of(type: unknown): Map<string, object> {
    let known = this.#known.get(type);
    if (!known) this.#known.set(type, (known = new Map()));
    return known;
  }
}

/**
 * Reads bodies and queries into their class. Fields the class does not know are dropped; what is wrong is told field by
 * field. `type` names the class where the parameter's own type does not.
 */
export const statsboardsPipe = (type?: Type): ValidationPipe => (type ? pipe(type) : (usual ??= pipe()));

let usual: ValidationPipe | undefined;

const pipe = (type?: Type): ValidationPipe =>
  new StatsboardsPipe({
    transform: true,
    whitelist: true,
    stopAtFirstError: true,
    validationError: { target: false },
    exceptionFactory: (errors: ValidationError[]) => new ValidationFailed(problemsOf(errors)),
    ...(type ? { expectedType: type } : {}),
  });

function problemsOf(errors: readonly ValidationError[], parent = ''): FieldProblem[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const field = `${parent}${property}`;
    const message = Object.values(constraints ?? {})[0];
    return [
      ...(message === undefined ? [] : [{ field, message: parent + message }]),
      ...problemsOf(children ?? [], `${field}.`),
    ];
  });
}
