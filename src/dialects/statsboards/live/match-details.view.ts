import { ApiProperty } from '@nestjs/swagger';
import type { PresetRow, SportRow } from '#modules/competitions/index.js';
import type { MatchDetails } from '#modules/matches/index.js';
import type { PlacedSponsor, SponsorLineRow } from '#modules/sponsors/index.js';
import { presetView, PresetView } from '../catalogue/preset.view.js';
import { sportView, SportView } from '../catalogue/sport.view.js';
import { tournamentView, TournamentView } from '../catalogue/tournament.view.js';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import { sponsorLineView, SponsorLineView } from '../sponsors/sponsor-line.view.js';
import { sponsorView, SponsorView } from '../sponsors/sponsor.view.js';
import { LineMemberView, lineMemberView } from '../sponsors/sponsoring.view.js';
import { rosterTeamView, RosterTeamView } from './roster.view.js';

export class TeamsDataView {
  @ApiProperty({ type: RosterTeamView, description: 'The home team' })
  team_a: RosterTeamView;

  @ApiProperty({ type: RosterTeamView, description: 'The away team' })
  team_b: RosterTeamView;
}

export const teamsDataView = ({ home, away }: Pick<MatchDetails, 'home' | 'away'>): TeamsDataView => ({
  team_a: rosterTeamView(home),
  team_b: rosterTeamView(away),
});

export class HomeAwayTeamsView {
  @ApiProperty({ type: RosterTeamView })
  home_team: RosterTeamView;

  @ApiProperty({ type: RosterTeamView })
  away_team: RosterTeamView;
}

export const homeAwayTeamsView = ({ home, away }: MatchDetails): HomeAwayTeamsView => ({
  home_team: rosterTeamView(home),
  away_team: rosterTeamView(away),
});

export class MatchDetailsView extends MatchRecordView {
  @ApiProperty({ type: RosterTeamView, description: 'The home team' })
  team_a: RosterTeamView;

  @ApiProperty({ type: RosterTeamView, description: 'The away team' })
  team_b: RosterTeamView;

  @ApiProperty({ type: TournamentView, nullable: true })
  tournament: TournamentView | null;

  @ApiProperty({ type: SponsorView, nullable: true })
  main_sponsor: SponsorView | null;

  @ApiProperty({ type: SponsorLineView, nullable: true })
  sponsor_line: SponsorLineView | null;
}

export const matchDetailsView = (match: MatchDetails): MatchDetailsView => ({
  ...matchRecordView(match),
  ...teamsDataView(match),
  tournament: match.tournament && tournamentView(match.tournament),
  main_sponsor: match.mainSponsor && sponsorView(match.mainSponsor),
  sponsor_line: match.sponsorLine && sponsorLineView(match.sponsorLine),
});

export class SportWithPresetView extends SportView {
  @ApiProperty({ type: PresetView, nullable: true, description: 'What its scoreboards and clocks start with' })
  scoreboard_preset: PresetView | null;
}

export const sportWithPresetView = (sport: SportRow, preset: PresetRow | undefined): SportWithPresetView => ({
  ...sportView(sport),
  scoreboard_preset: preset ? presetView(preset) : null,
});

export class LineOfMatchView {
  @ApiProperty({ type: SponsorLineView })
  sponsor_line: SponsorLineView;

  @ApiProperty({ type: [LineMemberView], description: 'In the order of the line' })
  sponsors: LineMemberView[];
}

export const lineOfMatchView = (line: SponsorLineRow, sponsors: readonly PlacedSponsor[]): LineOfMatchView => ({
  sponsor_line: sponsorLineView(line),
  sponsors: sponsors.map(lineMemberView),
});
