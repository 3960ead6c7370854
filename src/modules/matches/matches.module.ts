import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { LiveModule } from '#modules/live/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { MatchConnectionResolver } from './match-connection.resolver.js';
import { MatchContextRepository } from './match-context.repository.js';
import { MatchDetailsRepository } from './match-details.repository.js';
import { MatchDetailsService } from './match-details.service.js';
import { MatchKeepingResolver } from './match-keeping.resolver.js';
import { MatchPagesRepository } from './match-pages.repository.js';
import { MatchPlayersLoader } from './match-players.loader.js';
import { MatchPlayersRepository } from './match-players.repository.js';
import { MatchPlayersService } from './match-players.service.js';
import { MatchRecordsRepository } from './match-records.repository.js';
import { MatchRecordsService } from './match-records.service.js';
import { MatchRostersRepository } from './match-rosters.repository.js';
import { MatchRostersResolver } from './match-rosters.resolver.js';
import { MatchRostersService } from './match-rosters.service.js';
import { MatchSchedulingModule } from './match-scheduling.module.js';
import { MatchStatLinesResolver } from './match-stat-lines.resolver.js';
import { MatchesRepository } from './matches.repository.js';
import { MatchesResolver } from './matches.resolver.js';
import { MatchesService } from './matches.service.js';
import { OwnedMatchesLoader } from './owned-matches.loader.js';
import { StandingsRepository } from './standings.repository.js';
import { StandingsService } from './standings.service.js';
import { StatLinesResolver } from './stat-lines.resolver.js';
import { TeamMatchesResolver } from './team-matches.resolver.js';
import { TournamentMatchesResolver } from './tournament-matches.resolver.js';
import { TournamentStandingsResolver } from './tournament-standings.resolver.js';

@Module({
  imports: [CompetitionsModule, LiveModule, MatchSchedulingModule, TeamsModule],
  providers: [
    MatchesRepository,
    MatchesResolver,
    MatchesService,
    MatchConnectionResolver,
    MatchContextRepository,
    MatchDetailsRepository,
    MatchDetailsService,
    MatchKeepingResolver,
    MatchPagesRepository,
    MatchPlayersLoader,
    MatchPlayersRepository,
    MatchPlayersService,
    MatchRecordsRepository,
    MatchRecordsService,
    MatchRostersRepository,
    MatchRostersResolver,
    MatchRostersService,
    MatchStatLinesResolver,
    OwnedMatchesLoader,
    StandingsRepository,
    StandingsService,
    StatLinesResolver,
    TeamMatchesResolver,
    TournamentMatchesResolver,
    TournamentStandingsResolver,
  ],
  exports: [
    MatchDetailsService,
    MatchPlayersLoader,
    MatchPlayersService,
    MatchRecordsService,
    MatchRostersService,
    MatchSchedulingModule,
    MatchesService,
    StandingsService,
  ],
})
export class MatchesModule {}
