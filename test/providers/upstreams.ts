import { loadConfig } from '../../src/platform/config/index.js';
import { UpstreamFailure } from '../../src/modules/providers/upstream.js';
import { Upstreams, type UpstreamTuning } from '../../src/modules/providers/upstreams.js';
import type { BadgeUpstream, FixtureUpstream, UpstreamCall } from '../../src/modules/providers/upstream.js';
import { DOCUMENTED_IDS, type EndpointName, type FakeUpstream } from '../support/fake-upstream/index.js';

/** A signal that nobody aborts. */
export const CALL: UpstreamCall = { signal: new AbortController().signal };

/** Both providers on the fake upstream, in a hurry. */
export function connect(
  fake: FakeUpstream,
  environment: Record<string, string> = {},
  tuning: UpstreamTuning = {},
): { upstreams: Upstreams; fixtures: FixtureUpstream; badges: BadgeUpstream } {
  const { providers } = loadConfig({
    ...fake.environment,
    PROVIDER_RETRIES: '0',
    PROVIDER_PAUSE_MS: '100',
    THESPORTSDB_CALLS_PER_MINUTE: '10000',
    ...environment,
  });
  const upstreams = new Upstreams(providers, { initialRetryDelayMs: 1, maxRetryDelayMs: 20, ...tuning });
  if (!upstreams.fixtures || !upstreams.badges) throw new Error('the providers are off');
  return { upstreams, fixtures: upstreams.fixtures, badges: upstreams.badges };
}

/** One call of each endpoint that succeeds on a sound upstream. `played` is a match with statistics. */
export function callsOf(
  { fixtures, badges }: { fixtures: FixtureUpstream; badges: BadgeUpstream },
  played: { id: string; referee: { id: string } | null },
): Record<EndpointName, (call: UpstreamCall) => Promise<unknown>> {
  const tournamentId = DOCUMENTED_IDS.premierLeague;
  return {
    calendar: (call) => fixtures.listTournaments(call),
    week: (call) => fixtures.listWeek(tournamentId, call),
    season: (call) => fixtures.listSeason(tournamentId, call),
    match: (call) => fixtures.findMatch(played.id, call),
    playedStats: (call) => fixtures.findPlayedStats(played.id, call),
    preview: (call) => fixtures.findPreview(played.id, call),
    standings: (call) => fixtures.listStandings(tournamentId, call),
    seasonStats: (call) => fixtures.findSeasonStats({ teamId: DOCUMENTED_IDS.arsenal, tournamentId }, call),
    referee: (call) => fixtures.findReferee(played.referee?.id ?? '', call),
    badge: (call) => badges.findBadge({ name: 'Arsenal', country: 'England' }, call),
  };
}

/** The failure of a call, which must be one of a provider. */
export async function failureOf(call: Promise<unknown>): Promise<UpstreamFailure> {
  const outcome = await call.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof UpstreamFailure) return outcome.error;
  throw new Error(
    `expected a failure, got ${JSON.stringify(outcome)}`,
    'error' in outcome ? { cause: outcome.error } : {},
  );
}
