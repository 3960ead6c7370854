import { Field, ID, InputType } from '@nestjs/graphql';

/** Who pays for something that belongs to a user, and whose it is. */
@InputType({ isAbstract: true })
export abstract class OwnedInput {
  @Field(() => ID, { nullable: true, description: 'Number of its main sponsor.' })
  mainSponsorId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of its sponsor line.' })
  sponsorLineId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Number of the user who owns it.' })
  userId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether only its owner should see it.' })
  isPrivate?: boolean | null;
}
