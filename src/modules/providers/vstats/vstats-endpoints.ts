import type { Endpoint } from '../resilience/upstream-host.js';

/** What is asked of VStats. Parameter names are read without regard to case. */
export const VSTATS_ENDPOINTS = {
  calendar: { path: '/stats/tournament/v1/calendar' },
  week: { path: '/stats/tournament/v1/schedule/week' },
  season: { path: '/stats/tournament/v1/schedule' },
  match: { path: '/stats/matchstats/v1/get-match-stats' },
  /** 500 is its answer for matches that are not played. */
  playedStats: { path: '/stats/matchstats/v1/get-game-played-stats', ownStatuses: [500] },
  preview: { path: '/stats/matchpreview/v1/get-match-preview' },
  standings: { path: '/stats/standings/v1/standings' },
  seasonStats: { path: '/stats/seasonstats/v1/team' },
  referee: { path: '/stats/referees/v1/get-by-prsn' },
} as const satisfies Record<string, Endpoint>;

export type VstatsEndpoint = keyof typeof VSTATS_ENDPOINTS;
