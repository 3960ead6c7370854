import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeS3 } from '../../support/fake-s3.js';
import { bootStatsboards, type StatsboardsApp } from './boot.js';
import { Catalogue } from './catalogue.rows.js';
import { signUp } from './sign-up.js';

let test: StatsboardsApp;
let matchId: number;
const folder = mkdtempSync(join(tmpdir(), 'uploads-'));
beforeAll(async () => {
  test = await bootStatsboards({ DATA_DIR: folder });
  const make = new Catalogue(test, (await signUp(test, 'admin')).token);
  matchId = await make.match(await make.league());
});
afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = Record<string, string>;

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 40 } } });

async function upload(
  path: string,
  bytes: Uint8Array,
  { name = 'logo.png', type = 'image/png', field = 'file', host = test.host } = {},
): Promise<{ status: number; body: Answer }> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
  const answer = await fetch(`http://${host}${path}`, { method: 'POST', body: form });
  return { status: answer.status, body: (await answer.json()) as Answer };
}

const stored = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://${test.host}${path}`, { headers });

async function sizeOf(path: string): Promise<{ format: string; width: number; height: number }> {
  const answer = await stored(path);
  const { format, width, height } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  expect(answer.headers.get('content-type')).toBe(`image/${format}`);
  return { format, width, height };
}

describe('every documented and known route', () => {
  it.each([
    ['/api/sponsors/upload_logo', 'logoUrl', 'sponsors/logos'],
    ['/api/teams/upload_logo', 'logoUrl', 'teams/logos'],
    ['/api/tournaments/upload_logo', 'logoUrl', 'tournaments/logos'],
    ['/api/persons/upload_photo', 'photoUrl', 'persons/photos'],
    ['/api/matches/id/{match}/upload_team_logo', 'logoUrl', 'match/{match}/teams_logos'],
  ])('%s keeps the picture as it is', async (path, key, below) => {
    const bytes = await picture(80, 60).png().toBuffer();
    for (const slash of ['', '/']) {
      const { status, body } = await upload(path.replace('{match}', String(matchId)) + slash, bytes);
      expect([status, Object.keys(body)]).toEqual([200, [key]]);
      const place = `/static/uploads/${below.replace('{match}', String(matchId))}/`;
      expect(body[key].slice(0, place.length)).toBe(place);
      expect(body[key].slice(place.length)).toMatch(/^\d{14}_[0-9a-f]{16}_logo\.png$/);
      expect(Buffer.from(await (await stored(body[key])).arrayBuffer())).toEqual(bytes);
    }
  });

  it.each([
    '/api/teams/upload_resize_logo',
    '/api/tournaments/upload_resize_logo',
    '/api/persons/upload_resize_photo',
    '/api/matches/id/{match}/upload_resize_logo',
  ])('%s keeps it in three sizes', async (path) => {
    const bytes = await picture(800, 600).png().toBuffer();
    const { status, body } = await upload(path.replace('{match}', String(matchId)), bytes);
    expect([status, Object.keys(body)]).toEqual([200, ['original', 'icon', 'webview']]);
    expect(await sizeOf(body['original'])).toEqual({ format: 'png', width: 800, height: 600 });
    expect(await sizeOf(body['icon'])).toEqual({ format: 'png', width: 133, height: 100 });
    expect(await sizeOf(body['webview'])).toEqual({ format: 'png', width: 533, height: 400 });
  });

  it('a match there is none of', async () => {
    const bytes = await picture(8, 6).png().toBuffer();
    const { status, body } = await upload('/api/matches/id/2147483647/upload_team_logo', bytes);
    expect([status, body['detail']]).toEqual([404, 'Match 2147483647 not found']);
  });
});

