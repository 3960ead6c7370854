import { Module } from '@nestjs/common';
import { PlacementsRepository } from './placements.repository.js';
import { SponsorLinesRepository } from './sponsor-lines.repository.js';
import {
  PlacedSponsorConnectionResolver,
  SponsorLineConnectionResolver,
  SponsorLinesResolver,
} from './sponsor-lines.resolver.js';
import { SponsorLinesService } from './sponsor-lines.service.js';
import { SponsorsRepository } from './sponsors.repository.js';
import { SponsorConnectionResolver, SponsorsResolver } from './sponsors.resolver.js';
import { SponsorsService } from './sponsors.service.js';

@Module({
  providers: [
    PlacedSponsorConnectionResolver,
    SponsorConnectionResolver,
    SponsorLineConnectionResolver,
    SponsorLinesResolver,
    SponsorsResolver,
    PlacementsRepository,
    SponsorLinesRepository,
    SponsorLinesService,
    SponsorsRepository,
    SponsorsService,
  ],
  exports: [SponsorLinesService, SponsorsService],
})
export class SponsorsModule {}
