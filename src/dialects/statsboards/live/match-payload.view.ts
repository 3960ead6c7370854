import { ApiProperty, OmitType } from '@nestjs/swagger';
import type { GameClockReading, PlayClockReading } from '#modules/live/index.js';
import type { MatchPlayer } from '#modules/matches/index.js';
import type { MatchStatistics, PlayRow } from '#modules/plays/index.js';
import { FullSponsorLineView, sponsoringView, SponsoringView } from '../sponsors/sponsoring.view.js';
import { footballEventView, FootballEventView } from './football-event.view.js';
import { gameClockView, GameClockView } from './game-clock.view.js';
import { matchDataView, MatchDataView } from './match-data.view.js';
import { MatchDetailsView, matchDetailsView, teamsDataView, TeamsDataView } from './match-details.view.js';
import type { MatchBoard, MatchStanding } from './match-payload.query.js';
import { MatchStatsView, shownStatistics } from './match-stats.view.js';
import { playClockView, PlayClockView } from './play-clock.view.js';
import { MatchPlayerView, matchPlayerView } from './roster.view.js';
import { scoreboardView, ScoreboardView } from './scoreboard.view.js';

class MatchAnswerView {
  @ApiProperty({ type: 'integer', example: 123 }) match_id: number;
  @ApiProperty({ type: 'integer', example: 123, description: 'The same' }) id: number;
  @ApiProperty({ example: 200 }) status_code: 200;
  @ApiProperty({ type: TeamsDataView }) teams_data: TeamsDataView;
  @ApiProperty({ type: MatchDataView, nullable: true }) match_data: MatchDataView | null;
}

export class MatchStandingView extends MatchAnswerView {
  @ApiProperty({ type: MatchDetailsView }) match: MatchDetailsView;
}

export const matchStandingView = ({ match, matchData }: MatchStanding): MatchStandingView => ({
  match_id: match.id,
  id: match.id,
  status_code: 200,
  match: matchDetailsView(match),
  teams_data: teamsDataView(match),
  match_data: matchData === undefined ? null : matchDataView(matchData),
});

export class NewMatchView extends MatchStandingView {
  @ApiProperty({ type: ScoreboardView, nullable: true }) scoreboard: ScoreboardView | null;
}

export const newMatchView = ({ scoreboard, ...standing }: MatchBoard): NewMatchView => ({
  ...matchStandingView(standing),
  scoreboard: scoreboard === undefined ? null : scoreboardView(scoreboard),
});

class BoardedMatchView extends OmitType(MatchDetailsView, ['sponsor_line']) {
  @ApiProperty({ type: FullSponsorLineView, nullable: true }) sponsor_line: FullSponsorLineView | null;
}

class SponsorsDataView {
  @ApiProperty({ type: SponsoringView }) match: SponsoringView;
  @ApiProperty({ type: SponsoringView }) tournament: SponsoringView;
}

export class MatchBoardView extends MatchAnswerView {
  @ApiProperty({ type: BoardedMatchView }) match: BoardedMatchView;
  @ApiProperty({ type: SponsorsDataView }) sponsors_data: SponsorsDataView;
  @ApiProperty({ type: ScoreboardView, nullable: true }) scoreboard_data: ScoreboardView | null;
}

export function matchBoardView(board: MatchBoard): MatchBoardView {
  const sponsors = sponsoringView(board.sponsoring);
  const standing = matchStandingView(board);
  return {
    ...standing,
    match: { ...standing.match, ...sponsors },
    sponsors_data: { match: sponsors, tournament: sponsoringView(board.tournamentSponsoring) },
    scoreboard_data: board.scoreboard === undefined ? null : scoreboardView(board.scoreboard),
  };
}

/** Everything that is live about a match. */
export interface LiveMatch {
  board: MatchBoard;
  players: readonly MatchPlayer[];
  plays: readonly PlayRow[];
  gameClock: GameClockReading | undefined;
  playClock: PlayClockReading | undefined;
  statistics: MatchStatistics;
}

export class LiveMatchView extends MatchBoardView {
  @ApiProperty({ type: [MatchPlayerView] }) players: MatchPlayerView[];
  @ApiProperty({ type: [FootballEventView] }) events: FootballEventView[];
  @ApiProperty({ type: GameClockView, nullable: true }) gameclock: GameClockView | null;
  @ApiProperty({ type: PlayClockView, nullable: true }) playclock: PlayClockView | null;
  @ApiProperty({ type: MatchStatsView }) statistics: MatchStatsView;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The server’s time, to compare the client’s with' })
  server_time_ms: number | null;
}

export class WrappedLiveMatchView {
  @ApiProperty({ type: LiveMatchView }) data: LiveMatchView;
}

export const wrappedLiveMatchView = (live: LiveMatch): WrappedLiveMatchView => ({
  data: {
    ...matchBoardView(live.board),
    players: live.players.map(matchPlayerView),
    events: live.plays.map(footballEventView),
    gameclock: live.gameClock ? gameClockView(live.gameClock) : null,
    playclock: live.playClock ? playClockView(live.playClock) : null,
    statistics: shownStatistics(live.board.match.id, live.statistics.document).view,
    server_time_ms: live.gameClock?.serverTimeMs ?? live.playClock?.serverTimeMs ?? null,
  },
});
