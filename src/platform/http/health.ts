import { Controller, Get, Injectable, Module, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public } from '#platform/auth/public.js';
import { VERSION } from './version.js';

/** Resolves when a part works; rejects, saying why, when it does not. */
export type HealthCheck = () => Promise<void> | void;

const CHECK_TIMEOUT_MS = 2_000;

/** Whether this process can serve, and what it has counted. Parts register their own checks and figures. */
@Injectable()
export class Health {
  readonly #checks = new Map<string, HealthCheck>();
  readonly #figures = new Map<string, () => object>();
  #draining = false;

  register(name: string, check: HealthCheck): void {
    this.#checks.set(name, check);
  }

  /** `read` gives what a part has counted since the process started: no addresses and no keys, since anybody may see it. */
  publish(name: string, read: () => object): void {
    this.#figures.set(name, read);
  }

  /** By the names of the parts. */
  figures(): Record<string, object> {
    return Object.fromEntries([...this.#figures].map(([name, read]) => [name, read()]));
  }

  /** From now on not ready: the process is about to stop. */
  drain(): void {
    this.#draining = true;
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Runs all checks side by side; `checks` says `ok` or what is wrong, by name. */
  async ready(): Promise<{ ready: boolean; checks: Record<string, string> }> {
    const entries = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    const checks = Object.fromEntries(entries);
    const ready = !this.#draining && entries.every(([, result]) => result === 'ok');
    return { ready, checks: this.#draining ? { ...checks, process: 'draining' } : checks };
  }
}

async function outcome(check: HealthCheck): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CHECK_TIMEOUT_MS);
  });
  try {
    await Promise.race([Promise.resolve().then(check), late]);
    return 'ok';
  } catch (error) {
    // Addresses and SQL stay inside: the name of the part is enough for a probe, the log has the rest.
    return error instanceof HealthProblem ? error.message : 'failing';
  } finally {
    clearTimeout(timer);
  }
}

/** A reason that may be told to anybody who asks. */
export class HealthProblem extends Error {}

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Public()
  @Get()
  @ApiOperation({ summary: 'Health of the service' })
  @ApiOkResponse({
    schema: {
      example: {
        status: 'healthy',
        service: 'touchline',
        version: VERSION,
        environment: 'development',
        timestamp: '2026-01-01T00:00:00.000Z',
      },
    },
  })
  async show(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, unknown>> {
    const { ready, checks } = await this.health.ready();
    if (!ready) reply.status(503);
    return {
      status: ready ? 'healthy' : 'unhealthy',
      service: 'touchline',
      version: VERSION,
      environment: process.env['NODE_ENV'] ?? 'development',
      timestamp: new Date().toISOString(),
      ...(ready ? {} : { checks }),
    };
  }

  @Public()
  @Get('live')
  @ApiOperation({ summary: 'The process answers; says nothing of the database' })
  live(): { status: string } {
    return { status: 'live' };
  }

  @Public()
  @Get('ready')
  @ApiOperation({
    summary: 'Ready for traffic: database, migrations and journal listener work, and it is not draining',
  })
  @ApiResponse({ status: 503, description: 'Not ready; `checks` says why' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, unknown>> {
    const { ready, checks } = await this.health.ready();
    if (!ready) reply.status(503);
    return { status: ready ? 'ready' : 'not ready', checks };
  }

  @Public()
  @Get('figures')
  @ApiOperation({
    summary: 'What this process has counted since it started: calls to providers, their failures, circuits',
  })
  @ApiOkResponse({ description: 'By part; see docs/operating.md' })
  figures(): Record<string, object> {
    return this.health.figures();
  }
}

@Module({ controllers: [HealthController], providers: [Health], exports: [Health] })
export class HealthModule {}
