import { Agent, type Dispatcher, request } from 'undici';
import { UpstreamFailure, type UpstreamFailureKind } from '../upstream.js';
import { readRetryAfter } from './retry-after.js';

export interface TransportOptions {
  /** Named in failures. */
  provider: string;
  /** Without a trailing slash. May hold a key: it appears in no message. */
  baseUrl: string;
  /** Most connections at a time. */
  connections: number;
  /** Longest answer, in bytes. */
  maxAnswerBytes: number;
}

export interface TransportRequest {
  /** Path below the base address; names the endpoint in failures. */
  endpoint: string;
  query: Readonly<Record<string, string>>;
  /** Ends the request with a failure of kind `aborted`. */
  signal: AbortSignal;
  /** For the whole answer. */
  timeoutMs: number;
}

const CONNECT_TIMEOUT_MS = 3_000;
const KEEP_ALIVE_MS = 10_000;
const MAX_REDIRECTS = 2;

/**
 * GET requests for JSON on connections of its own. Redirects are followed on the same host only: another host was not
 * configured, and the address may hold a key.
 */
export class JsonTransport {
  readonly #agent: Agent;
  readonly #origin: string;

  constructor(private readonly options: TransportOptions) {
    this.#origin = new URL(options.baseUrl).origin;
    this.#agent = new Agent({
      connections: options.connections,
      pipelining: 1,
      allowH2: false,
      maxResponseSize: options.maxAnswerBytes,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: 2 * KEEP_ALIVE_MS,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /**
   * The parsed answer; undefined for an empty one.
   * @throws UpstreamFailure of kind timeout, unreachable, status, malformed or aborted.
   */
  async get({ endpoint, query, signal, timeoutMs }: TransportRequest): Promise<unknown> {
    const url = new URL(`${this.options.baseUrl}${endpoint}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const startedAt = performance.now();
    const ending = new AbortController();
    const leave = (): void => ending.abort();
    const timer = setTimeout(leave, timeoutMs);
    signal.addEventListener('abort', leave, { once: true });
    try {
      if (signal.aborted) throw this.#failure(endpoint, 'aborted');
      return await this.#fetch(url, endpoint, ending.signal);
    } catch (error) {
      if (error instanceof UpstreamFailure) throw error;
      if (!ending.signal.aborted) throw this.#failure(endpoint, ...reasonOf(error));
      // A caller that leaves after most of the time has seen an upstream that does not answer.
      const late = performance.now() - startedAt >= timeoutMs / 2;
      throw this.#failure(endpoint, late ? 'timeout' : 'aborted');
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
    }
  }

  /** Ends all requests and closes all connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #fetch(url: URL, endpoint: string, signal: AbortSignal, redirects = 0): Promise<unknown> {
    const answer = await request(url, {
      dispatcher: this.#agent,
      signal,
      headers: { accept: 'application/json', 'user-agent': 'touchline' },
    });
    const { statusCode: status, headers, body } = answer;
    if (status >= 200 && status < 300) {
      const written = await body.text();
      try {
        return written.trim() === '' ? undefined : (JSON.parse(written) as unknown);
      } catch {
        // The parser's message would quote the answer.
        throw this.#failure(endpoint, 'malformed', 'the answer is not JSON');
      }
    }
    await body.dump({ limit: 64 * 1024, signal });
    if (status >= 300 && status < 400 && redirects < MAX_REDIRECTS) {
      const next = this.#sameHost(headers, url);
      if (next) return this.#fetch(next, endpoint, signal, redirects + 1);
    }
    const retryAfterMs = readRetryAfter(headers['retry-after'], Date.now());
    throw new UpstreamFailure('status', this.options.provider, endpoint, {
      status,
      ...(retryAfterMs !== null && { retryAfterMs }),
    });
  }

  #failure(endpoint: string, kind: UpstreamFailureKind, what?: string): UpstreamFailure {
    return new UpstreamFailure(kind, this.options.provider, endpoint, what === undefined ? {} : { what });
  }

  #sameHost(headers: Dispatcher.ResponseData['headers'], from: URL): URL | null {
    const location = headers['location'];
    if (typeof location !== 'string' || !URL.canParse(location, from.href)) return null;
    const next = new URL(location, from.href);
    return next.origin === this.#origin ? next : null;
  }
}

/** What an error of undici or of the operating system means. Codes tell enough; messages could hold addresses. */
function reasonOf(error: unknown): [UpstreamFailureKind, string] {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') return ['malformed', 'the answer is too long'];
  return ['unreachable', `no connection (${code})`];
}
