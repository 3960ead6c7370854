/** What the scoreboard and the overlays of a match show. */
export interface ScoreboardRow {
  id: number;
  matchId: number | null;
  isQtr: boolean;
  isTime: boolean;
  isPlayclock: boolean;
  isDowndistance: boolean;
  teamAGameColor: string;
  useTeamAGameColor: boolean | null;
  teamBGameColor: string;
  useTeamBGameColor: boolean | null;
  teamAGameTitle: string | null;
  useTeamAGameTitle: boolean | null;
  teamBGameTitle: string | null;
  useTeamBGameTitle: boolean | null;
  teamAGameLogo: string | null;
  useTeamAGameLogo: boolean | null;
  teamBGameLogo: string | null;
  useTeamBGameLogo: boolean | null;
  scaleLogoA: number | null;
  scaleLogoB: number | null;
  isFlag: boolean | null;
  isGoalTeamA: boolean | null;
  isGoalTeamB: boolean | null;
  isTournamentLogo: boolean;
  isMainSponsor: boolean;
  isSponsorLine: boolean;
  scaleTournamentLogo: number | null;
  scaleMainSponsor: number | null;
  isMatchSponsorLine: boolean | null;
  isTeamAStartOffense: boolean | null;
  isTeamBStartOffense: boolean | null;
  isTeamAStartDefense: boolean | null;
  isTeamBStartDefense: boolean | null;
  isMatchPlayerLower: boolean | null;
  playerMatchLowerId: number | null;
  isTimeoutTeamA: boolean | null;
  isTimeoutTeamB: boolean | null;
  isHomeMatchTeamLower: boolean | null;
  isAwayMatchTeamLower: boolean | null;
  isFootballQbFullStatsLower: boolean | null;
  footballQbFullStatsMatchLowerId: number | null;
  languageCode: string | null;
  useSportPreset: boolean;
  periodMode: string;
  periodCount: number;
  periodLabelsJson: string[] | null;
}

/** What a sport's scoreboards can show at all; it wins over what a match asks for. */
export interface ScoreboardCapabilities {
  hasTimeouts: boolean;
  hasPlayclock: boolean;
  quickScoreDeltas: number[];
  scoreFormGoalLabel: string;
  scoreFormGoalEmoji: string;
  scoreboardGoalText: string;
}

export type Scoreboard = ScoreboardRow & ScoreboardCapabilities;