describe('pictures', () => {
  it.each([
    ['jpeg', 'jpg'],
    ['gif', 'gif'],
    ['webp', 'webp'],
  ] as const)(
    'of format %s stay so, whatever they are called, and grow when they are small',
    async (format, extension) => {
      const bytes = await picture(40, 20).toFormat(format).toBuffer();
      const { body } = await upload('/api/teams/upload_resize_logo', bytes, { name: 'x.exe', type: 'image/png' });
      expect(body['original'].endsWith(`_x.${extension}`)).toBe(true);
      expect(await sizeOf(body['icon'])).toEqual({ format, width: 200, height: 100 });
      expect(await sizeOf(body['webview'])).toEqual({ format, width: 800, height: 400 });
    },
  );

  it('are turned upright, and lose what the camera wrote into them', async () => {
    const bytes = await picture(200, 100)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { body } = await upload('/api/persons/upload_resize_photo', bytes, { name: 'p.jpg' });
    expect(await sizeOf(body['icon'])).toEqual({ format: 'jpeg', width: 50, height: 100 });
    const icon = await (await stored(body['icon'])).arrayBuffer();
    expect((await sharp(Buffer.from(icon)).metadata()).exif).toBeUndefined();
  });

  it('with several frames keep them; their small copies show the first', async () => {
    const frames = await sharp({ create: { width: 10, height: 20, channels: 3, background: 'red' } })
      .raw()
      .toBuffer();
    const bytes = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
      .gif()
      .toBuffer();
    const { body } = await upload('/api/teams/upload_resize_logo', bytes, { name: 'a.gif' });
    const original = await (await stored(body['original'])).arrayBuffer();
    expect(Buffer.from(original)).toEqual(bytes);
    expect(await sizeOf(body['icon'])).toEqual({ format: 'gif', width: 100, height: 100 });
  });

  it('twenty of one name at the same time are twenty files', async () => {
    const bytes = await picture(8, 6).png().toBuffer();
    const answers = await Promise.all(Array.from({ length: 20 }, () => upload('/api/sponsors/upload_logo', bytes)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    expect(new Set(answers.map(({ body }) => body['logoUrl'])).size).toBe(20);
  });

  it('behaviour 51: names are transliterated and lead nowhere else', async () => {
    const bytes = await picture(8, 6).png().toBuffer();
    for (const [name, expected] of [
      ['Мой лого (1).png', /_moi_logo_1\.png$/],
      ['../../evil.png', /^\/static\/uploads\/sponsors\/logos\/\d{14}_[0-9a-f]{16}_evil\.png$/],
      ['..\\..\\evil.html', /_evil\.png$/],
    ] as const) {
      const { body } = await upload('/api/sponsors/upload_logo', bytes, { name });
      expect(body['logoUrl']).toMatch(expected);
    }
  });
});

describe('what is no picture', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  it.each([
    ['text', Buffer.from('not a picture at all, but long enough to be looked at')],
    ['nothing', Buffer.alloc(0)],
    ['a page that says it is a picture', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing with a script', Buffer.from(SVG)],
    ['a PDF', Buffer.from('%PDF-1.4\n%âãÏÓ\n')],
    ['the beginning of a PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a PNG of nothing but a header', Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108', 'hex')],
    ['the beginning of a JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')],
  ])('%s is refused with 400, by both kinds of routes, and leaves nothing behind', async (_what, bytes) => {
    const before = files();
    for (const path of ['/api/teams/upload_logo', '/api/teams/upload_resize_logo']) {
      const { status, body } = await upload(path, bytes, { type: 'image/png' });
      expect([status, typeof body['detail']]).toEqual([400, 'string']);
    }
    expect(files()).toEqual(before);
  });

  it('pictures cut off in the middle are refused', async () => {
    const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, n) => (n * 7919) % 251));
    const whole = sharp(noise, { raw: { width: 300, height: 300, channels: 3 } });
    for (const bytes of [await whole.png().toBuffer(), await whole.jpeg().toBuffer()]) {
      const { status } = await upload('/api/teams/upload_logo', bytes.subarray(0, bytes.length / 2));
      expect(status).toBe(400);
    }
  });

  it('pictures that unpack to more than 50 megapixels, or would when they are made higher', async () => {
    const bomb = await picture(9000, 9000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1 << 20);
    expect((await upload('/api/teams/upload_resize_logo', bomb)).status).toBe(400);
    for (const [width, height] of [
      [2100, 100],
      [1, 100],
      [10_000, 1],
    ]) {
      const strip = await picture(width, height).png().toBuffer();
      const { status, body } = await upload('/api/teams/upload_resize_logo', strip);
      expect([status, body['detail']]).toEqual([400, 'The picture is too narrow']);
    }
  });

  it('more than 10 MiB is 413, announced or not', async () => {
    const { status, body } = await upload('/api/teams/upload_logo', Buffer.alloc(10 * 1024 * 1024 + 1));
    expect([status, body]).toEqual([413, { detail: 'File too large. Max size: 10485760 bytes' }]);
  });

  it('exactly 10 MiB is not too large', async () => {
    const { status, body } = await upload('/api/teams/upload_logo', Buffer.alloc(10 * 1024 * 1024));
    expect([status, body['detail']]).toEqual([400, 'Unsupported file type']);
  });
});

