import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Requires } from '#platform/auth/requires.js';
import { ParseIdPipe } from '#platform/graphql/parse-id.js';
import { ScoreboardInput, SideEnum } from './scoreboard.input.js';
import { scoreboardChange } from './scoreboard-change.js';
import { ScoreboardObject } from './scoreboard.object.js';
import { ScoringService, type Side } from './scoring.service.js';

const MATCH_ID = { type: () => ID, description: 'Number of the match.' };
const SIDE = { type: () => SideEnum, description: 'Which side.' };
const SEEN = {
  type: () => Int,
  nullable: true,
  description:
    'Version of the match that was seen. When the scoreboard was changed after it, the operation is refused: so two ' +
    'scorers do not overwrite each other, and one that is sent again is not done twice.',
};
const CODES = 'Codes: MATCH_NOT_FOUND, SCOREBOARD_CHANGED, BAD_USER_INPUT';
type Seen = number | null | undefined;

@Requires('editor')
@Resolver(() => ScoreboardObject)
export class ScoreboardsResolver {
  constructor(private readonly scoring: ScoringService) {}

  @Mutation(() => ScoreboardObject, { description: `Sets the score of both sides. ${CODES}.` })
  async setScore(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('home', { type: () => Int, description: 'Points of the home side.' }) home: number,
    @Args('away', { type: () => Int, description: 'Points of the away side.' }) away: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return this.scoring.setScore(matchId, home, away, seen ?? undefined);
  }

  @Mutation(() => ScoreboardObject, {
    description: `Adds points to what a side has, whoever else adds; less than 0 corrects. ${CODES}.`,
  })
  async addPoints(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('side', SIDE) side: Side,
    @Args('points', { type: () => Int, description: 'How many.' }) points: number,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return this.scoring.addPoints(matchId, side, points, seen ?? undefined);
  }

  @Mutation(() => ScoreboardObject, {
    description: `Takes one of a side's timeouts and shows it. ${CODES}, NO_TIMEOUT_LEFT.`,
  })
  async callTimeout(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('side', SIDE) side: Side,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return this.scoring.callTimeout(matchId, side, seen ?? undefined);
  }

  @Mutation(() => ScoreboardObject, {
    description: `Changes period, down, distance, ball, timeouts and what is shown, in one step. ${CODES}, PLAYER_MATCH_NOT_FOUND.`,
  })
  async updateScoreboard(
    @Args('matchId', MATCH_ID, ParseIdPipe) matchId: number,
    @Args('input', { type: () => ScoreboardInput, description: 'What changes.' }) input: ScoreboardInput,
    @Args('expectedVersion', SEEN) seen: Seen,
  ) {
    return this.scoring.change(matchId, seen ?? undefined, ({ board }) => scoreboardChange(input, board.periodCount));
  }
}
