import { Module } from '@nestjs/common';
import { MatchChangesRepository } from './match-changes.repository.js';
import { PlaysRepository } from './plays.repository.js';
import { PlaysService } from './plays.service.js';

/** Plays as they are recorded, without a server: for commands too. */
@Module({
  providers: [MatchChangesRepository, PlaysRepository, PlaysService],
  exports: [MatchChangesRepository, PlaysRepository, PlaysService],
})
export class PlayStoreModule {}
