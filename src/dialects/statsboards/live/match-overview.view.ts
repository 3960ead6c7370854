import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import type { MatchRosters } from '#modules/matches/index.js';
import { inside, listOf, WireObject } from '../wire-object.js';
import { FOOTBALL_EVENT, FootballEventView } from './football-event.view.js';
import { matchDataView, MatchDataView } from './match-data.view.js';
import type { MatchOverview, MatchWithRosters } from './match-overview.query.js';
import {
  AVAILABLE_PLAYER,
  AvailablePlayerView,
  MATCH_PLAYER,
  MatchPlayerView,
  ROSTER_TEAM,
  RosterPositionView,
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

const TEAMS_OF_MATCH = new WireObject<TeamsOfMatchView, MatchOverview>({
  team_a: inside(ROSTER_TEAM, ({ home }: MatchOverview) => home),
  team_b: inside(ROSTER_TEAM, ({ away }: MatchOverview) => away),
});

export const COMPREHENSIVE = new WireObject<ComprehensiveView, MatchOverview>({
  match: ({ match }) => matchRecordView(match),
  match_data: ({ matchData }) => (matchData === undefined ? null : matchDataView(matchData)),
  teams: inside(TEAMS_OF_MATCH, (overview: MatchOverview) => overview),
  players: listOf(MATCH_PLAYER, ({ players }: MatchOverview) => players, { kept: true }),
  events: listOf(FOOTBALL_EVENT, ({ plays }: MatchOverview) => plays, { kept: true }),
  scoreboard: ({ scoreboard }) => (scoreboard === undefined ? null : scoreboardView(scoreboard)),
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

const TEAMS = new WireObject<HomeAndAwayView, MatchWithRosters>({
  home: inside(ROSTER_TEAM, ({ home }: MatchWithRosters) => home),
  away: inside(ROSTER_TEAM, ({ away }: MatchWithRosters) => away),
});

const ROSTERS = new WireObject<RostersOfMatchView, MatchRosters>({
  home_roster: listOf(MATCH_PLAYER, ({ home }: MatchRosters) => home),
  away_roster: listOf(MATCH_PLAYER, ({ away }: MatchRosters) => away),
  available_home: listOf(AVAILABLE_PLAYER, ({ availableHome }: MatchRosters) => availableHome),
  available_away: listOf(AVAILABLE_PLAYER, ({ availableAway }: MatchRosters) => availableAway),
});

export const FULL_CONTEXT = new WireObject<FullContextView, MatchWithRosters>({
  match: ({ match, sport }) => ({ ...matchRecordView(match), sport_id: sport?.id ?? null }),
  teams: inside(TEAMS, (match: MatchWithRosters) => match),
  sport: ({ sport }) =>
    sport && {
      id: sport.id,
      title: sport.title,
      description: sport.description,
      positions: sport.positions.map(({ id, title, category, sportId }) => ({
        id,
        title,
        category,
        sport_id: sportId,
      })),
    },
  tournament: ({ tournament }) =>
    tournament && {
      id: tournament.id,
      title: tournament.title,
      sport_id: tournament.sportId,
      season_id: tournament.seasonId,
    },
  players: inside(ROSTERS, ({ rosters }: MatchWithRosters) => rosters),
});
