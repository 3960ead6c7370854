import { Module } from '@nestjs/common';
import { ImportsModule } from '#modules/imports/index.js';
import { TrainingModule } from '#modules/predictions/index.js';
import { CatalogueExamplesRepository } from './catalogue-examples.repository.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { DemoPeople } from './demo-people.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';
import { DocumentedRepository } from './documented.repository.js';

@Module({
  imports: [ImportsModule, TrainingModule],
  providers: [
    CatalogueExamplesRepository,
    DemoPeople,
    DemoPeopleRepository,
    DemoRepository,
    DemoService,
    DocumentedRepository,
  ],
  exports: [DemoService],
})
export class DemoModule {}
