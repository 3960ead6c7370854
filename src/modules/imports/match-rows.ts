import { hash } from 'node:crypto';
import type { MatchRecord, Side } from '#core/season/season-record.js';
import { countField, instantField, realField, RefusedFact, textField } from './copy-text.js';
import type { EncodedOdds, OddsRows } from './odds-rows.js';

export const MATCH_COLUMNS =
  'match_date, week, status, venue, referee, attendance, score_home, score_away, half_time_home, half_time_away';
export const STAT_LINE_COLUMNS =
  'period, goals, corners, shots, shots_on_target, yellow_cards, red_cards, fouls, offsides, saves, possession, xg';

const INTEGER = 2_147_483_647;
const SMALLINT = 32_767;
const PERIODS = new Set(['full', 'first_half', 'second_half']);

/** The rows of one match as COPY reads them, without the ids of match and teams; every row of text ends in a line feed. */
export interface MatchRows {
  /** `MATCH_COLUMNS`. */
  facts: string;
  /** `STAT_LINE_COLUMNS` of each side. */
  lines: Record<Side, string>;
  odds: EncodedOdds;
}

/** @throws RefusedFact for what the tables cannot hold or what contradicts itself. */
export function encodeMatch(match: MatchRecord, oddsRows: OddsRows): MatchRows {
  const { status, score, halfTime } = match;
  if (match.home === match.away) throw new RefusedFact(`${match.home} plays itself`);
  if (status !== 'finished' && status !== 'scheduled') throw new RefusedFact(`status ${String(status)} is not known`);
  if (status === 'finished' && score === null) throw new RefusedFact('the match is finished and has no score');
  if (status === 'scheduled' && score !== null) throw new RefusedFact('the match has a score and is not finished');
  const facts = [
    instantField('kickoff', match.kickoffAt),
    countField('week', match.week, INTEGER),
    status,
    textField('venue', match.venue, 255),
    textField('referee', match.referee, 255),
    countField('attendance', match.attendance, INTEGER),
    countField('score', score && score.home, INTEGER),
    countField('score', score && score.away, INTEGER),
    countField('half-time score', halfTime && halfTime.home, INTEGER),
    countField('half-time score', halfTime && halfTime.away, INTEGER),
  ];
  return { facts: `${facts.join('\t')}\n`, lines: encodeStatLines(match), odds: oddsRows.encode(match.odds) };
}

function encodeStatLines({ statLines }: MatchRecord): Record<Side, string> {
  const seen = new Set<string>();
  const rows = { home: '', away: '' };
  for (const line of statLines) {
    const { side, period } = line;
    if (!(side in rows) || !PERIODS.has(period)) throw new RefusedFact(`there are no statistics of ${side} ${period}`);
    if (seen.has(side + period)) throw new RefusedFact(`two rows of statistics of ${side} ${period}`);
    seen.add(side + period);
    const counts = [
      countField('goals', line.goals, SMALLINT),
      countField('corners', line.corners, SMALLINT),
      countField('shots', line.shots, SMALLINT),
      countField('shots on target', line.shotsOnTarget, SMALLINT),
      countField('yellow cards', line.yellowCards, SMALLINT),
      countField('red cards', line.redCards, SMALLINT),
      countField('fouls', line.fouls, SMALLINT),
      countField('offsides', line.offsides, SMALLINT),
      countField('saves', line.saves, SMALLINT),
      realField('possession', line.possession, 0, 100),
      realField('expected goals', line.xg, 0, 1000),
    ];
    rows[side] += `${period}\t${counts.join('\t')}\n`;
  }
  return rows;
}

export type DigestPart = 'facts' | 'lines' | 'odds';

/**
 * Digest of a match in three parts, so that a moved price does not write over a corrected referee. It is taken of the COPY
 * rows before ids are filled in: should their form ever change, every match is compared once with what is stored and nothing is written.
 */
export function digestMatch({ home, away }: MatchRecord, { facts, lines, odds }: MatchRows): string {
  return [digest(`${home}\t${away}\t${facts}`), digest(`${lines.home}\n${lines.away}`), digest(odds.bytes)].join('.');
}

/** The parts in which two digests differ; all of them when nothing is known about the stored match. */
export function changedParts(stored: string | null, digest: string): Set<DigestPart> {
  const before = stored?.split('.') ?? [];
  const after = digest.split('.');
  const parts: readonly DigestPart[] = ['facts', 'lines', 'odds'];
  return new Set(parts.filter((_, index) => before[index] !== after[index]));
}

/** 120 bits in 20 characters: three of them and two points fit the 64 characters of the column. */
function digest(rows: string | Buffer): string {
  return hash('sha256', rows, 'base64url').slice(0, 20);
}

/** Adds the same fields to the end of every row. */
export function appendToRows(rows: string, fields: string): string {
  return rows.replaceAll('\n', `\t${fields}\n`);
}
