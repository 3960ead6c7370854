import { Module } from '@nestjs/common';
import {
  CompetitionConnectionResolver,
  PositionConnectionResolver,
  SeasonConnectionResolver,
  TournamentConnectionResolver,
} from './competition-connections.resolver.js';
import { CompetitionTournamentsResolver } from './competition-tournaments.resolver.js';
import { CompetitionsRepository } from './competitions.repository.js';
import { CompetitionsResolver } from './competitions.resolver.js';
import { CompetitionsService } from './competitions.service.js';
import { PositionsRepository } from './positions.repository.js';
import { PositionsService } from './positions.service.js';
import { PresetsRepository } from './presets.repository.js';
import { PresetsService } from './presets.service.js';
import { SeasonsRepository } from './seasons.repository.js';
import { SeasonsService } from './seasons.service.js';
import { SportLoader } from './sport.loader.js';
import { SportsRepository } from './sports.repository.js';
import { SportsService } from './sports.service.js';
import { TournamentMoveRepository } from './tournament-move.repository.js';
import { TournamentMoveService } from './tournament-move.service.js';
import { TournamentRecordsRepository } from './tournament-records.repository.js';
import { TournamentRecordsService } from './tournament-records.service.js';
import { TournamentLoader } from './tournament.loader.js';
import { TournamentsRepository } from './tournaments.repository.js';
import { TournamentsResolver } from './tournaments.resolver.js';
import { TournamentsService } from './tournaments.service.js';
import { PositionsResolver } from './positions.resolver.js';
import { PresetsResolver } from './presets.resolver.js';
import { SeasonsResolver } from './seasons.resolver.js';
import { SportsResolver } from './sports.resolver.js';
import { TournamentRecordsResolver } from './tournament-records.resolver.js';

const SERVICES = [
  PositionsService,
  PresetsService,
  SeasonsService,
  SportLoader,
  SportsService,
  TournamentLoader,
  TournamentMoveService,
  TournamentRecordsService,
  TournamentsService,
];

@Module({
  providers: [
    CompetitionsRepository,
    CompetitionsResolver,
    CompetitionsService,
    CompetitionTournamentsResolver,
    CompetitionConnectionResolver,
    PositionConnectionResolver,
    SeasonConnectionResolver,
    TournamentConnectionResolver,
    PositionsRepository,
    PresetsRepository,
    SeasonsRepository,
    SportsRepository,
    TournamentMoveRepository,
    TournamentRecordsRepository,
    TournamentsRepository,
    TournamentsResolver,
    PositionsResolver,
    PresetsResolver,
    SeasonsResolver,
    SportsResolver,
    TournamentRecordsResolver,
    ...SERVICES,
  ],
  exports: SERVICES,
})
export class CompetitionsModule {}
