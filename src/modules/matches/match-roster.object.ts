import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { MatchPlayer } from './match-roster.row.js';

@ObjectType('MatchPlayer', { description: 'A player of a match. Its id is what plays and statistics name.' })
export class MatchPlayerObject {
  @Field(() => ID, { description: 'Number of the player in this match.' })
  id: number;

  @Field(() => ID, { description: 'Number of the team played for.' })
  teamId: number;

  @Field(() => String, { nullable: true, description: 'Shirt number in this match.' })
  number: string | null;

  @Field(() => String, { nullable: true, description: 'Given name; null when the person is not known.' })
  firstName: string | null;

  @Field(() => String, { nullable: true, description: 'Family name; null when the person is not known.' })
  secondName: string | null;

  @Field(() => String, { nullable: true, description: 'Address of a small photo.' })
  photoUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Position in this match, else the one on the roster.' })
  position: string | null;

  @Field(() => Boolean, { description: 'Begins the match on the field.' })
  isStarting: boolean;

  @Field(() => ID, { nullable: true, description: 'Number of the player, whatever the match; null when not known.' })
  playerId: number | null;
}

@ObjectType('MatchRosters', { description: 'Who plays in a match, by name.' })
export class MatchRostersObject {
  @Field(() => [MatchPlayerObject], { description: 'Players of the home side.' })
  home: MatchPlayerObject[];

  @Field(() => [MatchPlayerObject], { description: 'Players of the away side.' })
  away: MatchPlayerObject[];
}

export function matchPlayerOf({ person, player, position, ...own }: MatchPlayer): MatchPlayerObject {
  return {
    id: own.id,
    teamId: own.teamId,
    number: own.number,
    firstName: person?.firstName ?? null,
    secondName: person?.secondName ?? null,
    photoUrl: person?.photoIconUrl ?? person?.photoUrl ?? null,
    position: position?.title ?? null,
    isStarting: own.isStarting ?? own.isStart ?? false,
    playerId: player?.id ?? null,
  };
}
