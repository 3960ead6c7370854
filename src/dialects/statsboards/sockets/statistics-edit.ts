import type { StatisticsOverride } from '#core/football/plays/statistics-document.js';
import type { UnknownFigure } from '#modules/plays/index.js';
import {
  DEFENCE_FIGURES,
  type MatchStatsView,
  OFFENCE_FIGURES,
  QUARTERBACK_FIGURES,
  type SideStatsView,
  TEAM_FIGURES,
} from '../live/match-stats.view.js';
import { parseMoment } from '../statsboards.dates.js';

const SIDES = { team_a: 'home', team_b: 'away' } as const;
const PLAYER_TABLES = {
  offense_stats: { path: 'offence', figures: OFFENCE_FIGURES },
  qb_stats: { path: 'quarterbacks', figures: QUARTERBACK_FIGURES },
  defense_stats: { path: 'defence', figures: DEFENCE_FIGURES },
} as const;

type Side = keyof typeof SIDES;
type PlayerTable = keyof typeof PLAYER_TABLES;
type Figures = Readonly<Record<string, number>>;

/** A figure as the client names it, and its path in the domain's document. */
interface EditedFigure extends StatisticsOverride {
  side: Side;
  table: 'team_stats' | PlayerTable;
  /** Player of the match; null for the team's own figures. */
  player: string | null;
  name: string;
}

export interface StatisticsEdit {
  at: Date;
  figures: readonly EditedFigure[];
}

/** Why an edit cannot be taken, in words for whoever wrote the client. */
export class BadEdit extends Error {}

/**
 * Reads a `stats_update` of a client. Figures that are given in part are set as given. A table that names all of its
 * figures was copied whole: of it only those are set that differ from what the client was shown (`shown`, all it can
 * have edited from); otherwise every copy would nail down figures nobody has touched.
 * @throws BadEdit
 */
export function readEdit(
  message: Readonly<Record<string, unknown>>,
  matchId: number,
  shown: readonly MatchStatsView[],
): StatisticsEdit {
  if (message['match_id'] !== undefined && message['match_id'] !== matchId) {
    throw new BadEdit(`match_id must be ${matchId}`);
  }
  const { timestamp, stats } = message;
  const at = typeof timestamp === 'string' ? parseMoment(timestamp) : undefined;
  if (at === undefined) throw new BadEdit('timestamp must be a moment of ISO 8601');
  if (!isObject(stats)) throw new BadEdit('stats must be an object');
  const figures: EditedFigure[] = [];
  for (const side of Object.keys(SIDES) as Side[]) {
    const given = stats[side];
    if (given === undefined || given === null) continue;
    if (!isObject(given)) throw new BadEdit(`${side} must be an object`);
    const sides = shown.map((view) => view[side]);
    figures.push(...teamEdits(side, given['team_stats'], sides));
    for (const table of Object.keys(PLAYER_TABLES) as PlayerTable[]) {
      figures.push(...playerEdits(side, table, given[table], sides));
    }
  }
  return { at, figures };
}

/** The same in the words of the client: `team_a.defense_stats.17.tackles`. */
export function refusalOf({ path }: UnknownFigure, { figures }: StatisticsEdit): BadEdit {
  const { side, table, player, name } = figures.find((figure) => figure.path === path)!;
  const figure = [side, table, player, name].filter((part) => part !== null).join('.');
  return new BadEdit(`There is no figure ${figure} in this match`);
}

/** The statistics as the client has them after its own edit. */
export function withEdit(view: MatchStatsView, { figures }: StatisticsEdit): MatchStatsView {
  const edited = structuredClone(view);
  for (const { side, table, player, name, value } of figures) {
    const figuresOf = player === null ? edited[side].team_stats : edited[side][table as PlayerTable][player];
    if (figuresOf !== undefined) figuresOf[name] = Math.round(value * 100) / 100;
  }
  return edited;
}

function teamEdits(side: Side, given: unknown, shown: readonly SideStatsView[]): EditedFigure[] {
  const bases = shown.map(({ team_stats }) => team_stats);
  return edits(given, TEAM_FIGURES, bases, `${side}.team_stats`, (name, figure, value) => ({
    path: `${SIDES[side]}.team.${figure}`,
    value,
    side,
    table: 'team_stats',
    player: null,
    name,
  }));
}

function playerEdits(side: Side, table: PlayerTable, given: unknown, shown: readonly SideStatsView[]): EditedFigure[] {
  if (given === undefined || given === null) return [];
  if (!isObject(given)) throw new BadEdit(`${side}.${table} must be an object`);
  const { path, figures } = PLAYER_TABLES[table];
  return Object.entries(given).flatMap(([player, values]) => {
    const where = `${side}.${table}.${player}`;
    if (!/^\d{1,10}$/.test(player)) throw new BadEdit(`${where} names no player of the match`);
    const bases = shown.map((view) => view[table][player] ?? {});
    return edits(values, figures, bases, where, (name, figure, value) => ({
      path: `${SIDES[side]}.${path}.${Number(player)}.${figure}`,
      value,
      side,
      table,
      player: String(Number(player)),
      name,
    }));
  });
}

function edits(
  given: unknown,
  figures: Readonly<Record<string, string>>,
  bases: readonly Figures[],
  where: string,
  edit: (name: string, figure: string, value: number) => EditedFigure,
): EditedFigure[] {
  if (given === undefined || given === null) return [];
  if (!isObject(given)) throw new BadEdit(`${where} must be an object`);
  const names = Object.keys(figures).filter((name) => given[name] !== undefined);
  const copied = names.length === Object.keys(figures).length;
  return names.flatMap((name) => {
    const value = given[name];
    if (typeof value !== 'number' || Math.abs(value) > 1e9) throw new BadEdit(`${where}.${name} must be a number`);
    const untouched = copied && bases.some((base) => (base[name] ?? 0) === value);
    return untouched ? [] : [edit(name, figures[name]!, value)];
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
