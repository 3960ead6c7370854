import { Module } from '@nestjs/common';
import { LiveModule } from '#modules/live/index.js';
import { MatchSchedulingModule } from '#modules/matches/index.js';
import { PlayStoreModule } from '#modules/plays/index.js';
import { ReplayDesk } from './replay-desk.js';
import { ReplayPlayer } from './replay-player.js';
import { ReplaysRepository } from './replays.repository.js';
import { ReplaysService } from './replays.service.js';

@Module({
  imports: [LiveModule, MatchSchedulingModule, PlayStoreModule],
  providers: [ReplayDesk, ReplayPlayer, ReplaysRepository, ReplaysService],
  exports: [ReplayPlayer, ReplaysService],
})
export class ReplaysModule {}
