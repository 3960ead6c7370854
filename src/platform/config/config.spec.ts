import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError, loadConfig, readEnvironment } from './index.js';
import { variables } from './variables.js';

const example = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8');

function problemsOf(
  environment: Record<string, string>,
): readonly { name: string; given?: string; expected: string }[] {
  try {
    loadConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('.env.example', () => {
  const uncommented = parseEnv(example.replaceAll(/^#([A-Z0-9_]+=)/gm, '$1'));

  it('names exactly the variables that are read', () => {
    expect(Object.keys(uncommented).toSorted()).toEqual(Object.keys(variables.shape).toSorted());
  });

  it('shows the defaults', () => {
    expect(loadConfig(uncommented)).toEqual(loadConfig({}));
  });

  it('sets nothing as it stands', () => {
    expect(parseEnv(example)).toEqual({});
  });

  it('says a sentence about every variable', () => {
    const lines = example.split('\n');
    for (const name of Object.keys(variables.shape)) {
      const above = lines[lines.findIndex((line) => line.startsWith(`#${name}=`)) - 1];
      expect(above, name).toMatch(/^# [A-Z].+\.$/);
    }
  });
});

describe('defaults', () => {
  it('in development: this machine, demo data, open writes', () => {
    expect(loadConfig({})).toMatchObject({
      environment: 'development',
      dataDir: resolve('.data'),
      http: { ports: [8000], host: '127.0.0.1', trustProxy: false },
      log: { format: 'pretty' },
      demo: { enabled: true },
      statsboards: { writes: 'open' },
    });
  });

  it('in production: reachable, no demo data, authenticated writes', () => {
    expect(loadConfig({ NODE_ENV: 'production' })).toMatchObject({
      http: { host: '0.0.0.0' },
      log: { format: 'json' },
      demo: { enabled: false },
      graphql: { introspection: true },
      statsboards: { writes: 'authenticated' },
    });
  });

  it('give way to what is said', () => {
    const said = { NODE_ENV: 'production', HOST: '::1', LOG_FORMAT: 'pretty', DEMO: 'on', STATSBOARDS_WRITES: 'open' };
    expect(loadConfig(said)).toMatchObject({
      http: { host: '::1' },
      log: { format: 'pretty' },
      demo: { enabled: true },
      statsboards: { writes: 'open' },
    });
  });

  it('put no demo data into a database that was brought along', () => {
    const url = 'postgresql://me@db.example.org/sports';
    expect(loadConfig({ DATABASE_URL: url })).toMatchObject({ database: { url }, demo: { enabled: false } });
  });

  it('apply to empty variables, and foreign variables are ignored', () => {
    expect(loadConfig({ PORT: '', HOST: '  ', DATABASE_URL: '', PATH: '/bin', PORTS: 'x' })).toEqual(loadConfig({}));
  });
});

describe('values', () => {
  it('are read as written', () => {
    const { http } = loadConfig({
      PORT: ' 8000, 9000 ',
      PUBLIC_URL: 'https://api.example.org/',
      CORS_ORIGINS: 'https://a.example.org, http://localhost:5173',
      TRUST_PROXY: '10.0.0.0/8,::1',
    });
    expect(http).toMatchObject({
      ports: [8000, 9000],
      publicUrl: 'https://api.example.org',
      corsOrigins: ['https://a.example.org', 'http://localhost:5173'],
      trustProxy: ['10.0.0.0/8', '::1'],
    });
  });

  it.each([
    ['on', true],
    ['off', false],
    ['2', 2],
    ['loopback', ['loopback']],
  ])('TRUST_PROXY=%s', (text, value) => {
    expect(loadConfig({ TRUST_PROXY: text }).http.trustProxy).toEqual(value);
  });

  it.each([
    { PORT: '80x' },
    { PORT: '70000' },
    { PORT: '8000,8000' },
    { PORT: '-1' },
    { PORT: ',' },
    { HOST: 'http://x' },
    { NODE_ENV: 'prod' },
    { DEMO: 'yes' },
    { DATABASE_URL: 'mysql://x/y' },
    { DATABASE_POOL_SIZE: '0' },
    { DATABASE_POOL_SIZE: '1.5' },
    { DATABASE_STATEMENT_TIMEOUT_MS: '1e3' },
    { CORS_ORIGINS: 'https://example.org/path' },
    { CORS_ORIGINS: 'example.org' },
    { PUBLIC_URL: 'ftp://example.org' },
    { TRUST_PROXY: 'maybe' },
    { LOG_LEVEL: 'loud' },
    { STATSBOARDS_WRITES: 'closed' },
  ] as Record<string, string>[])('%o is refused', (environment) => {
    expect(problemsOf(environment).map(({ name }) => name)).toEqual(Object.keys(environment));
  });

  it('within their bounds are taken for every number, outside refused', () => {
    assert(
      property(integer({ min: -10, max: 1_100 }), (size) => {
        const environment = { DATABASE_POOL_SIZE: String(size) };
        if (size >= 1 && size <= 1_000) expect(loadConfig(environment).database.poolSize).toBe(size);
        else expect(problemsOf(environment)).toHaveLength(1);
      }),
    );
  });
});

describe('a bucket', () => {
  const bucket = { UPLOADS_S3_BUCKET: 'pictures' };
  const account = { UPLOADS_S3_ACCESS_KEY_ID: 'access', UPLOADS_S3_SECRET_ACCESS_KEY: 'hunter2' };
  const endpoint = { UPLOADS_S3_ENDPOINT: 'https://s3.example.org' };

  it.each([
    [{}, undefined],
    [bucket, { bucket: 'pictures', region: 'us-east-1' }],
    [
      { ...bucket, ...account, ...endpoint },
      { endpoint: 'https://s3.example.org', credentials: { accessKeyId: 'access', secretAccessKey: 'hunter2' } },
    ],
  ])('%o is enough', (environment: Record<string, string>, expected) => {
    const { s3 } = loadConfig(environment).uploads;
    if (expected) expect(s3).toMatchObject(expected);
    else expect(s3).toBeUndefined();
  });

  it.each([
    [
      { ...bucket, UPLOADS_S3_ACCESS_KEY_ID: 'access' },
      ['UPLOADS_S3_ACCESS_KEY_ID needs UPLOADS_S3_SECRET_ACCESS_KEY'],
    ],
    [
      { ...bucket, UPLOADS_S3_SECRET_ACCESS_KEY: 'hunter2' },
      ['UPLOADS_S3_SECRET_ACCESS_KEY needs UPLOADS_S3_ACCESS_KEY_ID'],
    ],
    [
      account,
      ['UPLOADS_S3_ACCESS_KEY_ID needs UPLOADS_S3_BUCKET', 'UPLOADS_S3_SECRET_ACCESS_KEY needs UPLOADS_S3_BUCKET'],
    ],
    [endpoint, ['UPLOADS_S3_ENDPOINT needs UPLOADS_S3_BUCKET']],
  ])('%o is refused: half of it would be passed over', (environment: Record<string, string>, expected) => {
    expect(
      problemsOf(environment).map(({ name, expected }) => `${name} needs ${expected.replace(' as well', '')}`),
    ).toEqual(expected);
    expect(() => loadConfig(environment)).not.toThrow(/hunter2/);
  });

  it('says what is missing', () => {
    expect(() => loadConfig({ ...bucket, UPLOADS_S3_ACCESS_KEY_ID: 'access' })).toThrow(
      'UPLOADS_S3_ACCESS_KEY_ID="access": expected UPLOADS_S3_SECRET_ACCESS_KEY as well',
    );
  });
});

describe('errors', () => {
  it('list everything that is wrong, with what was given and what is expected', () => {
    const wrong = { PORT: 'http', LOG_LEVEL: 'loud', DATABASE_POOL_SIZE: '5000' };
    expect(() => loadConfig(wrong)).toThrow(
      [
        'Wrong configuration:',
        '  PORT="http": expected a port from 0 to 65535, or several different ones separated by commas',
        '  DATABASE_POOL_SIZE="5000": expected a whole number from 1 to 1000',
        '  LOG_LEVEL="loud": expected fatal or error or warn or info or debug or trace or silent',
      ].join('\n'),
    );
  });

  it('never show a secret', () => {
    const [problem] = problemsOf({ DATABASE_URL: 'mysql://me:hunter2@db/x' });
    expect(problem).toMatchObject({ name: 'DATABASE_URL', given: undefined });
    expect(() => loadConfig({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).toThrow(/DATABASE_URL \(value hidden\)/);
    expect(() => loadConfig({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).not.toThrow(/hunter2/);
  });
});

describe('the configuration', () => {
  it('cannot be changed', () => {
    const config = loadConfig({});
    expect(() => Object.assign(config.http, { host: 'x' })).toThrow(TypeError);
    expect(() => (config.http.ports as number[]).push(1)).toThrow(TypeError);
  });

  it('takes the .env file, over which the real environment wins', () => {
    const folder = mkdtempSync(join(tmpdir(), 'touchline-env-'));
    try {
      expect(readEnvironment(folder, { PORT: '1' })).toEqual({ PORT: '1' });
      writeFileSync(join(folder, '.env'), '# mine\nPORT=1234\nLOG_LEVEL="debug"\n');
      const environment = readEnvironment(folder, { PORT: '4321' });
      expect(loadConfig(environment)).toMatchObject({ http: { ports: [4321] }, log: { level: 'debug' } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
