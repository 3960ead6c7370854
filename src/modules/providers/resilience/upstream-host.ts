import { MalformedAnswer } from '../answers/json-value.js';
import type { LeaveOut } from '../answers/readable-rows.js';
import type { UpstreamBudget } from '../upstream-budget.js';
import { type UpstreamCall, UpstreamFailure, type UpstreamFailureKind } from '../upstream.js';
import { CallQueue, QueueFull, type QueueOptions } from './call-queue.js';
import { Circuit, CircuitOpen, TRIAL_UNDER_WAY, type Verdict } from './circuit.js';
import { JsonTransport } from './json-transport.js';
import { retryPolicy, type RetryOptions } from './retry-policy.js';
import { SingleFlight } from './single-flight.js';
import { EndpointMeter, type UpstreamMetrics } from './upstream-metrics.js';

export interface Endpoint {
  /** Below the base address, with a leading slash. */
  path: string;
  /** Statuses from 500 that are this endpoint's way of saying no: not tried again, not held against it. */
  ownStatuses?: readonly number[];
}

export interface HostOptions extends QueueOptions {
  provider: string;
  baseUrl: string;
  /** For a request with its retries, from its turn on. */
  timeoutMs: number;
  breakerPauseMs: number;
  retry: RetryOptions;
  /** How long to pause after status 429 without `Retry-After`; without it, it is tried again like other failures. */
  pauseAfter429Ms?: number;
  maxAnswerBytes: number;
  /** Told when an endpoint is left alone because it keeps failing, and when it works again. */
  onCircuit?: (provider: string, endpoint: string, state: 'open' | 'closed') => void;
  /** Shown every answer before it is read. */
  onAnswer?: (endpoint: string, answer: unknown) => void;
}

export interface HostCall<T> {
  endpoint: Endpoint;
  query: Readonly<Record<string, string>>;
  /** Makes the result of an answer. @throws MalformedAnswer */
  read: (answer: unknown, leaveOut: LeaveOut) => T;
}

/** What is kept of one endpoint. */
interface Lane {
  circuit: Circuit;
  meter: EndpointMeter;
  /** How the last request failed. */
  lastFailure?: UpstreamFailureKind;
}

/** Too little time for a request to be worth sending. */
const LEAST_TIME_MS = 20;

/**
 * All calls to one provider. From the outside in: identical calls share one; a failed request is tried again; calls wait
 * for their turn; an endpoint in trouble is left alone; one answer is awaited for a bounded time.
 */
export class UpstreamHost {
  readonly #transport: JsonTransport;
  readonly #queue: CallQueue;
  readonly #flights = new SingleFlight();
  readonly #lanes = new Map<string, Lane>();

  constructor(
    private readonly options: HostOptions,
    metrics: UpstreamMetrics,
  ) {
    const { provider, baseUrl, concurrency, maxAnswerBytes } = options;
    this.#transport = new JsonTransport({ provider, baseUrl, maxAnswerBytes, connections: concurrency });
    this.#queue = new CallQueue(options);
    metrics.register(provider, () => ({
      running: this.#queue.running,
      waiting: this.#queue.waiting,
      endpoints: [...this.#lanes].map(([path, { meter, circuit }]) => meter.figures(path, circuit.state)),
    }));
  }

  /** @throws UpstreamFailure and nothing else. */
  async call<T>({ endpoint, query, read }: HostCall<T>, { signal, budget }: UpstreamCall): Promise<T> {
    const { path } = endpoint;
    const lane = this.#laneOf(endpoint);
    const { meter } = lane;
    const key = `${path}?${new URLSearchParams(query).toString()}`;
    meter.calls++;
    try {
      signal.throwIfAborted();
      if (this.#flights.isUnderWay(key)) meter.joined++;
      else if (budget && !budget.take()) throw this.#failure('exhausted-budget', path, 'no request left');
      return await this.#flights.join(key, signal, (shared) =>
        this.#ask({ endpoint, query, read }, lane, shared, budget),
      );
    } catch (error) {
      // Aborted by a timeout of the caller, the time there was for the work is used up.
      const timedOut = signal.aborted && (signal.reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
      const failure = signal.aborted ? this.#failure(timedOut ? 'exhausted-budget' : 'aborted', path) : error;
      if (failure instanceof UpstreamFailure && isRefusal(failure)) meter.failed(failure.kind);
      throw failure;
    }
  }

  async close(): Promise<void> {
    this.#flights.endAll(new DOMException('the program stops', 'AbortError'));
    await this.#transport.close();
  }

  /** The request with its retries. `budget` has paid for the first. */
  async #ask<T>(call: HostCall<T>, lane: Lane, signal: AbortSignal, budget: UpstreamBudget | undefined): Promise<T> {
    const { circuit, meter } = lane;
    let endsAt = 0;
    const mayRetry = (failure: UpstreamFailure): boolean =>
      !ownAnswer(failure, call.endpoint) && Date.now() < endsAt - LEAST_TIME_MS && (budget ? budget.take() : true);
    const request = async (attempt: number): Promise<T> => {
      if (attempt > 0) meter.retries++;
      for (;;) {
        await circuit.ready(signal);
        const result = await this.#queue.run(() => {
          endsAt ||= Date.now() + this.options.timeoutMs;
          return circuit.run(() => this.#send(call, lane, signal, endsAt - Date.now()));
        }, signal);
        if (result !== TRIAL_UNDER_WAY) return result;
      }
    };
    try {
      return await retryPolicy(this.options.retry, mayRetry).execute(({ attempt }) => request(attempt), signal);
    } catch (error) {
      throw this.#refusal(error, call.endpoint.path, lane, signal);
    }
  }

