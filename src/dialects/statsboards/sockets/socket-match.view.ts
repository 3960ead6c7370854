import type { Scoreboard } from '#modules/live/index.js';
import type { MatchDataRow, MatchRecord } from '#modules/matches/index.js';
import { tournamentView, type TournamentView } from '../catalogue/tournament.view.js';
import { matchDataView, type MatchDataView } from '../live/match-data.view.js';
import { rosterTeamView, type RosterTeamView } from '../live/roster.view.js';
import { scoreboardView, type ScoreboardView } from '../live/scoreboard.view.js';
import { matchRecordView, type MatchRecordView } from '../match-record.view.js';
import { sponsoringView, type SponsoringView } from '../sponsors/sponsoring.view.js';
import { type Row, rowOf } from './live-rows.js';
import type { MatchFrame } from './match-surroundings.js';

/** What a match is called, how it stands, and for whom it is played. */
type SocketMatch = MatchRecordView &
  SponsoringView & {
    title: string;
    team_a_score: number;
    team_b_score: number;
    tournament: TournamentView | null;
  };

/** What `message-update`, `match-update` and `initial-load` say of a match; nothing but nulls when there is none. */
export interface SocketMatchView {
  match_id: number;
  id: number;
  status_code: 200;
  match: SocketMatch | null;
  sponsors_data: { match: SponsoringView; tournament: SponsoringView };
  teams_data: { team_a: RosterTeamView | null; team_b: RosterTeamView | null };
  match_data: MatchDataView | null;
  scoreboard_data: ScoreboardView | null;
}

const NOBODY: SponsoringView = { main_sponsor: null, sponsor_line: null };

export function socketMatchView(
  matchId: number,
  rows: { match: Row | null; matchData: Row | null },
  frame: MatchFrame | undefined,
  scoreboard: Scoreboard | undefined,
): SocketMatchView {
  const { match } = rows;
  const shown = match !== null && frame !== undefined ? { match, frame } : undefined;
  const matchData = rows.matchData && matchDataView(rowOf<MatchDataRow>(rows.matchData));
  const sponsors = frame && sponsoringView(frame.matchSponsors);
  return {
    match_id: matchId,
    id: matchId,
    status_code: 200,
    match: shown
      ? {
          ...matchRecordView(matchRecordOf(shown.match)),
          title: `${shown.frame.context.home.title} vs ${shown.frame.context.away.title}`,
          team_a_score: matchData?.score_team_a ?? 0,
          team_b_score: matchData?.score_team_b ?? 0,
          tournament: shown.frame.tournament && tournamentView(shown.frame.tournament),
          ...(sponsors ?? NOBODY),
        }
      : null,
    sponsors_data: {
      match: sponsors ?? NOBODY,
      tournament: frame ? sponsoringView(frame.tournamentSponsors) : NOBODY,
    },
    teams_data: {
      team_a: frame ? rosterTeamView(frame.context.home) : null,
      team_b: frame ? rosterTeamView(frame.context.away) : null,
    },
    match_data: matchData,
    scoreboard_data: scoreboard ? scoreboardView(scoreboard) : null,
  };
}

/** A match as the journal keeps it, by its columns. */
function matchRecordOf(row: Row): MatchRecord {
  const kickoff = row['match_date'] as string | null;
  const { id, tournamentId, week, scoreHome, scoreAway, mainSponsorId, sponsorLineId, userId } =
    rowOf<MatchRecord>(row);
  return {
    id,
    eeslId: row['match_eesl_id'] as number | null,
    homeId: row['team_a_id'] as number,
    awayId: row['team_b_id'] as number,
    tournamentId,
    kickoffAt: kickoff === null ? null : new Date(kickoff),
    week,
    scoreHome,
    scoreAway,
    mainSponsorId,
    sponsorLineId,
    userId,
    isPrivate: row['isprivate'] as boolean,
  };
}
