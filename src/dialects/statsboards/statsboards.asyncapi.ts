import type { AsyncMessage, AsyncPart, Schema } from '#platform/http/async-api.js';

type Schemas = Readonly<Record<string, Schema>>;

const integer = { type: 'integer' };
const text = { type: 'string' };
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/StatsBoards.${name}` });
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const object = (properties: Schemas, required = Object.keys(properties)): Schema => ({
  type: 'object',
  properties,
  required,
});
const typed = (type: string, properties: Schemas, required?: string[]): AsyncMessage['payload'] =>
  object({ type: { const: type }, ...properties }, ['type', ...(required ?? Object.keys(properties))]);
const message = (name: string, summary: string, payload: Schema): AsyncMessage => ({
  name,
  title: name,
  summary,
  payload,
});

const SPONSORING = {
  main_sponsor: orNull(ref('SponsorView')),
  sponsor_line: orNull(ref('SponsorLineView')),
};
const MATCH: Schemas = {
  match_id: integer,
  id: integer,
  status_code: { const: 200 },
  match: orNull({
    allOf: [
      ref('MatchRecordView'),
      object({
        title: text,
        team_a_score: integer,
        team_b_score: integer,
        tournament: orNull(ref('TournamentView')),
        ...SPONSORING,
      }),
    ],
  }),
  sponsors_data: object({ match: object(SPONSORING), tournament: object(SPONSORING) }),
  teams_data: object({ team_a: orNull(ref('RosterTeamView')), team_b: orNull(ref('RosterTeamView')) }),
  match_data: orNull(ref('MatchDataView')),
  scoreboard_data: orNull(ref('ScoreboardView')),
};
const PLAYERS = { type: 'array', items: ref('MatchPlayerView') };
const EVENTS = {
  type: 'array',
  items: { allOf: [ref('FootballEventView'), object({ quarter: text, time_remaining: text, event_type: text })] },
};
const CLOCKS: Schemas = { gameclock: orNull(ref('GameClockView')), playclock: orNull(ref('PlayClockView')) };
const NOW: Schemas = { server_time_ms: integer };

const updateOf = (type: string): Schema => typed(type, { ...MATCH, data: object(MATCH), ...NOW });

const MATCH_SOCKET: readonly AsyncMessage[] = [
  message(
    'initial-load',
    'Everything there is, first of all, and again when sponsors change',
    typed('initial-load', {
      match_id: integer,
      data: object({
        ...MATCH,
        players: PLAYERS,
        events: EVENTS,
        statistics: ref('MatchStatsView'),
        ...CLOCKS,
        ...NOW,
      }),
      ...NOW,
    }),
  ),
  message('message-update', 'The match, when a client begins', updateOf('message-update')),
  message('match-update', 'The match, its score, teams, tournament or scoreboard changed', updateOf('match-update')),
  message(
    'gameclock-update',
    'The game clock: at every change, and each second while it runs',
    typed('gameclock-update', { match_id: integer, gameclock: ref('GameClockView'), ...NOW }),
  ),
  message(
    'playclock-update',
    'The play clock: at every change, and each second while it runs; null hides it',
    typed('playclock-update', {
      match_id: integer,
      playclock: orNull(ref('PlayClockView')),
      is_supported: { type: 'boolean' },
      ...NOW,
    }),
  ),
  message('event-update', 'All plays', typed('event-update', { match_id: integer, events: EVENTS })),
  message(
    'statistics-update',
    'Statistics',
    typed('statistics-update', { match_id: integer, statistics: ref('MatchStatsView'), ...NOW }),
  ),
  message(
    'players-update',
    'The rosters',
    typed('players-update', { match_id: integer, data: object({ match_id: integer, players: PLAYERS }) }),
  ),
  message('ping', 'Asks whether the client is there', typed('ping', { timestamp: { type: 'number' } })),
  message('pong', 'Answers the client’s `ping`', typed('pong', { timestamp: { type: 'number' } })),
];

const STATISTICS: Schemas = { match_id: integer, stats: ref('MatchStatsView'), server_timestamp: text };
const STATISTICS_SOCKET: readonly AsyncMessage[] = [
  message('full_stats_update', 'All statistics, first of all', typed('full_stats_update', STATISTICS)),
  message('stats_update', 'Statistics after a change', typed('stats_update', STATISTICS)),
  message(
    'stats_sync',
    'The client’s edit is refused; this is how things are',
    typed('stats_sync', { ...STATISTICS, detail: text }),
  ),
];

/** The raw sockets of this contract, whose messages are made of the views of its REST document. */
export function statsboardsAsyncPart(schemas: Readonly<Record<string, unknown>>): AsyncPart {
  return {
    channels: [
      {
        name: 'statsboardsMatch',
        title: 'StatsBoards match',
        address: '/api/matches/ws/id/{match_id}/{client_id}/',
        protocol: 'ws',
        description: 'State of a match: who comes later, or lags, gets the newest and nothing else.',
        parameters: { match_id: 'Number of the match', client_id: 'What the client calls itself; need not be unique' },
        sends: MATCH_SOCKET,
        receives: [
          message('client.ping', 'Asks for `pong`', typed('ping', { timestamp: { type: 'number' } }, [])),
          message('client.pong', 'Answers `ping`', typed('pong', { timestamp: { type: 'number' } }, [])),
        ],
      },
      {
        name: 'statsboardsStatistics',
        title: 'StatsBoards statistics',
        address: '/api/matches/ws/matches/{match_id}/stats',
        protocol: 'ws',
        description: 'Statistics of a match, watched and edited together; the newest edit wins.',
        parameters: { match_id: 'Number of the match' },
        sends: STATISTICS_SOCKET,
        receives: [
          message(
            'client.stats_update',
            'Sets figures by hand',
            typed('stats_update', { match_id: integer, timestamp: text, stats: { type: 'object' } }, [
              'timestamp',
              'stats',
            ]),
          ),
        ],
      },
    ],
    schemas: Object.fromEntries(
      Object.entries(schemas).map(([name, schema]) => [`StatsBoards.${name}`, jsonSchemaOf(schema) as Schema]),
    ),
  };
}

/** OpenAPI 3.0 says `nullable` where JSON Schema has the type null, and its references begin elsewhere. */
function jsonSchemaOf(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(jsonSchemaOf);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string'
        ? value.replace('#/components/schemas/', '#/components/schemas/StatsBoards.')
        : jsonSchemaOf(value),
    ]),
  );
  return nullable === true ? { anyOf: [converted, { type: 'null' }] } : converted;
}
