import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { LiveModule } from '#modules/live/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { MatchConnectionResolver } from './match-connection.resolver.js';
import { MatchContextRepository } from './match-context.repository.js';
import { MatchDataRepository } from './match-data.repository.js';
import { MatchDataService } from './match-data.service.js';
import { MatchPagesRepository } from './match-pages.repository.js';
import { MatchRecordsRepository } from './match-records.repository.js';
import { MatchRecordsService } from './match-records.service.js';
import { MatchRostersRepository } from './match-rosters.repository.js';
import { MatchRostersService } from './match-rosters.service.js';
import { MatchSchedulingRepository } from './match-scheduling.repository.js';
import { MatchSchedulingService } from './match-scheduling.service.js';
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
  imports: [CompetitionsModule, LiveModule, TeamsModule],
  providers: [
    MatchesRepository,
    MatchesResolver,
    MatchesService,
    MatchConnectionResolver,
    MatchContextRepository,
    MatchDataRepository,
    MatchDataService,
    MatchPagesRepository,
    MatchRecordsRepository,
    MatchRecordsService,
    MatchRostersRepository,
    MatchRostersService,
    MatchSchedulingRepository,
    MatchSchedulingService,
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
    MatchDataService,
    MatchRecordsService,
    MatchRostersService,
    MatchSchedulingService,
    MatchesService,
    StandingsService,
  ],
})
export class MatchesModule {}
