import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { SponsorsModule } from '#modules/sponsors/index.js';
import { DetailsService } from './details.service.js';
import { EntriesRepository } from './entries.repository.js';
import { EntriesService } from './entries.service.js';
import { TeamConnectionResolver } from './team-connection.resolver.js';
import { TeamDetailsRepository } from './team-details.repository.js';
import { TeamRecordsRepository } from './team-records.repository.js';
import { TeamRecordsResolver } from './team-records.resolver.js';
import { TeamRecordsService } from './team-records.service.js';
import { TeamLoader } from './team.loader.js';
import { TeamsRepository } from './teams.repository.js';
import { TeamsResolver } from './teams.resolver.js';
import { TeamsService } from './teams.service.js';
import { TournamentDetailsRepository } from './tournament-details.repository.js';
import { TournamentTeamsResolver } from './tournament-teams.resolver.js';

@Module({
  imports: [CompetitionsModule, SponsorsModule],
  providers: [
    DetailsService,
    EntriesRepository,
    EntriesService,
    TeamConnectionResolver,
    TeamDetailsRepository,
    TeamLoader,
    TeamRecordsRepository,
    TeamRecordsResolver,
    TeamRecordsService,
    TeamsRepository,
    TeamsResolver,
    TeamsService,
    TournamentDetailsRepository,
    TournamentTeamsResolver,
  ],
  exports: [DetailsService, EntriesService, TeamLoader, TeamRecordsService, TeamsService],
})
export class TeamsModule {}
