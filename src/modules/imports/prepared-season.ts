import type { CompetitionRecord, MatchRecord, SeasonRecord } from '#core/season/season-record.js';
import { RefusedFact, textField } from './copy-text.js';
import { type SeasonIds, seasonIds } from './external-ids.js';
import { digestMatch, encodeMatch, type MatchRows } from './match-rows.js';
import { OddsRows } from './odds-rows.js';

/** A match the database has no reason to refuse, with its rows ready to send. */
export interface PreparedMatch {
  record: MatchRecord;
  externalId: string;
  digest: string;
  rows: MatchRows;
}

export interface PreparedSeason {
  record: SeasonRecord;
  ids: SeasonIds;
  matches: PreparedMatch[];
  refused: RefusedMatch[];
}

/** A match that was left out, and why. */
export interface RefusedMatch {
  season: SeasonRecord;
  match: MatchRecord;
  reason: string;
}

const MAX_TITLE = 50;
const MAX_EXTERNAL_ID = 255;

/**
 * Checks a season and encodes its matches. A match that cannot be stored is left out with a reason; when the competition
 * itself cannot be stored, all are.
 */
export function prepareSeason(season: SeasonRecord, oddsRows = new OddsRows()): PreparedSeason {
  const ids = seasonIds(season);
  const matches: PreparedMatch[] = [];
  const refused: RefusedMatch[] = [];
  const fault = faultOf(() => checkSeason(season));
  const keys = new Set<string>();
  for (const record of season.matches) {
    const reason =
      fault ??
      faultOf(() => {
        if (keys.has(record.key)) throw new RefusedFact(`the key ${record.key} stands twice in the season`);
        checkNames(record, ids);
        const rows = encodeMatch(record, oddsRows);
        matches.push({ record, externalId: ids.match(record.key), digest: digestMatch(record, rows), rows });
        keys.add(record.key);
      });
    if (reason !== null) refused.push({ season, match: record, reason });
  }
  return { record: season, ids, matches, refused };
}

function faultOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof RefusedFact) return error.message;
    throw error;
  }
}

function checkSeason({ source, competition, year }: SeasonRecord): void {
  const { code, title, country }: CompetitionRecord = competition;
  textField('source', source, 32);
  textField('competition', title, 255);
  textField('country', country, 100);
  // Colons separate the parts of an external id.
  if (code === '' || code.includes(':') || country?.includes(':')) {
    throw new RefusedFact(`competition "${code}" of ${country ?? 'no country'} is not named in an identifiable way`);
  }
  if (!Number.isInteger(year) || year < 1800 || year >= 3000) throw new RefusedFact(`${year} is not a year`);
}

function checkNames({ home, away, key }: MatchRecord, ids: SeasonIds): void {
  for (const team of [home, away]) {
    if (team.trim() === '') throw new RefusedFact('a team has no name');
    textField(`team "${team}"`, team, MAX_TITLE);
    textField('team id', ids.team(team), MAX_EXTERNAL_ID);
  }
  textField('match id', ids.match(key), MAX_EXTERNAL_ID);
}
