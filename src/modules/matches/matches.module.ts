import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { MatchConnectionResolver } from './match-connection.resolver.js';
import { MatchPagesRepository } from './match-pages.repository.js';
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
  imports: [CompetitionsModule, TeamsModule],
  providers: [
    MatchesRepository,
    MatchesResolver,
    MatchesService,
    MatchConnectionResolver,
    MatchPagesRepository,
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
  exports: [MatchSchedulingService, MatchesService, StandingsService],
})
export class MatchesModule {}
