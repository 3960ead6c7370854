import { checkUpstreams, type EndpointCheck } from '#modules/providers/index.js';
import { loadConfig, readEnvironment } from '#platform/config/index.js';
import { ExitCode, UsageError } from './cli-context.js';
import { columnsOf, formatTable } from './table.js';

/**
 * Asks all endpoints of the providers that are switched on and prints what they answered and how that differs from what
 * was recorded. The exit code is 1 when one of them fails or has changed.
 * @throws UsageError when no provider is switched on.
 */
export async function providersCheckCommand(signal: AbortSignal): Promise<void> {
  const { providers } = loadConfig(readEnvironment());
  if (!providers.vstats.baseUrl && !providers.theSportsDb.baseUrl) {
    throw new UsageError('No provider is switched on: set VSTATS_BASE_URL or THESPORTSDB_BASE_URL.', ExitCode.config);
  }
  const checks = await checkUpstreams(providers, signal);
  process.stdout.write(`${formatChecks(checks)}\n`);
  if (checks.some(({ outcome }) => outcome === 'failed' || outcome === 'changed')) process.exitCode = ExitCode.failed;
}

function formatChecks(checks: readonly EndpointCheck[]): string {
  const rows = checks.map(({ provider, endpoint, outcome, ms, detail }) => [
    provider,
    endpoint,
    outcome,
    ms === null ? '-' : ms.toFixed(0),
    detail,
  ]);
  const table = formatTable(columnsOf('provider', 'endpoint', 'outcome', 'ms>', 'answer'), rows);
  const drift = checks.flatMap(({ endpoint, drift: found }) =>
    found.map(({ kind, field, detail, count }) => [endpoint, kind, field, detail, String(count)]),
  );
  const isAnswered = checks.some(({ outcome }) => outcome === 'ok');
  if (drift.length === 0) return isAnswered ? `${table}\nAll answers have the shape that was recorded.` : table;
  return `${table}\n${formatTable(columnsOf('endpoint', 'change', 'field', 'expected', 'times>'), drift)}`;
}
