import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger, pino } from 'pino';

export interface LoggingOptions {
  level: string;
  format: 'pretty' | 'json';
}

/** Values under these keys never reach a log, however deep they stand. */
const SECRETS = [
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'access_token',
  'refresh_token',
  'apiKey',
  'key',
];
const REDACTED = SECRETS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** A password in an address, such as `postgres://user:password@host`, or a bearer token in running text. */
const SECRET_TEXT = /(\w+:\/\/[^\s:/@]+:)[^\s@]+(?=@)|(bearer\s+)[\w.~+/-]+=*/gi;

export const withoutSecrets = (text: string): string => text.replace(SECRET_TEXT, '$1$2[redacted]');

export function createLogger({ level, format }: LoggingOptions, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: undefined,
    redact: { paths: REDACTED, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, destination ?? (format === 'pretty' ? readable() : undefined));
}

/** One line a person can read: time, level, context, message, what else was said. */
function readable(): DestinationStream {
  return {
    write(line: string) {
      const { level, time, context, msg, requestId, stack, ...rest } = JSON.parse(line) as Record<string, unknown>;
      const more = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest)}` : '';
      const who = context ? ` [${String(context)}]` : '';
      const request = requestId ? ` (${String(requestId).slice(0, 8)})` : '';
      const mark = level === 'info' ? '' : ` ${String(level).toUpperCase()}`;
      process.stdout.write(`${String(time).slice(11, 23)}${mark}${who} ${String(msg)}${more}${request}\n`);
      if (stack) process.stdout.write(`${String(stack)}\n`);
    },
  };
}

/** Parts of the framework that tell of every class they make and every route they map. */
const CHATTY = new Set([
  'GraphQLModule',
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
  'WebSocketsController',
]);

/** Nest's logger on pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.#write(CHATTY.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.#write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.#write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.#write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.#write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.#write('fatal', message, rest);
  }

  /** Nest passes the context last and, for errors, a stack before it. */
  #write(level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, rest: unknown[]): void {
    const context = rest.length > 0 && typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
    const stack = rest.find((part): part is string => typeof part === 'string' && part.includes('\n'));
    const text =
      message instanceof Error
        ? (message.stack ?? message.message)
        : typeof message === 'string'
          ? message
          : JSON.stringify(message);
    this.logger[level](
      { ...(context && context !== stack && { context }), ...(stack && { stack: withoutSecrets(stack) }) },
      withoutSecrets(text),
    );
  }
}