  async #send<T>(
    { endpoint, query, read }: HostCall<T>,
    lane: Lane,
    signal: AbortSignal,
    timeoutMs: number,
  ): Promise<T> {
    const { meter } = lane;
    const startedAt = performance.now();
    meter.requests++;
    try {
      const request = { endpoint: endpoint.path, query, signal, timeoutMs: Math.max(timeoutMs, LEAST_TIME_MS) };
      const answer = await this.#transport.get(request);
      this.options.onAnswer?.(endpoint.path, answer);
      return read(answer, () => meter.rowsLeftOut++);
    } catch (error) {
      const failure =
        error instanceof MalformedAnswer ? this.#failure('malformed', endpoint.path, error.message) : error;
      if (failure instanceof UpstreamFailure) {
        if (failure.kind !== 'aborted') {
          meter.failed(failure.kind);
          lane.lastFailure = failure.kind;
        }
        this.#obey(failure, lane.circuit);
      }
      throw failure;
    } finally {
      meter.latency.add(performance.now() - startedAt);
    }
  }

  /** Leaves the endpoint alone for as long as it asks. */
  #obey({ detail }: UpstreamFailure, circuit: Circuit): void {
    const pause = detail.retryAfterMs ?? (detail.status === 429 ? this.options.pauseAfter429Ms : undefined);
    if (pause) circuit.pause(pause);
  }

  #refusal(error: unknown, path: string, { lastFailure: after }: Lane, signal: AbortSignal): unknown {
    if (error instanceof CircuitOpen) {
      const detail = { retryAfterMs: error.remainingMs, ...(after && { after }) };
      return new UpstreamFailure('open-circuit', this.options.provider, path, detail);
    }
    if (error instanceof QueueFull) return this.#failure('exhausted-budget', path, 'too many calls wait');
    return signal.aborted && !(error instanceof UpstreamFailure) ? this.#failure('aborted', path) : error;
  }

  #failure(kind: UpstreamFailure['kind'], path: string, what?: string): UpstreamFailure {
    return new UpstreamFailure(kind, this.options.provider, path, what === undefined ? {} : { what });
  }

  #laneOf(endpoint: Endpoint): Lane {
    let lane = this.#lanes.get(endpoint.path);
    if (!lane) {
      const { provider, breakerPauseMs: pauseMs, onCircuit } = this.options;
      const circuit = new Circuit({
        pauseMs,
        verdict: (error) => verdictOn(error, endpoint),
        onChange: (state) => onCircuit?.(provider, endpoint.path, state),
      });
      lane = { circuit, meter: new EndpointMeter() };
      this.#lanes.set(endpoint.path, lane);
    }
    return lane;
  }
}

/** Failures of calls for which no request was sent, or whose request goes on for others. */
function isRefusal({ kind }: UpstreamFailure): boolean {
  return kind === 'open-circuit' || kind === 'exhausted-budget' || kind === 'aborted';
}

function ownAnswer({ detail }: UpstreamFailure, { ownStatuses = [] }: Endpoint): boolean {
  return detail.status !== undefined && ownStatuses.includes(detail.status);
}

function verdictOn(error: unknown, endpoint: Endpoint): Verdict {
  if (!(error instanceof UpstreamFailure) || error.kind === 'aborted') return 'unknown';
  if (error.kind !== 'status') return 'trouble';
  return error.retryable && !ownAnswer(error, endpoint) ? 'trouble' : 'works';
}
