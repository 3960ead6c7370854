import { bootApp, type TestApp } from '../../support/app.js';
import type { TestDatabase } from '../../support/database.js';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

export interface CallOptions {
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form; with files in it as a multipart form. */
  form?: Record<string, string> | FormData;
  token?: string;
  headers?: Record<string, string>;
}

export interface StatsboardsApp extends TestApp {
  /** Calls a route; an answer without a body has undefined. */
  call<T = unknown>(method: string, path: string, options?: CallOptions): Promise<Answer<T>>;
}

/** The whole application with limits that tests do not reach. */
export async function bootStatsboards(
  environment: Record<string, string> = {},
  on?: TestDatabase,
): Promise<StatsboardsApp> {
  const test = await bootApp(
    { LOGIN_ATTEMPTS_PER_MINUTE: '100000', AUTH_SECRET: 'a secret for tests, long enough for anybody', ...environment },
    on,
  );
  return { ...test, call: (method, path, options) => call(test.host, method, path, options) };
}

async function call<T>(
  host: string,
  method: string,
  path: string,
  { body, form, token, headers = {} }: CallOptions = {},
): Promise<Answer<T>> {
  const answer = await fetch(`http://${host}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(form instanceof FormData
      ? { body: form }
      : form
        ? { body: new URLSearchParams(form) }
        : body === undefined
          ? {}
          : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: (text === '' ? undefined : JSON.parse(text)) as T };
}
