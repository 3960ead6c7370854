/** The seven ways a request can fail. Every transport maps each of them exhaustively to its own status. */
export type ErrorKind =
  'not-found' | 'conflict' | 'invalid' | 'forbidden' | 'unauthenticated' | 'exhausted' | 'unavailable';

export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * What services throw. `kind` decides the status in each dialect, `code` is stable and machine-readable
 * (SCREAMING_SNAKE_CASE), `params` carries what a client needs to correct the request.
 */
export abstract class DomainError extends Error {
  abstract readonly kind: ErrorKind;

  constructor(
    readonly code: string,
    message: string,
    readonly params: ErrorParams = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** A named thing does not exist. */
export class NotFound extends DomainError {
  readonly kind = 'not-found';

  constructor(what: string, id: string | number) {
    super(`${what.toUpperCase().replace(/\W+/g, '_')}_NOT_FOUND`, `${what} ${id} does not exist`, { id });
  }
}

/** The request is understood but its values are not acceptable. `field` names the argument at fault. */
export class Invalid extends DomainError {
  readonly kind = 'invalid';

  constructor(field: string, message: string, code = 'INVALID_ARGUMENT') {
    super(code, message, { field });
  }
}

/** What is asked for contradicts what is stored: a duplicate, or a reference to something that does not exist. */
export class Conflict extends DomainError {
  readonly kind = 'conflict';
}

/** Nobody is known to be asking, and somebody must be. */
export class Unauthenticated extends DomainError {
  readonly kind = 'unauthenticated';
}

/** Whoever asks is known and may not do this. */
export class Forbidden extends DomainError {
  readonly kind = 'forbidden';
}

/** Too much is asked for at once. `retryAfterSeconds` says when to try again. */
export class Exhausted extends DomainError {
  readonly kind = 'exhausted';

  constructor(code: string, message: string, retryAfterSeconds: number) {
    super(code, message, { retryAfterSeconds });
  }
}

/** Something needed to answer is down or not ready; trying again later may work. */
export class Unavailable extends DomainError {
  readonly kind = 'unavailable';
}
