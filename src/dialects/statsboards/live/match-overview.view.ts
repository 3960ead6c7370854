import { matchRecordView, type MatchRecordView } from '../match-record.view.js';
import { footballEventView, type FootballEventView } from './football-event.view.js';
import { matchDataView, type MatchDataView } from './match-data.view.js';
import type { MatchOverview, MatchWithRosters } from './match-overview.query.js';
import {
  type AvailablePlayerView,
  availablePlayerView,
  type MatchPlayerView,
  matchPlayerView,
  rosterTeamView,
  type RosterTeamView,
} from './roster.view.js';
import { scoreboardView, type ScoreboardView } from './scoreboard.view.js';

export interface ComprehensiveView {
  match: MatchRecordView;
  match_data: MatchDataView | null;
  teams: { team_a: RosterTeamView; team_b: RosterTeamView };
  players: MatchPlayerView[];
  events: FootballEventView[];
  scoreboard: ScoreboardView | null;
}

export const comprehensiveView = (overview: MatchOverview): ComprehensiveView => ({
  match: matchRecordView(overview.match),
  match_data: overview.matchData === undefined ? null : matchDataView(overview.matchData),
  teams: { team_a: rosterTeamView(overview.home), team_b: rosterTeamView(overview.away) },
  players: overview.players.map(matchPlayerView),
  events: overview.plays.map(footballEventView),
  scoreboard: overview.scoreboard === undefined ? null : scoreboardView(overview.scoreboard),
});

export interface FullContextView {
  match: MatchRecordView & { sport_id: number | null };
  teams: { home: RosterTeamView; away: RosterTeamView };
  sport: {
    id: number;
    title: string;
    description: string | null;
    positions: { id: number; title: string; category: string | null; sport_id: number | null }[];
  } | null;
  tournament: { id: number; title: string; sport_id: number; season_id: number } | null;
  players: {
    home_roster: MatchPlayerView[];
    away_roster: MatchPlayerView[];
    available_home: AvailablePlayerView[];
    available_away: AvailablePlayerView[];
  };
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
