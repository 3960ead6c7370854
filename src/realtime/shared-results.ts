import type { FormattedExecutionResult } from 'graphql';
import type { Taker } from './outbox.js';

/** One result: its bytes when it is made, and until then who waits for it. */
interface Result {
  encoded: Buffer | undefined;
  waiting: Taker<Buffer>[];
}

type Execute = (event: object) => Promise<FormattedExecutionResult>;

/**
 * Results of subscriptions, made once per distinct (event, operation, variables, scope) and kept as the bytes that go
 * on the wire. However many clients asked the same, execution and encoding happen once.
 */
export class SharedResults {
  readonly #results = new WeakMap<object, Map<string, Result>>();
  #executions = 0;

  /** Executions since the start, for tests and metrics. */
  get executions(): number {
    return this.#executions;
  }

  /** Gives the bytes to the taker: at once when they are there, otherwise to all who wait when they are. */
  take(event: object, key: string, execute: Execute, taker: Taker<Buffer>): void {
    let byKey = this.#results.get(event);
    if (!byKey) this.#results.set(event, (byKey = new Map()));
    const known = byKey.get(key);
    if (known?.encoded) return taker.item(known.encoded);
    if (known) return void known.waiting.push(taker);
    const result: Result = { encoded: undefined, waiting: [taker] };
    byKey.set(key, result);
    this.#executions++;
    const settle = (tell: (waiting: Taker<Buffer>) => void): void => {
      const { waiting } = result;
      result.waiting = [];
      for (const each of waiting) tell(each);
    };
    execute(event).then(
      (made) => {
        const encoded = (result.encoded = Buffer.from(JSON.stringify(made)));
        settle((each) => each.item(encoded));
      },
      (error: unknown) => {
        byKey.delete(key);
        settle((each) => each.end({ error }));
      },
    );
  }
}
