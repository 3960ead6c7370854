import { Module } from '@nestjs/common';
import { CompetitionTournamentsResolver } from './competition-tournaments.resolver.js';
import { CompetitionsRepository } from './competitions.repository.js';
import { CompetitionsResolver } from './competitions.resolver.js';
import { CompetitionsService } from './competitions.service.js';
import { SportLoader } from './sport.loader.js';
import { TournamentLoader } from './tournament.loader.js';
import { TournamentsRepository } from './tournaments.repository.js';
import { TournamentsResolver } from './tournaments.resolver.js';
import { TournamentsService } from './tournaments.service.js';

@Module({
  providers: [
    CompetitionsRepository,
    CompetitionsResolver,
    CompetitionsService,
    CompetitionTournamentsResolver,
    SportLoader,
    TournamentLoader,
    TournamentsRepository,
    TournamentsResolver,
    TournamentsService,
  ],
  exports: [CompetitionsService, SportLoader, TournamentLoader, TournamentsService],
})
export class CompetitionsModule {}
