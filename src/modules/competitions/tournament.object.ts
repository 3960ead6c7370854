import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';
import type { TournamentRow } from './tournament.row.js';
import { CompetitionObject } from './competition.object.js';
import { SeasonObject } from './season.object.js';
import { SportObject } from './sport.object.js';

@ObjectType('Tournament', { description: 'One season of a competition: what teams enter and matches belong to.' })
export class TournamentObject implements TournamentRow {
  @Field(() => ID, { description: 'Number of the tournament.' })
  id: number;

  @Field(() => String, { description: 'Name of the tournament.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Free text.' })
  description: string | null;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl: string | null;

  @Field(() => SeasonObject, { description: 'When it is played.' })
  season: SeasonObject;

  @Field(() => SportObject, { description: 'The sport played.' })
  sport: SportObject;

  @Field(() => CompetitionObject, { nullable: true, description: 'What it is a season of; null for a single event.' })
  competition: CompetitionObject | null;
}

@ObjectType('TournamentEdge', { description: 'A tournament in a list.' })
export class TournamentEdgeObject {
  @Field(() => String, { description: 'Place of the tournament in the list; opaque.' })
  cursor: string;

  @Field(() => TournamentObject, { description: 'The tournament.' })
  node: TournamentObject;
}

@ObjectType('TournamentConnection', { description: 'A page of a list of tournaments.' })
export class TournamentConnectionObject {
  @Field(() => [TournamentEdgeObject], { description: 'The tournaments of the page.', complexity: countedByConnection })
  edges: TournamentEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
