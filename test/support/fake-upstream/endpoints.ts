import { searchTeamsBody } from './badge-bodies.js';
import type { FakeTournament, FakeWorld } from './fake-world.js';
import { matchStatsBody, playedStatsBody, previewBody } from './match-bodies.js';
import { calendarBody, seasonBody, weekBody } from './schedule-bodies.js';
import { refereeBody, seasonStatsBody, standingsBody } from './table-bodies.js';

/** The answer is an error with that status. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: unknown = { title: 'Not Found', status },
  ) {}
}

/** Parameters by their names in lower case: the original does not mind. */
export type Query = Readonly<Record<string, string | undefined>>;

interface FakeEndpoint {
  path: string;
  /** Parameters without which the answer is 400. */
  required: readonly string[];
  answer: (world: FakeWorld, query: Query) => unknown;
}

const VSTATS = '/api/stats';

export const ENDPOINTS = {
  calendar: {
    path: `${VSTATS}/tournament/v1/calendar`,
    required: [],
    answer: (world) => calendarBody(world),
  },
  week: {
    path: `${VSTATS}/tournament/v1/schedule/week`,
    required: ['Tmcl'],
    answer: (world, query) => forTournament(world, query, (tournament) => weekBody(tournament, world)),
  },
  season: {
    path: `${VSTATS}/tournament/v1/schedule`,
    required: ['Tmcl'],
    answer: (world, query) => forTournament(world, query, seasonBody),
  },
  match: {
    path: `${VSTATS}/matchstats/v1/get-match-stats`,
    required: ['Fx'],
    answer: ({ matches }, { fx = '' }) => {
      const match = matches.get(fx);
      return match ? matchStatsBody(match) : new Refusal(404);
    },
  },
  playedStats: {
    path: `${VSTATS}/matchstats/v1/get-game-played-stats`,
    required: ['Fx'],
    answer: ({ matches }, { fx = '' }) => {
      const match = matches.get(fx);
      return (match && playedStatsBody(match)) ?? new Refusal(500, { title: 'An error occurred.', status: 500 });
    },
  },
  preview: {
    path: `${VSTATS}/matchpreview/v1/get-match-preview`,
    required: ['Fx'],
    answer: ({ matches }, { fx = '' }) => {
      const match = matches.get(fx);
      return match ? previewBody(match) : new Refusal(404);
    },
  },
  standings: {
    path: `${VSTATS}/standings/v1/standings`,
    required: ['Tmcl'],
    answer: (world, query) => forTournament(world, query, standingsBody),
  },
  seasonStats: {
    path: `${VSTATS}/seasonstats/v1/team`,
    required: ['Ctst', 'Tmcl'],
    answer: (world, query) => {
      const team = world.team(query['ctst'] ?? '');
      if (!team || query['detailed'] !== 'yes') return {};
      return forTournament(world, query, (tournament) => seasonStatsBody(tournament, team));
    },
  },
  referee: {
    path: `${VSTATS}/referees/v1/get-by-prsn`,
    required: ['Prsn'],
    answer: (world, { prsn = '' }) => refereeBody(world, prsn) ?? new Refusal(404),
  },
  badge: {
    path: '/api/v1/json/:key/searchteams.php',
    required: [],
    answer: (world, { t = '' }) => searchTeamsBody(world, t),
  },
} as const satisfies Record<string, FakeEndpoint>;

export type EndpointName = keyof typeof ENDPOINTS;

export const ENDPOINT_NAMES = Object.keys(ENDPOINTS) as EndpointName[];

/** The answer of the endpoint to these parameters. */
export function answerOf(name: EndpointName, world: FakeWorld, query: Query): unknown {
  const { required, answer }: FakeEndpoint = ENDPOINTS[name];
  const missing = required.filter((each) => !query[each.toLowerCase()]);
  return missing.length === 0 ? answer(world, query) : new Refusal(400, problemDetails(missing));
}

function forTournament(world: FakeWorld, { tmcl = '' }: Query, answer: (of: FakeTournament) => unknown): unknown {
  const tournament = world.tournament(tmcl);
  return tournament ? answer(tournament) : new Refusal(404);
}

function problemDetails(missing: readonly string[]): unknown {
  return {
    type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
    title: 'One or more validation errors occurred.',
    status: 400,
    traceId: '00-00000000000000000000000000000000-0000000000000000-00',
    errors: Object.fromEntries(missing.map((name) => [name, [`The ${name} field is required.`]])),
  };
}
