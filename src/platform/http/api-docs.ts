import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { Type } from '@nestjs/common';
import { VERSION } from './version.js';

/** One REST contract: its own OpenAPI document, in Swagger UI and Redoc under its name. */
export interface ApiDocument {
  /** In addresses: `/openapi/statsboards.json`. */
  name: string;
  title: string;
  description: string;
  modules: Type[];
  /** Some of its routes take a bearer token. */
  bearer?: boolean;
}

/**
 * Serves `/openapi` (the list) and `/openapi/<name>.json`; each document is built when first asked for. Returns what
 * gives the document of a name.
 */
export function serveApiDocuments(
  app: NestFastifyApplication,
  documents: readonly ApiDocument[],
): (name: string) => OpenAPIObject {
  const fastify = app.getHttpAdapter().getInstance();
  const built = new Map<string, OpenAPIObject>();
  const build = ({ name, title, description, modules, bearer }: ApiDocument): OpenAPIObject => {
    const known = built.get(name);
    if (known) return known;
    const base = new DocumentBuilder().setTitle(title).setDescription(description).setVersion(VERSION);
    if (bearer) base.addBearerAuth();
    const document = SwaggerModule.createDocument(app, base.build(), { include: modules });
    document.paths = withWholeNames(document.paths);
    built.set(name, document);
    return document;
  };
  const list = documents.map(({ name, title }) => ({ name, title, url: `/openapi/${name}.json` }));
  fastify.get('/openapi', (_request, reply) => reply.send(list));
  for (const document of documents) {
    fastify.get(`/openapi/${document.name}.json`, (_request, reply) => reply.send(build(document)));
  }
  return (wanted) => build(documents.find(({ name }) => name === wanted)!);
}

/** Two parameters in one segment, as in `/{a}in{b}`, come out as `{ain}{b}`: what is text is put outside again. */
function withWholeNames(paths: OpenAPIObject['paths']): OpenAPIObject['paths'] {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const operations = Object.values(item) as { parameters?: { name: string; in: string }[] }[];
      const names = operations.flatMap(({ parameters = [] }) => parameters.map(({ name }) => name));
      const repaired = path.replace(/\{(\w+)\}/g, (whole, written: string) => {
        const name = names.find((each) => written.startsWith(each)) ?? written;
        return names.includes(written) ? whole : `{${name}}${written.slice(name.length)}`;
      });
      return [repaired, item];
    }),
  );
}
