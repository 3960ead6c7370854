import { Module } from '@nestjs/common';
import { ImportsModule } from '#modules/imports/index.js';
import { TrainingModule } from '#modules/predictions/index.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [ImportsModule, TrainingModule],
  providers: [DemoRepository, DemoService],
  exports: [DemoService],
})
export class DemoModule {}
