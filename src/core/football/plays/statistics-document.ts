import {
  type DefenceStatistics,
  offenceYards,
  type OffenceStatistics,
  passerRating,
  type QuarterbackStatistics,
  type SideStatistics,
  type TeamStatistics,
  yardsPerAttempt,
} from './statistics.js';

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

export type TeamFigures = TeamStatistics & { offenceYards: number; yardsPerAttempt: number };
export type OffenceFigures = OffenceStatistics & { yardsPerRun: number };
export type QuarterbackFigures = QuarterbackStatistics & {
  /** 0 to 100. */
  completionPercentage: number;
  yardsPerRun: number;
  rating: number;
};

/** One team of a match with what follows from its counts; players by their id in the match. Figures are not rounded. */
export interface SideDocument {
  teamId: number;
  team: TeamFigures;
  offence: Record<number, OffenceFigures>;
  quarterbacks: Record<number, QuarterbackFigures>;
  defence: Record<number, DefenceStatistics>;
}

/** What is shown of a match's statistics: the counts, what follows from them, and what was corrected by hand. */
export interface StatisticsDocument {
  home: SideDocument;
  away: SideDocument;
}

/** A figure set by hand: `home.team.passYards`, `away.defence.17.tackles`. */
export interface StatisticsOverride {
  path: string;
  value: number;
}

export function statisticsDocument([home, away]: readonly [SideStatistics, SideStatistics]): StatisticsDocument {
  return { home: sideDocument(home), away: sideDocument(away) };
}

function sideDocument({ teamId, team, offence, quarterbacks, defence }: SideStatistics): SideDocument {
  return {
    teamId,
    team: { ...team, offenceYards: offenceYards(team), yardsPerAttempt: yardsPerAttempt(team) },
    offence: figures(offence, (counts) => ({ ...counts, yardsPerRun: share(counts.runYards, counts.runAttempts) })),
    quarterbacks: figures(quarterbacks, (counts) => ({
      ...counts,
      completionPercentage: 100 * share(counts.completions, counts.passes),
      yardsPerRun: share(counts.runYards, counts.runAttempts),
      rating: passerRating(counts),
    })),
    defence: figures(defence, (counts) => ({ ...counts })),
  };
}

function figures<From, To>(players: ReadonlyMap<number, From>, figure: (counts: From) => To): Record<number, To> {
  return Object.fromEntries([...players].map(([player, counts]) => [player, figure(counts)]));
}

/** Figures of a document that can be set by hand, by their place in a side: `team.passYards`, `defence.17.tackles`. */
export function figureAt(document: StatisticsDocument, path: string): number | undefined {
  const holder = holderOf(document, path);
  const value = holder?.figures[holder.name];
  return typeof value === 'number' ? value : undefined;
}

/** The document with the figures set by hand; one that names no figure of it is passed over. Changes nothing given. */
export function withOverrides(
  document: StatisticsDocument,
  overrides: readonly StatisticsOverride[],
): StatisticsDocument {
  if (overrides.length === 0) return document;
  const corrected = structuredClone(document);
  for (const { path, value } of overrides) {
    const holder = holderOf(corrected, path);
    if (holder !== undefined && typeof holder.figures[holder.name] === 'number') holder.figures[holder.name] = value;
  }
  return corrected;
}

function holderOf(
  document: StatisticsDocument,
  path: string,
): { figures: Record<string, unknown>; name: string } | undefined {
  const steps = path.split('.');
  const name = steps.pop();
  let at: unknown = document;
  for (const step of steps) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  const found =
    typeof at === 'object' && at !== null && name !== undefined && name !== 'teamId' && Object.hasOwn(at, name);
  return found ? { figures: at as Record<string, unknown>, name } : undefined;
}
