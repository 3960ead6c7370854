import { Args, Context, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchPlayerObject, MatchPlayersLoader } from '#modules/matches/index.js';
import { Requires } from '#platform/auth/requires.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import type { GraphqlContext } from '#platform/graphql/graphql-context.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { playValues } from './play-change.js';
import { PlayInput } from './play.input.js';
import { PlayObject, PlayPartObject } from './play.object.js';
import { PlayRecordingService } from './play-recording.service.js';
import { playView } from './play.view.js';

const PLAY_ID = { type: () => ID, description: 'Number of the play.' };
const SEEN = {
  type: () => Int,
  nullable: true,
  description: 'Version of the match that was seen; when the play was changed after it, the operation is refused.',
};
type Seen = number | null | undefined;

@Requires('editor')
@Resolver(() => PlayObject)
export class PlaysResolver {
  private readonly versions: BatchLoader<string, number>;

  constructor(private readonly recording: PlayRecordingService) {
    this.versions = new BatchLoader(async (keys) => {
      const plays = keys
        .map((key) => key.split(':').map(Number))
        .map(([matchId, id]) => ({ id: id!, matchId: matchId! }));
      const found = await recording.lastVersions(plays);
      return new Map(plays.map(({ id, matchId }) => [`${matchId}:${id}`, found.get(id) ?? 0]));
    });
  }

  @Mutation(() => PlayObject, {
    description:
      'Records a play. Send it with a `clientId` of your own: sent again, it is not recorded twice. Codes: ' +
      'UNKNOWN_REFERENCE, CLIENT_ID_REUSED, PLAY_VOIDED, BAD_USER_INPUT.',
  })
  async recordPlay(
    @Args('matchId', { type: () => ID, description: 'Number of the match.' }, ParseIdPipe) matchId: number,
    @Args('input', { type: () => PlayInput, description: 'The play.' }) input: PlayInput,
    @Args('clientId', {
      type: () => String,
      nullable: true,
      description: 'What your device calls it, unique in the match.',
    })
    clientId: string | null | undefined,
  ): Promise<PlayObject> {
    return playView(await this.recording.record(matchId, playValues(input), clientId ?? undefined));
  }

  @Mutation(() => PlayObject, {
    description: 'Corrects a play: what is given changes. Codes: PLAY_NOT_FOUND, PLAY_CHANGED, UNKNOWN_REFERENCE.',
  })
  async correctPlay(
    @Args('id', PLAY_ID, ParseIdPipe) id: number,
    @Args('input', { type: () => PlayInput, description: 'What changes.' }) input: PlayInput,
    @Args('expectedVersion', SEEN) seen: Seen,
  ): Promise<PlayObject> {
    return playView(await this.recording.correct(id, playValues(input), seen ?? undefined));
  }

  @Mutation(() => PlayObject, {
    description: 'Takes a play out of its match; returns it as it was. Codes: PLAY_NOT_FOUND, PLAY_CHANGED.',
  })
  async voidPlay(@Args('id', PLAY_ID, ParseIdPipe) id: number, @Args('expectedVersion', SEEN) seen: Seen) {
    return playView(await this.recording.void(id, seen ?? undefined));
  }

  @ResolveField(() => Int, { description: 'Version of the match at which it was last changed.' })
  async version(
    @Parent() play: PlayObject & { version?: number },
    @Context() context: GraphqlContext,
  ): Promise<number> {
    return play.version ?? (await this.versions.load(context, `${play.matchId}:${play.id}`)) ?? 0;
  }
}

@Resolver(() => PlayPartObject)
export class PlayPartsResolver {
  constructor(private readonly players: MatchPlayersLoader) {}

  @ResolveField(() => MatchPlayerObject, { nullable: true, description: 'The player.' })
  async player(@Parent() { matchId, playerId }: PlayPartObject, @Context() context: GraphqlContext) {
    return this.players.find(context, matchId, playerId);
  }
}
