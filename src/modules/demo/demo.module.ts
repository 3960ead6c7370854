import { Module } from '@nestjs/common';
import { ImportsModule } from '#modules/imports/index.js';
import { TrainingModule } from '#modules/predictions/index.js';
import { ReplaysModule } from '#modules/replays/index.js';
import { CatalogueExamplesRepository } from './catalogue-examples.repository.js';
import { DemoExamples } from './demo-examples.js';
import { DemoGamesModule } from './demo-games.module.js';
import { DemoLive } from './demo-live.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { DemoPeople } from './demo-people.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';
import { DocumentedRepository } from './documented.repository.js';
import { MatchExamplesRepository } from './match-examples.repository.js';
import { UserExamplesRepository } from './user-examples.repository.js';

@Module({
  imports: [DemoGamesModule, ImportsModule, ReplaysModule, TrainingModule],
  providers: [
    CatalogueExamplesRepository,
    DemoExamples,
    DemoLive,
    DemoPeople,
    DemoPeopleRepository,
    DemoRepository,
    DemoService,
    DocumentedRepository,
    MatchExamplesRepository,
    UserExamplesRepository,
  ],
  exports: [DemoLive, DemoService],
})
export class DemoModule {}
