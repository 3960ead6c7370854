import { Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { TournamentRecordsService } from '#modules/competitions/index.js';
import { MatchRecordsService } from '#modules/matches/index.js';
import { TeamRecordsService } from '#modules/teams/index.js';
import { Sees, type Visibility } from '#platform/auth/caller.js';
import { matchRecordView, MatchRecordView } from '../match-record.view.js';
import { Public } from '../statsboards.access.js';
import { StatsboardsController } from '../statsboards.controller-decorator.js';
import { PathNumber } from '../statsboards.ids.js';
import { teamView, TeamView } from './team.view.js';
import { tournamentView, TournamentView } from './tournament.view.js';

/** What was played in a season. A season there is none of has nothing. */
@Public()
@StatsboardsController({ path: 'seasons', tag: 'seasons' })
export class SeasonListsController {
  constructor(
    private readonly tournaments: TournamentRecordsService,
    private readonly teams: TeamRecordsService,
    private readonly matches: MatchRecordsService,
  ) {}

  @Get('id/:item_id/sports/id/:sport_id/tournaments')
  @ApiOperation({ summary: 'Tournaments of a season and sport, in alphabetical order' })
  @ApiOkResponse({ type: [TournamentView] })
  async tournamentsOfSeasonAndSport(
    @PathNumber('item_id') seasonId: number,
    @PathNumber('sport_id') sportId: number,
    @Sees() visibility: Visibility,
  ): Promise<TournamentView[]> {
    return (await this.tournaments.list(visibility, { seasonId, sportId })).map(tournamentView);
  }

  @Get('year/:year/tournaments')
  @ApiOperation({ summary: 'Tournaments of a year, in alphabetical order' })
  @ApiOkResponse({ type: [TournamentView] })
  async tournamentsOfYear(@PathNumber('year') year: number, @Sees() visibility: Visibility): Promise<TournamentView[]> {
    return (await this.tournaments.list(visibility, { year })).map(tournamentView);
  }

  @Get('year/:year/sports/id/:sport_id/tournaments')
  @ApiOperation({ summary: 'Tournaments of a year and sport, in alphabetical order' })
  @ApiOkResponse({ type: [TournamentView] })
  async tournamentsOfYearAndSport(
    @PathNumber('year') year: number,
    @PathNumber('sport_id') sportId: number,
    @Sees() visibility: Visibility,
  ): Promise<TournamentView[]> {
    return (await this.tournaments.list(visibility, { year, sportId })).map(tournamentView);
  }

  @Get('year/:year/teams')
  @ApiOperation({ summary: 'Teams entered for a tournament of the year, each once' })
  @ApiOkResponse({ type: [TeamView] })
  async teamsOfYear(@PathNumber('year') year: number, @Sees() visibility: Visibility): Promise<TeamView[]> {
    return (await this.teams.listBySeasonYear(year, visibility)).map(teamView);
  }

  @Get('year/:year/matches')
  @ApiOperation({ summary: 'Matches of the tournaments of a year' })
  @ApiOkResponse({ type: [MatchRecordView] })
  async matchesOfYear(@PathNumber('year') year: number, @Sees() visibility: Visibility): Promise<MatchRecordView[]> {
    return (await this.matches.list(visibility, { year })).map(matchRecordView);
  }
}
