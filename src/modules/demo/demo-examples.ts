import { Injectable } from '@nestjs/common';
import { CatalogueExamplesRepository } from './catalogue-examples.repository.js';
import { DemoPeople } from './demo-people.js';
import { MatchExamplesRepository } from './match-examples.repository.js';

/** What the examples of the StatsBoards contract name, under the numbers they give it. */
@Injectable()
export class DemoExamples {
  constructor(
    private readonly catalogue: CatalogueExamplesRepository,
    private readonly people: DemoPeople,
    private readonly matches: MatchExamplesRepository,
  ) {}

  /** Adds what is missing; the same seed gives the same people. */
  async ensure(seed: string): Promise<void> {
    await this.catalogue.ensure();
    await this.people.ensure(seed);
    await this.matches.ensure();
  }
}
