import { Module } from '@nestjs/common';
import { AccountsModule } from '#modules/accounts/index.js';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { CareersService } from './careers.service.js';
import {
  PersonConnectionResolver,
  PlayerConnectionResolver,
  RosterEntryConnectionResolver,
} from './people-connections.resolver.js';
import { PersonsRepository } from './persons.repository.js';
import { PersonsResolver } from './persons.resolver.js';
import { PersonsService } from './persons.service.js';
import { PlayerListsService } from './player-lists.service.js';
import { PlayerRemovalRepository } from './player-removal.repository.js';
import { PlayersRepository } from './players.repository.js';
import { PlayersResolver } from './players.resolver.js';
import { PlayersService } from './players.service.js';
import { RosterListsRepository } from './roster-lists.repository.js';
import { RostersRepository } from './rosters.repository.js';
import { RostersResolver } from './rosters.resolver.js';
import { RostersService } from './rosters.service.js';

@Module({
  imports: [AccountsModule, CompetitionsModule, TeamsModule],
  providers: [
    CareersService,
    PersonConnectionResolver,
    PersonsRepository,
    PersonsResolver,
    PersonsService,
    PlayerListsService,
    PlayerRemovalRepository,
    PlayerConnectionResolver,
    PlayersRepository,
    PlayersResolver,
    PlayersService,
    RosterListsRepository,
    RosterEntryConnectionResolver,
    RostersRepository,
    RostersResolver,
    RostersService,
  ],
  exports: [CareersService, PersonsService, PlayerListsService, PlayersService, RostersService],
})
export class PeopleModule {}
