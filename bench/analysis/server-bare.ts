// Fastify and pg, nothing else: sends given statements and answers with their rows, or with what it has kept.
import fastify from 'fastify';
import { Pool } from 'pg';
import { answer, cpu } from '../realtime/answer.ts';
import type { Statement } from './server-touchline.ts';

const calls = {
  cpu,
  /** `statements` by path. The answer to `/rows/x` is made, that to `/kept/x` is kept. Returns `host:port`. */
  async listen(databaseUrl: string, statements: Record<string, Statement[]>, body: string): Promise<string> {
    const pool = new Pool({ connectionString: databaseUrl, max: 10, application_name: 'bench' });
    const kept = new Map(Object.keys(statements).map((path) => [path, Buffer.from(body)]));
    const app = fastify();
    app.get<{ Params: { id: string } }>('/rows/:id', async ({ params }, reply) => {
      const results: unknown[] = [];
      for (const { text, values } of statements[params.id]) results.push((await pool.query(text, values)).rows);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(results));
    });
    app.get<{ Params: { id: string } }>('/kept/:id', (request, reply) => {
      void reply.type('application/json; charset=utf-8').send(kept.get(request.params.id));
    });
    return (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http://', '');
  },
};

export type BareCalls = typeof calls;

answer(calls);
