import { Module } from '@nestjs/common';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { TeamConnectionResolver } from './team-connection.resolver.js';
import { TeamLoader } from './team.loader.js';
import { TeamsRepository } from './teams.repository.js';
import { TeamsResolver } from './teams.resolver.js';
import { TeamsService } from './teams.service.js';
import { TournamentTeamsResolver } from './tournament-teams.resolver.js';

@Module({
  imports: [CompetitionsModule],
  providers: [
    TeamConnectionResolver,
    TeamLoader,
    TeamsRepository,
    TeamsResolver,
    TeamsService,
    TournamentTeamsResolver,
  ],
  exports: [TeamLoader, TeamsService],
})
export class TeamsModule {}
