import { Module } from '@nestjs/common';
import { PlaysRepository } from './plays.repository.js';
import { PlaysService } from './plays.service.js';

/** Plays as they are recorded, without a server: for commands too. */
@Module({
  providers: [PlaysRepository, PlaysService],
  exports: [PlaysRepository, PlaysService],
})
export class PlayStoreModule {}
