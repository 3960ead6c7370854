import { Module } from '@nestjs/common';
import { ImportsModule } from '#modules/imports/index.js';
import { DemoGames } from './demo-games.js';
import { DemoGamesRepository } from './demo-games.repository.js';

/** What commands need of the demo. */
@Module({
  imports: [ImportsModule],
  providers: [DemoGames, DemoGamesRepository],
  exports: [DemoGames, DemoGamesRepository],
})
export class DemoGamesModule {}
