import {
  type DefenceStatistics,
  emptyDefence,
  emptyOffence,
  emptyQuarterback,
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
    offence: figures(offence, offenceFigures),
    quarterbacks: figures(quarterbacks, quarterbackFigures),
    defence: figures(defence, (counts) => ({ ...counts })),
  };
}

function figures<From, To>(players: ReadonlyMap<number, From>, figure: (counts: From) => To): Record<number, To> {
  return Object.fromEntries([...players].map(([player, counts]) => [player, figure(counts)]));
}

const offenceFigures = (counts: OffenceStatistics): OffenceFigures => ({
  ...counts,
  yardsPerRun: share(counts.runYards, counts.runAttempts),
});

const quarterbackFigures = (counts: QuarterbackStatistics): QuarterbackFigures => ({
  ...counts,
  completionPercentage: 100 * share(counts.completions, counts.passes),
  yardsPerRun: share(counts.runYards, counts.runAttempts),
  rating: passerRating(counts),
});

/** What a player has who has done nothing yet, by the table he is in. */
const NOTHING: Readonly<Record<string, () => object>> = {
  offence: () => offenceFigures(emptyOffence()),
  quarterbacks: () => quarterbackFigures(emptyQuarterback()),
  defence: () => ({ ...emptyDefence() }),
};

/**
 * Figures of a document that can be set by hand, by their path: `home.team.passYards`, `away.defence.17.tackles`. Those
 * of a player who has done nothing yet are 0, whoever he is; undefined for a path that names no figure.
 */
export function figureAt(document: StatisticsDocument, path: string): number | undefined {
  const place = placeOf(document, path);
  const value = (place?.figures ?? place?.nothing())?.[place!.name];
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
    if (figureAt(corrected, path) === undefined) continue;
    const { table, key, nothing, name } = placeOf(corrected, path)!;
    const figures = ((table as Record<string, Figures | undefined>)[key] ??= nothing());
    figures[name] = value;
  }
  return corrected;
}

type Figures = Record<string, unknown>;

/** Where a figure is: in a table of figures, which a player may not have yet. */
interface Place {
  table: object;
  key: string;
  figures: Figures | undefined;
  nothing: () => Figures;
  name: string;
}

const PATH = /^(home|away)\.(?:(team)|(offence|quarterbacks|defence)\.(\d{1,10}))\.(\w+)$/;

function placeOf(document: StatisticsDocument, path: string): Place | undefined {
  const [, side, team, players, player, name] = PATH.exec(path) ?? [];
  if (side === undefined || name === undefined) return undefined;
  const sideDocument = document[side as 'home' | 'away'];
  const table = team ? sideDocument : sideDocument[players as 'offence'];
  const key = team ?? player!;
  const nothing = (): Figures => (team ? {} : NOTHING[players!]!()) as Figures;
  const figures = Object.hasOwn(table, key)
    ? ((table as unknown as Record<string, Figures>)[key] as Figures)
    : undefined;
  if (!Object.hasOwn(figures ?? nothing(), name)) return undefined;
  return { table, key, figures, nothing, name };
}
