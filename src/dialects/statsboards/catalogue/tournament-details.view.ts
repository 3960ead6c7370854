import { ApiProperty } from '@nestjs/swagger';
import type { TeamDetails, TournamentDetails } from '#modules/teams/index.js';
import { seasonView, SeasonView } from './season.view.js';
import { sponsorLineView, SponsorLineView } from '../sponsors/sponsor-line.view.js';
import { sponsorView, SponsorView } from '../sponsors/sponsor.view.js';
import { sportView, SportView } from './sport.view.js';
import { teamView, TeamView } from './team.view.js';
import { tournamentView, TournamentView } from './tournament.view.js';

const orNull = <Row, View>(view: (row: Row) => View, row: Row | null): View | null => (row === null ? null : view(row));

export class TournamentDetailsView extends TournamentView {
  @ApiProperty({ type: SeasonView, nullable: true })
  season: SeasonView | null;

  @ApiProperty({ type: SportView, nullable: true })
  sport: SportView | null;

  @ApiProperty({ type: [TeamView], description: 'Teams entered, in alphabetical order' })
  teams: TeamView[];

  @ApiProperty({ type: SponsorView, nullable: true })
  main_sponsor: SponsorView | null;

  @ApiProperty({ type: SponsorLineView, nullable: true })
  sponsor_line: SponsorLineView | null;
}

export const tournamentDetailsView = (tournament: TournamentDetails): TournamentDetailsView => ({
  ...tournamentView(tournament),
  season: orNull(seasonView, tournament.season),
  sport: orNull(sportView, tournament.sport),
  teams: tournament.teams.map(teamView),
  main_sponsor: orNull(sponsorView, tournament.mainSponsor),
  sponsor_line: orNull(sponsorLineView, tournament.sponsorLine),
});

export class TeamDetailsView extends TeamView {
  @ApiProperty({ type: SportView, nullable: true })
  sport: SportView | null;

  @ApiProperty({ type: SponsorView, nullable: true })
  main_sponsor: SponsorView | null;

  @ApiProperty({ type: SponsorLineView, nullable: true })
  sponsor_line: SponsorLineView | null;
}

export const teamDetailsView = (team: TeamDetails): TeamDetailsView => ({
  ...teamView(team),
  sport: orNull(sportView, team.sport),
  main_sponsor: orNull(sponsorView, team.mainSponsor),
  sponsor_line: orNull(sponsorLineView, team.sponsorLine),
});
