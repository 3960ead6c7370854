import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface FakeS3 {
  endpoint: string;
  /** By path, bucket first: `/pictures/teams/logos/a.png`. */
  objects: Map<string, { body: Buffer; type: string }>;
  /** What each request was signed with. */
  authorizations: string[];
  /** The status that every request is answered with from now on; `silent` answers none. */
  fail(how: number | 'silent' | undefined): void;
  close(): Promise<void>;
}

const ERROR = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>';

/** As much of an S3-compatible store as storing and reading files needs. Signatures are kept, not checked. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const authorizations: string[] = [];
  let failure: number | 'silent' | undefined;
  const server = createServer((request, response) => {
    authorizations.push(request.headers.authorization ?? '');
    const key = decodeURIComponent(new URL(request.url ?? '', 'http://store').pathname);
    void buffer(request).then((body) => {
      if (failure === 'silent') return;
      if (failure !== undefined) return response.writeHead(failure).end();
      if (request.method === 'PUT') {
        objects.set(key, { body, type: request.headers['content-type'] ?? '' });
        return response.writeHead(200, { etag: '"tag"' }).end();
      }
      const object = objects.get(key);
      if (!object) return response.writeHead(404, { 'content-type': 'application/xml' }).end(ERROR);
      return response.writeHead(200, { etag: '"tag"', 'content-length': object.body.length }).end(object.body);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    authorizations,
    fail: (how) => void (failure = how),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
