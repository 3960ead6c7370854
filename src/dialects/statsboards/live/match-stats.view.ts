import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type {
  OffenceFigures,
  QuarterbackFigures,
  SideDocument,
  StatisticsDocument,
  TeamFigures,
} from '#core/football/plays/statistics-document.js';
import type { DefenceStatistics } from '#core/football/plays/statistics.js';

const count = { type: 'integer' } as const;
const average = { type: 'number', description: 'To two decimals' } as const;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** The domain's name of each figure, by the contract's: what is shown, and what can be set by hand. */
export const TEAM_FIGURES = {
  offence_yards: 'offenceYards',
  pass_att: 'passAttempts',
  run_att: 'runAttempts',
  avg_yards_per_att: 'yardsPerAttempt',
  pass_yards: 'passYards',
  run_yards: 'runYards',
  lost_yards: 'lostYards',
  flag_yards: 'flagYards',
  third_down_attempts: 'thirdDownAttempts',
  third_down_conversions: 'thirdDownConversions',
  fourth_down_attempts: 'fourthDownAttempts',
  fourth_down_conversions: 'fourthDownConversions',
  first_down_gained: 'firstDowns',
  turnovers: 'turnovers',
} as const satisfies Record<string, keyof TeamFigures>;

export const OFFENCE_FIGURES = {
  pass_attempts: 'targets',
  pass_received: 'receptions',
  pass_yards: 'receivingYards',
  pass_td: 'receivingTouchdowns',
  run_attempts: 'runAttempts',
  run_yards: 'runYards',
  run_avr: 'yardsPerRun',
  run_td: 'runTouchdowns',
  fumble: 'fumbles',
} as const satisfies Record<string, keyof OffenceFigures>;

export const QUARTERBACK_FIGURES = {
  passes: 'passes',
  passes_completed: 'completions',
  pass_yards: 'passYards',
  pass_td: 'passTouchdowns',
  pass_avr: 'completionPercentage',
  run_attempts: 'runAttempts',
  run_yards: 'runYards',
  run_td: 'runTouchdowns',
  run_avr: 'yardsPerRun',
  fumble: 'fumbles',
  interception: 'interceptions',
  qb_rating: 'rating',
} as const satisfies Record<string, keyof QuarterbackFigures>;

export const DEFENCE_FIGURES = {
  tackles: 'tackles',
  assist_tackles: 'assistTackles',
  sacks: 'sacks',
  interceptions: 'interceptions',
  fumble_recoveries: 'fumbleRecoveries',
  flags: 'flags',
} as const satisfies Record<string, keyof DefenceStatistics>;

/** A class with the figures of a table, and the id of whom they are of. */
function figuresView(name: string, figures: Readonly<Record<string, string>>): new () => Record<string, number> {
  class FiguresView {
    @ApiProperty(count)
    id: number;
  }
  Object.defineProperty(FiguresView, 'name', { value: name });
  for (const figure of Object.keys(figures)) {
    ApiProperty(/avr|avg|rating/.test(figure) ? average : count)(FiguresView.prototype, figure);
  }
  return FiguresView as unknown as new () => Record<string, number>;
}

export const TeamStatsView = figuresView('TeamStats', TEAM_FIGURES);
export const OffenseStatsView = figuresView('OffenseStats', OFFENCE_FIGURES);
export const QBStatsView = figuresView('QBStats', QUARTERBACK_FIGURES);
export const DefenseStatsView = figuresView('DefenseStats', DEFENCE_FIGURES);

type Figures = Record<string, number>;

const byPlayer = (view: new () => Figures) => ({
  type: 'object' as const,
  description: 'By player of the match',
  additionalProperties: { $ref: getSchemaPath(view) },
});

@ApiExtraModels(OffenseStatsView, QBStatsView, DefenseStatsView)
export class SideStatsView {
  @ApiProperty({ type: 'integer', example: 1, description: 'The team' })
  id: number;

  @ApiProperty({ type: TeamStatsView })
  team_stats: Figures;

  @ApiProperty(byPlayer(OffenseStatsView))
  offense_stats: Record<string, Figures>;

  @ApiProperty(byPlayer(QBStatsView))
  qb_stats: Record<string, Figures>;

  @ApiProperty(byPlayer(DefenseStatsView))
  defense_stats: Record<string, Figures>;
}

export class MatchStatsView {
  @ApiProperty({ type: 'integer', example: 123 })
  match_id: number;

  @ApiProperty({ type: SideStatsView })
  team_a: SideStatsView;

  @ApiProperty({ type: SideStatsView })
  team_b: SideStatsView;
}

const matchStatsView = (matchId: number, { home, away }: StatisticsDocument): MatchStatsView => ({
  match_id: matchId,
  team_a: sideView(home),
  team_b: sideView(away),
});

const sideView = ({ teamId, team, offence, quarterbacks, defence }: SideDocument): SideStatsView => ({
  id: teamId,
  team_stats: figuresOf(teamId, TEAM_FIGURES, team),
  offense_stats: playersOf(OFFENCE_FIGURES, offence),
  qb_stats: playersOf(QUARTERBACK_FIGURES, quarterbacks),
  defense_stats: playersOf(DEFENCE_FIGURES, defence),
});

function figuresOf<Name extends string>(
  id: number,
  names: Readonly<Record<string, Name>>,
  figures: Readonly<Record<Name, number>>,
): Figures {
  const view: Figures = { id };
  for (const name in names) view[name] = rounded(figures[names[name]]);
  return view;
}

function playersOf<Name extends string>(
  names: Readonly<Record<string, Name>>,
  players: Readonly<Record<number, Readonly<Record<Name, number>>>>,
): Record<string, Figures> {
  const view: Record<string, Figures> = {};
  for (const id in players) view[id] = figuresOf(Number(id), names, players[id]);
  return view;
}

/** Statistics as clients of this contract get them. */
export interface ShownStatistics {
  view: MatchStatsView;
  json: string;
  bytes: Buffer;
}

const shown = new WeakMap<StatisticsDocument, ShownStatistics>();

/** The view and its JSON, made once for a document: while nothing is played, statistics are the same one. */
export function shownStatistics(matchId: number, document: StatisticsDocument): ShownStatistics {
  let made = shown.get(document);
  if (made === undefined) {
    const view = matchStatsView(matchId, document);
    const json = JSON.stringify(view);
    made = { view, json, bytes: Buffer.from(json) };
    shown.set(document, made);
  }
  return made;
}
