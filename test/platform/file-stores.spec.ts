import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FileStore } from '../../src/platform/storage/file-store.js';
import { LocalFileStore } from '../../src/platform/storage/local-file-store.js';
import { S3FileStore } from '../../src/platform/storage/s3-file-store.js';
import { type FakeS3, startFakeS3 } from '../support/fake-s3.js';

const bytes = Buffer.from('bytes of a picture');

async function read(store: FileStore, key: string): Promise<Buffer | undefined> {
  const file = await store.open(key);
  return file && (await buffer(file.content));
}

const HOSTILE = ['', '.', '..', '../a.png', 'a/../../b.png', '/a.png', 'a//b.png', 'a/.b.png', 'a\\b.png', 'a\0.png'];

describe('a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'));
  const store = new LocalFileStore(join(folder, 'root'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('gives back what it was given, with a tag of its content', async () => {
    await store.put('teams/logos/a.png', bytes);
    const file = await store.open('teams/logos/a.png');
    expect([file?.size, file && (await buffer(file.content))]).toEqual([bytes.length, bytes]);
    expect(file?.etag).toMatch(/^"[\w-]+"$/);
    expect(readdirSync(join(folder, 'root/teams/logos'))).toEqual(['a.png']);
  });

  it('has no file where there is none, nor where there is a folder', async () => {
    expect(await store.open('teams/logos/b.png')).toBeUndefined();
    expect(await store.open('teams/logos')).toBeUndefined();
    expect(await store.open('teams/logos/a.png/b.png')).toBeUndefined();
    expect(await store.open('x'.repeat(400))).toBeUndefined();
  });

  it.each(HOSTILE)('does not leave its root for %j', async (key) => {
    writeFileSync(join(folder, 'a.png'), 'outside');
    expect(await store.open(key)).toBeUndefined();
    await expect(store.put(key, bytes)).rejects.toThrow('is no key');
  });
});

describe('a bucket', () => {
  let s3: FakeS3;
  let store: S3FileStore;
  beforeAll(async () => {
    s3 = await startFakeS3();
    store = new S3FileStore({
      bucket: 'pictures',
      region: 'eu-west-1',
      endpoint: s3.endpoint,
      credentials: { accessKeyId: 'access', secretAccessKey: 'secret' },
      timeoutMs: 200,
      attempts: 2,
    });
  });
  afterEach(() => s3.fail(undefined));
  afterAll(() => s3.close());

  it('gets the bytes and their type, signed, below its name, and gives them back', async () => {
    await store.put('teams/logos/a.png', bytes, 'image/png');
    expect([...s3.objects]).toEqual([['/pictures/teams/logos/a.png', { body: bytes, type: 'image/png' }]]);
    expect(s3.authorizations.at(-1)).toMatch(/^AWS4-HMAC-SHA256 Credential=access\/\d{8}\/eu-west-1\/s3/);
    expect(await read(store, 'teams/logos/a.png')).toEqual(bytes);
  });

  it('has no file where there is none', async () => {
    expect(await store.open('teams/logos/none.png')).toBeUndefined();
  });

  it.each([403, 500, 'silent'] as const)('that answers %j is unavailable', async (how) => {
    s3.fail(how);
    const unavailable = { kind: 'unavailable', code: 'FILE_STORE_UNAVAILABLE' };
    await expect(store.open('teams/logos/a.png')).rejects.toMatchObject(unavailable);
    await expect(store.put('teams/logos/b.png', bytes, 'image/png')).rejects.toMatchObject(unavailable);
  });

  it.each(HOSTILE)('is not asked for %j', async (key) => {
    const before = s3.authorizations.length;
    expect(await store.open(key)).toBeUndefined();
    await expect(store.put(key, bytes, 'image/png')).rejects.toThrow('is no key');
    expect(s3.authorizations).toHaveLength(before);
  });
});
