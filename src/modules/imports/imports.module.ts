import { Module } from '@nestjs/common';
import { FileImport } from './file-import.js';
import { GameLoader } from './game-loader.js';
import { GameLoaderRepository } from './game-loader.repository.js';
import { SeasonLoader } from './season-loader.js';
import { SeasonLoaderRepository } from './season-loader.repository.js';

@Module({
  providers: [FileImport, GameLoader, GameLoaderRepository, SeasonLoader, SeasonLoaderRepository],
  exports: [FileImport, GameLoader, SeasonLoader],
})
export class ImportsModule {}
