import { hash } from 'node:crypto';
import type { UpstreamMatch, UpstreamMatchDetails, UpstreamStatLine } from '../upstream.js';

/** A match as its row will be, besides the ids of our own. Null is unknown and overwrites nothing. */
export interface MatchRow {
  external_id: string;
  home: string;
  away: string;
  kickoff: string | null;
  local_date: string;
  status: string | null;
  score_home: number | null;
  score_away: number | null;
  half_time_home: number | null;
  half_time_away: number | null;
  week: number | null;
  venue: string | null;
  referee: string | null;
}

/** Which answer a row comes from. Each kind tells something else, so each has a digest of its own. */
export const PARTS = ['week', 'season', 'details'] as const;
export type Part = (typeof PARTS)[number];

const MAX_TEXT = 255;
/** A match whose score is told so soon after its kickoff is still being played. */
const SHORTEST_MATCH_MS = 105 * 60_000;

/** Null for a match that cannot be stored: one without a day, or of a team against itself. */
export function matchRow(match: UpstreamMatch | UpstreamMatchDetails, now: number): MatchRow | null {
  if (match.home.id === match.away.id || !/^\d{4}-\d{2}-\d{2}$/.test(match.localDate)) return null;
  const { score } = match;
  const halfTime = 'halfTime' in match ? match.halfTime : null;
  const sinceKickoff = match.kickoffAt === null ? Infinity : now - Date.parse(match.kickoffAt);
  const isPlaying = sinceKickoff >= 0 && sinceKickoff < SHORTEST_MATCH_MS;
  // Only a match with a score can be over; without one a row that says so would contradict itself.
  const told = match.status === 'finished' && score === null ? null : match.status;
  return {
    external_id: match.id,
    home: match.home.id,
    away: match.away.id,
    kickoff: match.kickoffAt,
    local_date: match.localDate,
    status: told ?? (score === null ? null : isPlaying ? 'live' : 'finished'),
    score_home: score && score.home,
    score_away: score && score.away,
    half_time_home: halfTime && halfTime.home,
    half_time_away: halfTime && halfTime.away,
    week: match.week,
    venue: match.venue?.slice(0, MAX_TEXT) ?? null,
    referee: 'referee' in match ? (match.referee?.name.slice(0, MAX_TEXT) ?? null) : null,
  };
}

/** 120 bits in 20 characters: three of them and two points fit the 64 characters of the column. */
export const digestOf = (...facts: unknown[]): string =>
  hash('sha256', JSON.stringify(facts), 'base64url').slice(0, 20);

export const digestOfRow = (row: MatchRow, lines: readonly UpstreamStatLine[] = []): string => digestOf(row, lines);

/** The digest of one part within the digests of all, as stored. */
export function partOf(stored: string | null, part: Part): string {
  return stored?.split('.')[PARTS.indexOf(part)] ?? '';
}

export function withPart(stored: string | null, part: Part, digest: string): string {
  return PARTS.map((name) => (name === part ? digest : partOf(stored, name))).join('.');
}
