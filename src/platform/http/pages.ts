import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PAGES = join(import.meta.dirname, 'pages');
const packageFolder = (name: string): string => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** Everything a page needs comes from this host: URL prefix -> folder of an installed package, or our own. */
const ASSETS = {
  '/assets/pages/': PAGES,
  '/assets/graphiql/': packageFolder('graphiql'),
  '/assets/react/': join(packageFolder('react'), 'umd'),
  '/assets/react-dom/': join(packageFolder('react-dom'), 'umd'),
  '/assets/swagger-ui/': packageFolder('swagger-ui-dist'),
};

/** The viewer's own badge would load its picture from another host. */
const redocBundle = (): string =>
  readFileSync(join(packageFolder('redoc'), 'bundles/redoc.standalone.js'), 'utf8').replaceAll(
    /https:\/\/cdn\.redoc\.ly\/[\w./-]+/g,
    'data:,',
  );

const PAGE_OF_PATH = {
  '/': 'index.html',
  '/graphiql': 'graphiql.html',
  '/docs': 'docs.html',
  '/docs/asyncapi': 'asyncapi.html',
  '/docs/:document': 'docs.html',
  '/redoc': 'redoc.html',
  '/redoc/:document': 'redoc.html',
};

/** Paths of the pages, for the route ledger. */
export const PAGE_PATHS = Object.keys(PAGE_OF_PATH);

/** The landing page, GraphiQL, the two viewers of the REST contracts and the one of live messages, with all their assets. */
export async function servePages(fastify: FastifyInstance): Promise<void> {
  let decorateReply = true;
  for (const [prefix, root] of Object.entries(ASSETS)) {
    await fastify.register(fastifyStatic, {
      root,
      prefix,
      decorateReply,
      index: false,
      maxAge: '1h',
      allowedPath: (path) => /\.(css|js|html|png|txt)$/.test(path),
    });
    decorateReply = false;
  }
  let redoc: string | undefined;
  fastify.get('/assets/redoc/redoc.standalone.js', (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send((redoc ??= redocBundle())),
  );
  for (const [path, file] of Object.entries(PAGE_OF_PATH)) {
    const html = readFileSync(join(PAGES, file), 'utf8');
    fastify.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(html));
  }
}
