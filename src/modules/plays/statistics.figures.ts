import { Field, Float } from '@nestjs/graphql';
import type { OffenceFigures, QuarterbackFigures, TeamFigures } from '#core/football/plays/statistics-document.js';
import type { DefenceStatistics } from '#core/football/plays/statistics.js';

type Descriptions<Figures> = Readonly<Record<keyof Figures & string, string>>;

/** What each figure means. The paths of changes and corrections end with these names. */
export const TEAM_FIGURES: Descriptions<TeamFigures> = {
  offenceYards: 'Yards by passes and runs, less what sacks lost.',
  yardsPerAttempt: 'Yards per attempt; 0 without one.',
  passAttempts: 'Pass plays, sacks among them.',
  runAttempts: 'Run plays.',
  passYards: 'Yards by completed passes.',
  runYards: 'Yards by runs, less what sacks lost.',
  rushingYards: 'Yards by runs alone.',
  sackYards: 'Yards lost by sacks, positive.',
  sacked: 'Sacks suffered.',
  lostYards: 'Yards lost by sacks and by runs that ended in a fumble, positive.',
  flagYards: 'Penalty yards against the team, negative or zero.',
  thirdDownAttempts: 'Third downs played.',
  thirdDownConversions: 'Third downs that became a first down.',
  fourthDownAttempts: 'Fourth downs played.',
  fourthDownConversions: 'Fourth downs that became a first down.',
  firstDowns: 'First downs gained.',
  turnovers: 'Interceptions thrown and fumbles lost.',
};

export const OFFENCE_FIGURES: Descriptions<OffenceFigures> = {
  targets: 'Passes thrown to the player.',
  receptions: 'Passes caught.',
  receivingYards: 'Yards by receptions.',
  receivingTouchdowns: 'Touchdowns by receptions.',
  runAttempts: 'Runs.',
  runYards: 'Yards by runs.',
  runTouchdowns: 'Touchdowns by runs.',
  fumbles: 'Fumbles.',
  yardsPerRun: 'Yards per run; 0 without one.',
};

export const QUARTERBACK_FIGURES: Descriptions<QuarterbackFigures> = {
  passes: 'Pass plays, sacks among them.',
  completions: 'Completed passes.',
  passYards: 'Yards by completed passes.',
  passTouchdowns: 'Touchdowns by passes.',
  interceptions: 'Passes intercepted.',
  sacked: 'Sacks suffered.',
  sackYards: 'Yards lost by sacks, positive.',
  runAttempts: 'Own runs.',
  runYards: 'Yards by own runs.',
  runTouchdowns: 'Touchdowns by own runs.',
  fumbles: 'Fumbles.',
  completionPercentage: 'Completed passes in percent of all, 0 to 100.',
  yardsPerRun: 'Yards per run; 0 without one.',
  rating: 'Passing efficiency as college football computes it (NCAA).',
};

export const DEFENCE_FIGURES: Descriptions<DefenceStatistics> = {
  tackles: 'Tackles.',
  assistTackles: 'Assisted tackles.',
  sacks: 'Sacks, in halves where two share one.',
  interceptions: 'Passes intercepted.',
  fumbleRecoveries: 'Fumbles recovered.',
  flags: 'Penalties.',
};

/** Gives a type of the schema a field for each figure. All may be set by hand, to any number. */
export const HasFigures =
  (figures: Readonly<Record<string, string>>): ClassDecorator =>
  ({ prototype }) => {
    for (const [name, description] of Object.entries(figures)) {
      Field(() => Float, { description })(prototype as object, name);
    }
  };
