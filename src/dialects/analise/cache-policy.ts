import type { MatchAnalysis } from '#modules/analysis/index.js';
import type { EstatisticasQuery } from './estatisticas.query.js';

/** Grows when an answer's form changes, so that no store gives out answers of the old form. */
const CACHE_VERSION = 1;

const HOUR = 3_600;

/** Seconds, as documented; clients are told the same. */
export const TTL = {
  partidas: HOUR,
  stats: 6 * HOUR,
  competicoes: 12 * HOUR,
  escudo: 7 * 24 * HOUR,
  /** A badge that was not found may be there soon. */
  noEscudo: HOUR,
} as const;

/** Milliseconds, as documented: an answer that is not there by then is a failure. */
export const TIME_LIMIT = { lists: 10_000, match: 30_000, badge: 5_000 } as const;

const key = (...parts: string[]): string => `v${CACHE_VERSION}:${parts.join(':')}`;

export const cacheKey = {
  partidas: (data: string) => key('partidas', data),
  stats: (matchId: string, { filtro, periodo, home_mando, away_mando }: EstatisticasQuery) =>
    key('stats', matchId, filtro, periodo, home_mando ?? 'all', away_mando ?? 'all'),
  competicoes: () => key('competicoes', 'list'),
  /** Found by name, a badge must not answer for the same id with another name, or with none. */
  escudo: (teamId: string, nome?: string) => key('escudo', teamId, ...(nome === undefined ? [] : [nome.toLowerCase()])),
  escudoFromProvider: (teamId: string, nome = '') => key('escudo-provider', teamId, nome.toLowerCase()),
};

export const cacheTag = {
  match: (id: number) => `match:${id}`,
  team: (id: number) => `team:${id}`,
  /** `YYYY-MM-DD` */
  day: (day: string) => `day:${day}`,
  competitions: 'competitions',
};

/**
 * An analysis is made from the two teams' matches. It also knows the rest of the tournament, by averages and places in
 * the table; those may be as old as the contract allows, or every goal anywhere would empty a league's answers.
 */
export const tagsOfAnalysis = ({ match }: Pick<MatchAnalysis, 'match'>): string[] => [
  cacheTag.match(match.id),
  cacheTag.team(match.home.id),
  cacheTag.team(match.away.id),
];
