import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';

@ObjectType('Sponsor', { description: 'Who pays, and is shown beside teams, tournaments and matches.' })
export class SponsorObject {
  @Field(() => ID, { description: 'Number of the sponsor.' })
  id: number;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl: string | null;

  @Field(() => Float, { nullable: true, description: 'How much larger than usual the logo is shown.' })
  scaleLogo: number | null;
}

@ObjectType('SponsorEdge', { description: 'A sponsor in a list.' })
export class SponsorEdgeObject {
  @Field(() => String, { description: 'Place of the sponsor in the list; opaque.' })
  cursor: string;

  @Field(() => SponsorObject, { description: 'The sponsor.' })
  node: SponsorObject;
}

@ObjectType('SponsorConnection', { description: 'A page of a list of sponsors.' })
export class SponsorConnectionObject {
  @Field(() => [SponsorEdgeObject], { description: 'The sponsors of the page.', complexity: countedByConnection })
  edges: SponsorEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}

@ObjectType('PlacedSponsor', { description: 'A sponsor in a line.' })
export class PlacedSponsorObject extends SponsorObject {
  @Field(() => Int, { nullable: true, description: 'Sponsors of a line are shown in this order.' })
  position: number | null;
}

@ObjectType('PlacedSponsorEdge', { description: 'A sponsor in the list of a line.' })
export class PlacedSponsorEdgeObject {
  @Field(() => String, { description: 'Place of the sponsor in the list; opaque.' })
  cursor: string;

  @Field(() => PlacedSponsorObject, { description: 'The sponsor.' })
  node: PlacedSponsorObject;
}

@ObjectType('PlacedSponsorConnection', { description: 'A page of the sponsors of a line.' })
export class PlacedSponsorConnectionObject {
  @Field(() => [PlacedSponsorEdgeObject], { description: 'The sponsors of the page.', complexity: countedByConnection })
  edges: PlacedSponsorEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}

@ObjectType('SponsorLine', { description: 'A group of sponsors that is shown together.' })
export class SponsorLineObject {
  @Field(() => ID, { description: 'Number of the line.' })
  id: number;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  title: string | null;

  @Field(() => Boolean, { nullable: true, description: 'It is shown.' })
  isVisible: boolean | null;
}

@ObjectType('SponsorLineEdge', { description: 'A sponsor line in a list.' })
export class SponsorLineEdgeObject {
  @Field(() => String, { description: 'Place of the line in the list; opaque.' })
  cursor: string;

  @Field(() => SponsorLineObject, { description: 'The line.' })
  node: SponsorLineObject;
}

@ObjectType('SponsorLineConnection', { description: 'A page of a list of sponsor lines.' })
export class SponsorLineConnectionObject {
  @Field(() => [SponsorLineEdgeObject], { description: 'The lines of the page.', complexity: countedByConnection })
  edges: SponsorLineEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}

@InputType('SponsorInput', { description: 'A sponsor.' })
export class SponsorInput {
  @Field(() => String, { description: 'What it is called, up to 50 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Address of its logo.' })
  logoUrl?: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'How much larger than usual the logo is shown; absent: the same.',
  })
  scaleLogo?: number | null;
}