describe('forms', () => {
  it('without a file, or with it under another name, are told so', async () => {
    const bytes = await picture(8, 6).png().toBuffer();
    const { status, body } = await upload('/api/teams/upload_logo', bytes, { field: 'picture' });
    expect([status, body['detail']]).toEqual([422, 'Validation error: file is required']);
    const json = await test.call<Answer>('POST', '/api/teams/upload_logo', { body: { file: 'x' } });
    expect([json.status, json.body['detail']]).toEqual([
      422,
      'Validation error: file must be sent as multipart/form-data',
    ]);
  });

  it('that end in the middle are told so', async () => {
    const answer = await fetch(`http://${test.host}/api/teams/upload_logo`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { detail: 'Validation error: file could not be read' },
    ]);
  });
});

describe('stored files', () => {
  it('may be kept for ever, are not read again when known, and can do nothing as a page', async () => {
    const bytes = await picture(8, 6).png().toBuffer();
    const { body } = await upload('/api/sponsors/upload_logo', bytes);
    const first = await stored(body['logoUrl']);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(bytes.length),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
    });
    const known = await stored(body['logoUrl'], { 'if-none-match': first.headers.get('etag') ?? '' });
    expect([known.status, await known.text()]).toEqual([304, '']);
  });

  it.each([
    '/static/uploads/teams/logos/none.png',
    '/static/uploads/',
    '/static/uploads/teams',
    '/static/uploads/%2e%2e/token-secret',
    '/static/uploads/..%2f..%2fpackage.json',
    '/static/uploads/teams/%00.png',
    `/static/uploads/${'x'.repeat(1000)}.png`,
  ])('there is none at %s', async (path) => {
    expect((await stored(path)).status).toBe(404);
  });
});

describe('in a bucket', () => {
  it('pictures are stored with their type and read through this server; without it nothing else fails', async () => {
    const s3 = await startFakeS3();
    const app = await bootStatsboards(
      {
        UPLOADS_S3_BUCKET: 'pictures',
        UPLOADS_S3_ENDPOINT: s3.endpoint,
        UPLOADS_S3_ACCESS_KEY_ID: 'access',
        UPLOADS_S3_SECRET_ACCESS_KEY: 'secret',
      },
      test.database,
    );
    try {
      const bytes = await picture(80, 60).png().toBuffer();
      const { status, body } = await upload('/api/teams/upload_resize_logo', bytes, { host: app.host });
      expect(status).toBe(200);
      const kept = Object.values(body).map((path) => path.replace('/static/uploads/', '/pictures/'));
      expect([...s3.objects].map(([key, { type }]) => [key, type])).toEqual(kept.map((key) => [key, 'image/png']));
      const read = await fetch(`http://${app.host}${body['original']}`);
      expect(Buffer.from(await read.arrayBuffer())).toEqual(bytes);
      expect((await fetch(`http://${app.host}/static/uploads/teams/logos/none.png`)).status).toBe(404);

      s3.fail(403);
      expect(await upload('/api/teams/upload_logo', bytes, { host: app.host })).toEqual({
        status: 503,
        body: { detail: 'Files cannot be stored or read now. Try again in a moment' },
      });
      expect((await fetch(`http://${app.host}${body['icon']}`)).status).toBe(503);
      expect((await app.call('GET', '/api/sports/')).status).toBe(200);
    } finally {
      await app.close();
      await s3.close();
    }
  });
});

function files(): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
}
