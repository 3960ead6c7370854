import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { TeamObject } from '#modules/teams/index.js';
import type { StandingsVenue, TeamStanding } from './standings.service.js';

export const StandingsVenueEnum = { ALL: 'all', HOME: 'home', AWAY: 'away' } as const satisfies Record<
  Uppercase<StandingsVenue>,
  StandingsVenue
>;

registerEnumType(StandingsVenueEnum, {
  name: 'StandingsVenue',
  description: 'Which matches of each team a table counts.',
  valuesMap: {
    ALL: { description: 'All of them.' },
    HOME: { description: 'Those it played at home.' },
    AWAY: { description: 'Those it played away.' },
  },
});

@ObjectType('StandingsRow', { description: 'One team in a league table.' })
export class StandingsRowObject implements Omit<TeamStanding, 'team' | 'name'> {
  @Field(() => Int, { description: 'Place in the table, from 1. No two teams share one.' })
  position: number;

  @Field(() => TeamObject, { description: 'The team.' })
  team: TeamObject;

  @Field(() => Int, { description: 'Matches that count.' })
  played: number;

  @Field(() => Int, { description: 'Matches won.' })
  won: number;

  @Field(() => Int, { description: 'Matches drawn.' })
  drawn: number;

  @Field(() => Int, { description: 'Matches lost.' })
  lost: number;

  @Field(() => Int, { description: 'Goals scored.' })
  goalsFor: number;

  @Field(() => Int, { description: 'Goals conceded.' })
  goalsAgainst: number;

  @Field(() => Int, { description: 'Goals scored less goals conceded.' })
  goalDifference: number;

  @Field(() => Int, { description: 'Three for a win, one for a draw, less what was deducted.' })
  points: number;

  @Field(() => Int, { description: 'Points taken away.' })
  deducted: number;

  @Field(() => String, {
    description: 'Results of the last five matches as W, D and L, the most recent last: `WWDLW`.',
  })
  form: string;
}
