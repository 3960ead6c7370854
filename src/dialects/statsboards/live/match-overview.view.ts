import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import { footballEventView, FootballEventView } from './football-event.view.js';
import { matchDataView, MatchDataView } from './match-data.view.js';
import type { MatchOverview, MatchWithRosters } from './match-overview.query.js';
import {
  AvailablePlayerView,
  availablePlayerView,
  MatchPlayerView,
  matchPlayerView,
  RosterPositionView,
  rosterTeamView,
  RosterTeamView,
} from './roster.view.js';
import { scoreboardView, ScoreboardView } from './scoreboard.view.js';

class TeamsOfMatchView {
  @ApiProperty() team_a: RosterTeamView;
  @ApiProperty() team_b: RosterTeamView;
}

export class ComprehensiveView {
  @ApiProperty() match: MatchRecordView;
  @ApiProperty({ type: MatchDataView, nullable: true }) match_data: MatchDataView | null;
  @ApiProperty() teams: TeamsOfMatchView;
  @ApiProperty({ type: [MatchPlayerView] }) players: MatchPlayerView[];
  @ApiProperty({ type: [FootballEventView] }) events: FootballEventView[];
  @ApiProperty({ type: ScoreboardView, nullable: true }) scoreboard: ScoreboardView | null;
}

export const comprehensiveView = (overview: MatchOverview): ComprehensiveView => ({
  match: matchRecordView(overview.match),
  match_data: overview.matchData === undefined ? null : matchDataView(overview.matchData),
  teams: { team_a: rosterTeamView(overview.home), team_b: rosterTeamView(overview.away) },
  players: overview.players.map(matchPlayerView),
  events: overview.plays.map(footballEventView),
  scoreboard: overview.scoreboard === undefined ? null : scoreboardView(overview.scoreboard),
});

class SportOfMatchView {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'American football' }) title: string;
  @ApiProperty({ type: String, nullable: true }) description: string | null;
  @ApiProperty({ type: [RosterPositionView] }) positions: RosterPositionView[];
}

class TournamentOfMatchView {
  @ApiProperty({ type: 'integer' }) id: number;
  @ApiProperty({ example: 'Summer League' }) title: string;
  @ApiProperty({ type: 'integer' }) sport_id: number;
  @ApiProperty({ type: 'integer' }) season_id: number;
}

class HomeAndAwayView {
  @ApiProperty() home: RosterTeamView;
  @ApiProperty() away: RosterTeamView;
}

class RostersOfMatchView {
  @ApiProperty({ type: [MatchPlayerView] }) home_roster: MatchPlayerView[];
  @ApiProperty({ type: [MatchPlayerView] }) away_roster: MatchPlayerView[];
  @ApiProperty({ type: [AvailablePlayerView] }) available_home: AvailablePlayerView[];
  @ApiProperty({ type: [AvailablePlayerView] }) available_away: AvailablePlayerView[];
}

class SportIdView {
  @ApiProperty({ type: 'integer', nullable: true }) sport_id: number | null;
}

class MatchWithSportView extends IntersectionType(MatchRecordView, SportIdView) {}

export class FullContextView {
  @ApiProperty() match: MatchWithSportView;
  @ApiProperty() teams: HomeAndAwayView;
  @ApiProperty({ type: SportOfMatchView, nullable: true }) sport: SportOfMatchView | null;
  @ApiProperty({ type: TournamentOfMatchView, nullable: true }) tournament: TournamentOfMatchView | null;
  @ApiProperty() players: RostersOfMatchView;
}

export const fullContextView = ({
  match,
  home,
  away,
  sport,
  tournament,
  rosters,
}: MatchWithRosters): FullContextView => ({
  match: { ...matchRecordView(match), sport_id: sport?.id ?? null },
  teams: { home: rosterTeamView(home), away: rosterTeamView(away) },
  sport: sport && {
    id: sport.id,
    title: sport.title,
    description: sport.description,
    positions: sport.positions.map(({ id, title, category, sportId }) => ({ id, title, category, sport_id: sportId })),
  },
  tournament: tournament && {
    id: tournament.id,
    title: tournament.title,
    sport_id: tournament.sportId,
    season_id: tournament.seasonId,
  },
  players: {
    home_roster: rosters.home.map(matchPlayerView),
    away_roster: rosters.away.map(matchPlayerView),
    available_home: rosters.availableHome.map(availablePlayerView),
    available_away: rosters.availableAway.map(availablePlayerView),
  },
});
