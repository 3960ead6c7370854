import { accessSync, constants } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DevigMethod } from '#core/stats/devig.js';
import { UsageError } from '../cli-context.js';

const DEVIG_METHODS: readonly DevigMethod[] = ['power', 'shin', 'proportional'];

export const BACKTEST_HELP = `Measures the prediction models on past seasons, walking forward: every Tuesday and Friday they learn what was known then, and
forecast the matches up to the next. Compares them with knowing nothing, with base rates, and with bookmakers' closing odds.
Needs no database.

  npm run backtest -- --data <file or folder> [--from 2015] [--to 2023] [--leagues E0,SP1] [--devig power] [--json file]
  npm run backtest -- --counts --data <file or folder> [--from 2015] [--to 2023] [--leagues E0,SP1] [--json file]

  --data      files of football-data.co.uk (*.csv), or folders with such files; may be given several times.
              Seasons before the first are learnt from.
  --from      first season to forecast, by the year in which it starts; default the first there is
  --to        last season to forecast; default the last there is
  --leagues   codes of divisions, separated by commas; default all there are
  --counts    goals, corners, shots, shots on target, cards and fouls as the analysis of a match forecasts them, every
              match from the days before it, beside simpler forecasts of the same counts
  --devig     how the margin is taken out of odds: ${DEVIG_METHODS.join(', ')}; default ${DEVIG_METHODS[0]}
  --json      also write everything to this file, with calibration and single seasons
  -h, --help  this text
`;

export interface BacktestOrder {
  paths: string[];
  /** Where relative paths start. */
  directory: string;
  /** Years in which the first and the last season to forecast start, both included. */
  from: number;
  to: number;
  /** Empty: all. */
  leagues: string[];
  devig: DevigMethod;
  /** The counts of the analysis instead of the models of the score. */
  counts: boolean;
  /** Absolute path. */
  json: string | null;
}

/**
 * What is to be done; null when only help is asked for.
 * @throws UsageError, with the usage, for arguments that make no sense.
 */
export function readBacktestOrder(args: readonly string[]): BacktestOrder | null {
  const values = parse(args);
  if (values.help) return null;
  const paths = values.data ?? [];
  if (paths.length === 0 || paths.includes('')) throw wrong('--data is missing');
  const from = values.from === undefined ? -Infinity : year('--from', values.from);
  const to = values.to === undefined ? Infinity : year('--to', values.to);
  if (from > to) throw wrong(`--from ${from} is after --to ${to}`);
  const leagues = (values.leagues?.split(',') ?? []).map((code) => code.trim());
  if (leagues.includes('')) throw wrong('--leagues has an empty code');
  const devig = DEVIG_METHODS.find((method) => method === (values.devig ?? DEVIG_METHODS[0]));
  if (!devig) throw wrong(`--devig ${values.devig} is none of ${DEVIG_METHODS.join(', ')}`);
  if (values.counts && values.devig !== undefined)
    throw wrong('--counts has no odds to take a margin from: leave --devig out');
  const directory = workingDirectory();
  const json = values.json === undefined ? null : resolve(directory, values.json);
  if (values.json === '') throw wrong('--json has no file name');
  if (json !== null && !isWritable(dirname(json))) throw wrong(`--json: ${dirname(json)} is no folder to write to`);
  return { paths, directory, from, to, leagues: [...new Set(leagues)], devig, counts: values.counts ?? false, json };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: 'string', multiple: true },
        from: text,
        to: text,
        leagues: text,
        devig: text,
        counts: { type: 'boolean' },
        json: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): UsageError {
  return new UsageError(`${message}\n\n${BACKTEST_HELP}`);
}

function year(name: string, text: string): number {
  if (!/^(18|19|20)\d\d$/.test(text)) throw wrong(`${name} ${text} is not a year`);
  return Number(text);
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the user stands: npm moves to the package's root and leaves a note of where it was called. */
function workingDirectory(): string {
  const calledFrom = process.env['npm_lifecycle_event'] === 'backtest' ? process.env['INIT_CWD'] : undefined;
  return calledFrom ?? process.cwd();
}
