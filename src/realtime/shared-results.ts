import type { FormattedExecutionResult } from 'graphql';

/**
 * Results of subscriptions, made once per distinct (event, operation, variables, scope) and kept as the bytes that go
 * on the wire. However many clients asked the same, execution and encoding happen once.
 */
export class SharedResults {
  readonly #results = new WeakMap<object, Map<string, Promise<Buffer>>>();
  #executions = 0;

  /** Executions since the start, for tests and metrics. */
  get executions(): number {
    return this.#executions;
  }

  get(event: object, key: string, execute: () => Promise<FormattedExecutionResult>): Promise<Buffer> {
    let byKey = this.#results.get(event);
    if (!byKey) this.#results.set(event, (byKey = new Map()));
    let encoded = byKey.get(key);
    if (!encoded) {
      this.#executions++;
      encoded = execute().then((result) => Buffer.from(JSON.stringify(result)));
      byKey.set(key, encoded);
    }
    return encoded;
  }
}
