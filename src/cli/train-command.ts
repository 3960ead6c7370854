import { parseArgs } from 'node:util';
import {
  type TrainedTournament,
  TrainingModule,
  TrainingService,
  type TrainingTarget,
} from '#modules/predictions/index.js';
import { ExitCode, UsageError, withCliContext } from './cli-context.js';
import { type Progress, startProgress } from './progress.js';
import { columnsOf, count, formatTable, score } from './table.js';

const HELP = `Trains the prediction model on finished soccer matches and stores what it predicts: for every past match what could
have been said before it, for every match to come what can be said now. What is stored already is not stored again.

  npm run train [-- --competition <title or id>] [--tournament <id>]

  --competition   only this competition, all its seasons
  --tournament    only this season of a competition
  -h, --help      this text

The database is the one of DATABASE_URL, or the embedded one in DATA_DIR, which may be in use by a running server.
`;

/** `train`: trains and prints how good the forecasts were, season by season. */
export async function trainCommand(args: readonly string[], signal: AbortSignal): Promise<void> {
  const order = readOrder(args);
  if (!order) {
    process.stdout.write(HELP);
    return;
  }
  await withCliContext([TrainingModule], signal, async ({ app }) => {
    const training = app.get(TrainingService);
    const selections = select(await training.listTargets(), order);
    const startedAt = performance.now();
    const total = selections.reduce((sum, { matches }) => sum + matches, 0);
    const bar = startProgress('train', Math.max(1, total));
    try {
      const trained = await train(training, selections, bar, signal);
      bar.stop();
      process.stdout.write(summarise(trained, (performance.now() - startedAt) / 1000));
    } finally {
      bar.stop();
    }
  });
}

interface Order {
  competition: string | undefined;
  tournament: string | undefined;
}

interface Selection {
  competitionId?: number;
  tournamentId?: number;
  matches: number;
}

/** What is to be done; null when only help is asked for. */
function readOrder(args: readonly string[]): Order | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { competition: text, tournament: text, help: { type: 'boolean', short: 'h' } },
    });
    return values.help ? null : { competition: values.competition, tournament: values.tournament };
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

/** What of all targets is meant. A title may belong to competitions of several countries: then all of them are. */
function select(targets: readonly TrainingTarget[], { competition, tournament }: Order): Selection[] {
  const wanted = targets.filter(
    (target) =>
      (competition === undefined ||
        String(target.competitionId) === competition ||
        target.competition.toLowerCase() === competition.trim().toLowerCase()) &&
      (tournament === undefined || String(target.tournamentId) === tournament.trim()),
  );
  if (wanted.length === 0) throw new UsageError(nothingToTrain(targets), ExitCode.noInput);
  if (tournament !== undefined) return wanted.map(({ tournamentId, matches }) => ({ tournamentId, matches }));
  return [...Map.groupBy(wanted, ({ competitionId }) => competitionId)].map(([competitionId, seasons]) => ({
    competitionId,
    matches: seasons.reduce((sum, { matches }) => sum + matches, 0),
  }));
}

function nothingToTrain(targets: readonly TrainingTarget[]): string {
  if (targets.length === 0) return 'There are no soccer competitions yet. npm run import brings some.';
  const competitions = new Map(
    targets.map(({ competitionId, competition, country }) => [
      competitionId,
      `  ${competitionId}  ${competition}${country ? ` (${country})` : ''}`,
    ]),
  );
  return `There is no such competition or tournament. Competitions are:\n${[...competitions.values()].join('\n')}`;
}

async function train(
  training: TrainingService,
  selections: readonly Selection[],
  bar: Progress,
  signal: AbortSignal,
): Promise<TrainedTournament[]> {
  const trained: TrainedTournament[] = [];
  let before = 0;
  for (const { matches, ...filter } of selections) {
    const results = await training.train({
      ...filter,
      clock: () => new Date(),
      signal,
      onProgress: ({ done, target }) => bar.update(before + done, `${target.competition} ${target.season}`),
    });
    trained.push(...results);
    before += matches;
  }
  return trained;
}

function summarise(trained: readonly TrainedTournament[], seconds: number): string {
  const columns = columnsOf('competition', 'season', 'matches>', 'RPS>', 'log loss>', 'RPS vs uniform>', 'SE>', 'new>');
  const rows = trained.map(({ competition, season, evaluation, newPredictions }) => [
    competition,
    String(season),
    count(evaluation?.matches ?? 0),
    score(evaluation?.model.rps ?? null),
    score(evaluation?.model.logLoss ?? null),
    score(evaluation?.rpsAgainstUniform.mean ?? null, true),
    score(evaluation?.rpsAgainstUniform.standardError ?? null),
    count(newPredictions),
  ]);
  const sum = (read: (each: TrainedTournament) => number): number =>
    trained.reduce((total, each) => total + read(each), 0);
  const versions = sum(({ newVersion }) => (newVersion ? 1 : 0));
  const predictions = sum(({ newPredictions }) => newPredictions);
  return (
    `${formatTable(columns, rows)}\n${count(trained.length)} tournaments, ${count(versions)} new models, ` +
    `${count(predictions)} new predictions in ${seconds.toFixed(1)} s\n`
  );
}
