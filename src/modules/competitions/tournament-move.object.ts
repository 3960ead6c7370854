import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MissingPosition, MoveConflicts, MoveCounts, MoveReport, SharedEntity } from './tournament-move.row.js';

const MovedEntryEnum = { PLAYER_TEAM_TOURNAMENT: 'player_team_tournament', PLAYER_MATCH: 'player_match' } as const;

registerEnumType(MovedEntryEnum, {
  name: 'MovedEntry',
  description: 'Where a position was lost.',
  valuesMap: {
    PLAYER_TEAM_TOURNAMENT: { description: 'In the roster of a tournament.' },
    PLAYER_MATCH: { description: 'In the roster of a match.' },
  },
});

@ObjectType('TournamentMoveCounts', { description: 'How many rows a move changes.' })
export class MoveCountsObject implements MoveCounts {
  @Field(() => Int, { description: 'Tournaments.' })
  tournaments: number;

  @Field(() => Int, { description: 'Teams.' })
  teams: number;

  @Field(() => Int, { description: 'Players.' })
  players: number;

  @Field(() => Int, { description: 'Places in rosters of tournaments whose position changes.' })
  entries: number;

  @Field(() => Int, { description: 'Places in rosters of matches whose position changes.' })
  matchEntries: number;
}

@ObjectType('SharedMember', { description: 'A team or player that other tournaments of the sport have too.' })
export class SharedMemberObject implements SharedEntity {
  @Field(() => ID, { description: 'Number of the team or player.' })
  entityId: number;

  @Field(() => [ID], { description: 'Numbers of those tournaments.' })
  tournamentIds: number[];
}

@ObjectType('TournamentMoveConflicts', { description: 'What a tournament shares with others of its sport.' })
export class MoveConflictsObject implements MoveConflicts {
  @Field(() => [SharedMemberObject], { description: 'Teams.' })
  teams: SharedMemberObject[];

  @Field(() => [SharedMemberObject], { description: 'Players.' })
  players: SharedMemberObject[];
}

@ObjectType('MissingPosition', { description: 'A position without an equal in the new sport.' })
export class MissingPositionObject implements MissingPosition {
  @Field(() => String, { description: 'Its name.' })
  title: string;

  @Field(() => ID, { description: 'Its number in the old sport.' })
  sourcePositionId: number;

  @Field(() => MovedEntryEnum, { description: 'Which kind of place loses it.' })
  entity: MissingPosition['entity'];

  @Field(() => ID, { description: 'Number of that place.' })
  recordId: number;
}

@ObjectType('TournamentMoveReport', { description: 'What a move did, or in a preview would do.' })
export class MoveReportObject implements MoveReport {
  @Field(() => Boolean, { description: 'Whether it was done.' })
  moved: boolean;

  @Field(() => Boolean, { description: 'Whether it was a preview.' })
  preview: boolean;

  @Field(() => MoveCountsObject, { description: 'How much changes.' })
  counts: MoveCountsObject;

  @Field(() => MoveConflictsObject, { description: 'What is shared with other tournaments.' })
  conflicts: MoveConflictsObject;

  @Field(() => [MissingPositionObject], { description: 'Positions that are lost.' })
  missingPositions: MissingPositionObject[];

  @Field(() => [ID], { description: 'Numbers of the tournaments moved.' })
  movedTournamentIds: number[];
}
