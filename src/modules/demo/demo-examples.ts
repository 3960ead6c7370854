import { Injectable } from '@nestjs/common';
import { CatalogueExamplesRepository } from './catalogue-examples.repository.js';
import { DemoPeopleRepository } from './demo-people.repository.js';
import { MatchExamplesRepository } from './match-examples.repository.js';
import { UserExamplesRepository } from './user-examples.repository.js';

/**
 * What the examples of the StatsBoards contract name, under the numbers they give it: a small league of American
 * football. Made before anything else takes these numbers.
 */
@Injectable()
export class DemoExamples {
  constructor(
    private readonly catalogue: CatalogueExamplesRepository,
    private readonly people: DemoPeopleRepository,
    private readonly users: UserExamplesRepository,
    private readonly matches: MatchExamplesRepository,
  ) {}

  /** Adds what is missing; what is there stays as it is. */
  async ensure(): Promise<void> {
    await this.catalogue.ensure();
    await this.people.ensureExamples();
    await this.users.ensure();
    await this.matches.ensure();
  }
}
