import { Module } from '@nestjs/common';
import { FileImport } from './file-import.js';
import { SeasonLoader } from './season-loader.js';
import { SeasonLoaderRepository } from './season-loader.repository.js';

@Module({ providers: [FileImport, SeasonLoader, SeasonLoaderRepository], exports: [FileImport, SeasonLoader] })
export class ImportsModule {}
