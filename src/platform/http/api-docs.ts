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
}

/** Serves `/openapi` (the list) and `/openapi/<name>.json`; each document is built when first asked for. */
export function serveApiDocuments(app: NestFastifyApplication, documents: readonly ApiDocument[]): void {
  const fastify = app.getHttpAdapter().getInstance();
  const built = new Map<string, OpenAPIObject>();
  const build = ({ name, title, description, modules }: ApiDocument): OpenAPIObject => {
    const known = built.get(name);
    if (known) return known;
    const base = new DocumentBuilder().setTitle(title).setDescription(description).setVersion(VERSION).build();
    const document = SwaggerModule.createDocument(app, base, { include: modules });
    built.set(name, document);
    return document;
  };
  const list = documents.map(({ name, title }) => ({ name, title, url: `/openapi/${name}.json` }));
  fastify.get('/openapi', (_request, reply) => reply.send(list));
  for (const document of documents) {
    fastify.get(`/openapi/${document.name}.json`, (_request, reply) => reply.send(build(document)));
  }
}
