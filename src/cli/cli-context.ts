import 'reflect-metadata';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { type DynamicModule, type INestApplicationContext, Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type Config, ConfigError, loadConfig, readEnvironment } from '#platform/config/index.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { EmbeddedPostgresError } from '#platform/database/embedded/index.js';
import { openDatabase } from '#platform/database/open-database.js';

/** Exit codes of sysexits.h, which scripts know. */
export const ExitCode = { ok: 0, failed: 1, usage: 64, noInput: 66, unavailable: 69, config: 78 } as const;

/** Wrong use of a command. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(
    message: string,
    readonly exitCode: number = ExitCode.usage,
  ) {
    super(message);
  }
}

/** What a command works with. */
export interface CliContext {
  app: INestApplicationContext;
  config: Config;
  /** Aborted by Ctrl-C and by SIGTERM; work that takes long should stop then, cleanly. */
  signal: AbortSignal;
}

/**
 * Runs a command and sets the exit code of the process. Expected failures are one line on standard error; anything else
 * keeps its stack. A second Ctrl-C does not wait for a clean end.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  let interruptedBy: keyof typeof SIGNALS | null = null;
  const interrupt = (name: NodeJS.Signals) => {
    if (interruptedBy) process.exit(SIGNALS[interruptedBy]);
    interruptedBy = name as keyof typeof SIGNALS;
    stopping.abort(new Error('interrupted'));
  };
  for (const name of Object.keys(SIGNALS)) process.on(name, interrupt);
  try {
    await command(stopping.signal);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    if (!stopping.signal.aborted) say(describe(error));
  } finally {
    for (const name of Object.keys(SIGNALS)) process.off(name, interrupt);
    if (interruptedBy) process.exitCode = SIGNALS[interruptedBy];
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Gives `work` a Nest application context with the modules and the database: the one of DATABASE_URL, or the embedded
 * one, which is shared with a server that runs. Brings the schema up to date first and closes everything afterwards.
 */
export async function withCliContext<T>(
  modules: NonNullable<ModuleMetadata['imports']>,
  signal: AbortSignal,
  work: (context: CliContext) => Promise<T>,
): Promise<T> {
  const config = loadConfig(readEnvironment());
  const opened = await openDatabase(config, { info: () => undefined, warn: say, error: say });
  try {
    signal.throwIfAborted();
    const { poolSize } = config.database;
    const database = DatabaseModule.forRoot({
      url: opened.url,
      poolSize,
      statementTimeoutMs: 0,
      applicationName: 'touchline command',
    });
    const app = await NestFactory.createApplicationContext(CliModule.with([database, ...modules]), {
      logger: ['error', 'fatal'],
      abortOnError: false,
    });
    try {
      return await RequestContext.create(app.get(MikroORM).em, () => work({ app, config, signal }));
    } finally {
      await app.close();
    }
  } finally {
    await opened.close();
  }
}

/** Holds the modules of a command. */
@Module({})
class CliModule {
  static with(imports: NonNullable<ModuleMetadata['imports']>): DynamicModule {
    return { module: CliModule, imports };
  }
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return error.exitCode;
  if (error instanceof ConfigError) return ExitCode.config;
  return error instanceof EmbeddedPostgresError || isUnreachable(error) ? ExitCode.unavailable : ExitCode.failed;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof UsageError || error instanceof ConfigError || error instanceof EmbeddedPostgresError) {
    return error.message;
  }
  if (isUnreachable(error)) return `The database cannot be reached: ${error.message || error.name}`;
  return error.stack ?? error.message;
}

/** No connection, or a connection the server refuses (class 28 and 3D: user, password, database). */
function isUnreachable(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ETIMEDOUT|28|3D)/.test(code);
}
