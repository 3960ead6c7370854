import type { Config } from '#platform/config/index.js';
import { type Drift, findDrift, type Shape } from '../answers/shape.js';
import type { Endpoint } from '../resilience/upstream-host.js';
import { THESPORTSDB_ENDPOINTS } from '../thesportsdb/thesportsdb-client.js';
import { TEAM_SEARCH_SHAPE } from '../thesportsdb/thesportsdb-shapes.js';
import { type FixtureUpstream, UpstreamFailure, type UpstreamMatch, type UpstreamTournament } from '../upstream.js';
import { Upstreams } from '../upstreams.js';
import { VSTATS_ENDPOINTS, type VstatsEndpoint } from '../vstats/vstats-endpoints.js';
import { VSTATS_SHAPES } from '../vstats/vstats-shapes.js';

export interface EndpointCheck {
  provider: string;
  endpoint: string;
  /** `changed`: readable, but not as recorded; new fields alone are `ok`. `skipped`: nothing to ask it about. */
  outcome: 'ok' | 'changed' | 'failed' | 'skipped';
  /** Null when it was skipped. */
  ms: number | null;
  /** What was read, or what went wrong. */
  detail: string;
  drift: Drift[];
}

/** Team whose badge is asked for when no other is known. */
const WELL_KNOWN_TEAM = 'Arsenal';

/**
 * Asks every endpoint of the providers that are switched on once, as the application does, and compares the answers with
 * their recorded shapes. Nothing is stored. One check per endpoint; none for a provider that is off.
 * @throws the signal's reason.
 */
export async function checkUpstreams(config: Config['providers'], signal: AbortSignal): Promise<EndpointCheck[]> {
  const answers = new Map<string, unknown>();
  const upstreams = new Upstreams(config, { onAnswer: (endpoint, answer) => void answers.set(endpoint, answer) });
  const round = new CheckRound(answers, signal);
  try {
    const team = upstreams.fixtures ? await checkVstats(upstreams.fixtures, round) : undefined;
    const badges = upstreams.badges;
    const name = team ?? WELL_KNOWN_TEAM;
    if (badges) {
      const asked = { provider: badges.source, endpoint: THESPORTSDB_ENDPOINTS.searchTeams, shape: TEAM_SEARCH_SHAPE };
      const describe = (badge: unknown): string => (badge ? `${name} has a badge` : `no badge of ${name}`);
      await round.check(asked, () => badges.findBadge({ name }, { signal }), describe);
    }
    return round.checks;
  } finally {
    await upstreams.close();
  }
}

/** The name of a team it knows. */
async function checkVstats(vstats: FixtureUpstream, round: CheckRound): Promise<string | undefined> {
  const call = { signal: round.signal };
  const of = (name: VstatsEndpoint): Asked => ({
    provider: vstats.source,
    endpoint: VSTATS_ENDPOINTS[name],
    shape: VSTATS_SHAPES[name],
  });
  const tournaments = await round.check(of('calendar'), () => vstats.listTournaments(call), counted('tournaments'));
  const id = chooseTournament(tournaments ?? [])?.id;
  await round.check(of('week'), id && (() => vstats.listWeek(id, call)), counted('matches'));
  const matches = await round.check(of('season'), id && (() => vstats.listSeason(id, call)), counted('matches'));
  const { played, next = played } = chooseMatches(matches ?? []);
  const match = await round.check(of('match'), played && (() => vstats.findMatch(played.id, call)), (found) =>
    found ? `${found.statLines.length} lines of statistics` : 'not known',
  );
  await round.check(of('playedStats'), played && (() => vstats.findPlayedStats(played.id, call)), isKnown);
  await round.check(of('preview'), next && (() => vstats.findPreview(next.id, call)), isKnown);
  await round.check(of('standings'), id && (() => vstats.listStandings(id, call)), counted('tables'));
  const team = id && played && { teamId: played.home.id, tournamentId: id };
  await round.check(of('seasonStats'), team && (() => vstats.findSeasonStats(team, call)), isKnown);
  const referee = match?.referee?.id;
  await round.check(of('referee'), referee && (() => vstats.findReferee(referee, call)), isKnown);
  return played?.home.name;
}

interface Asked {
  provider: string;
  endpoint: Endpoint;
  shape: Shape;
}

class CheckRound {
  readonly checks: EndpointCheck[] = [];

  constructor(
    private readonly answers: Map<string, unknown>,
    readonly signal: AbortSignal,
  ) {}

  /** What was read; undefined also when it failed, or when there is nothing to `ask`. */
  async check<T>(
    { provider, endpoint, shape }: Asked,
    ask: (() => Promise<T>) | '' | null | undefined,
    describe: (result: T) => string,
  ): Promise<T | undefined> {
    const tell = (outcome: EndpointCheck['outcome'], ms: number | null, detail: string, drift: Drift[]): void =>
      void this.checks.push({ provider, endpoint: endpoint.path, outcome, ms, detail, drift });
    if (!ask) {
      tell('skipped', null, 'nothing to ask about', []);
      return undefined;
    }
    const startedAt = performance.now();
    const drift = (): Drift[] =>
      this.answers.has(endpoint.path) ? findDrift(shape, this.answers.get(endpoint.path)) : [];
    try {
      const result = await ask();
      const found = drift();
      const hasChanged = found.some(({ kind }) => kind !== 'new');
      tell(hasChanged ? 'changed' : 'ok', performance.now() - startedAt, describe(result), found);
      return result;
    } catch (error) {
      if (!(error instanceof UpstreamFailure) || this.signal.aborted) throw error;
      tell('failed', performance.now() - startedAt, error.message, drift());
      return undefined;
    }
  }
}

function isKnown(value: unknown): string {
  return value === undefined ? 'not known' : 'known';
}

function counted(what: string): (list: readonly unknown[]) => string {
  return ({ length }) => `${length} ${what}`;
}

/** A league, if there is one: its answers are the most complete. */
function chooseTournament(tournaments: readonly UpstreamTournament[]): UpstreamTournament | undefined {
  return tournaments.find(({ kind }) => kind === 'league') ?? tournaments[0];
}

function chooseMatches(matches: readonly UpstreamMatch[]): { played?: UpstreamMatch; next?: UpstreamMatch } {
  const inOrder = matches.toSorted((a, b) => (a.localDate < b.localDate ? -1 : 1));
  const played = inOrder.findLast(({ score }) => score !== null);
  const next = inOrder.find((match) => match.score === null && match.localDate > (played?.localDate ?? ''));
  return { ...(played && { played }), ...(next && { next }) };
}
