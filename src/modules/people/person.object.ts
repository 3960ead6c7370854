import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PageInfoObject } from '#platform/graphql/connection.js';
import { countedByConnection } from '#platform/graphql/query-cost.js';

@ObjectType('Person', { description: 'Somebody, whatever he or she does.' })
export class PersonObject {
  @Field(() => ID, { description: 'Number of the person.' })
  id: number;

  @Field(() => String, { description: 'First name.' })
  firstName: string;

  @Field(() => String, { description: 'Family name.' })
  secondName: string;

  @Field(() => String, { nullable: true, description: 'Address of a photo.' })
  photoUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the photo, 100 pixels high.' })
  photoIconUrl: string | null;

  @Field(() => String, { nullable: true, description: 'Address of the photo, 400 pixels high.' })
  photoWebUrl: string | null;

  @Field(() => Boolean, { description: 'Where writes need a token, seen only by its owner and administrators.' })
  isPrivate: boolean;
}

@ObjectType('PersonEdge', { description: 'A person in a list.' })
export class PersonEdgeObject {
  @Field(() => String, { description: 'Place of the person in the list; opaque.' })
  cursor: string;

  @Field(() => PersonObject, { description: 'The person.' })
  node: PersonObject;
}

@ObjectType('PersonConnection', { description: 'A page of a list of persons.' })
export class PersonConnectionObject {
  @Field(() => [PersonEdgeObject], { description: 'The persons of the page.', complexity: countedByConnection })
  edges: PersonEdgeObject[];

  @Field(() => PageInfoObject, { description: 'Where the page lies in the list.' })
  pageInfo: PageInfoObject;
}
