import type { CompetitionRecord, SeasonRecord } from '#core/season/season-record.js';

/** External ids of one season's things within its source; the tables are in `ExternalRef`. */
export interface SeasonIds {
  competition: string;
  tournament: string;
  team(title: string): string;
  match(key: string): string;
}

export function seasonIds({ competition, year }: SeasonRecord): SeasonIds {
  const tournament = `${competition.code}:${year}`;
  const namespace = teamNamespace(competition);
  return {
    competition: competition.code,
    tournament,
    team: (title) => `${namespace}:${title}`,
    match: (key) => `${tournament}:${key}`,
  };
}

/**
 * Clubs keep their identity between the divisions of one country and share names with clubs of other countries and
 * sports. Where a competition is of no country, names mean something only within it.
 */
function teamNamespace({ country, code, sport }: CompetitionRecord): string {
  const place = country ?? code;
  return sport === 'soccer' ? place : `${sport}/${place}`;
}
