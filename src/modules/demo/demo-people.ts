import { Injectable } from '@nestjs/common';
import { FOOTBALL_POSITIONS, footballSquad } from '#core/season/football-squad.js';
import { DemoPeopleRepository } from './demo-people.repository.js';

/** Gives the simulated football teams of the demo their rosters. */
@Injectable()
export class DemoPeople {
  constructor(private readonly repository: DemoPeopleRepository) {}

  /** Adds what is missing; the same seed gives the same people. A team keeps its players from season to season. */
  async ensure(seed: string): Promise<void> {
    const gaps = await this.repository.listGaps();
    for (const sportId of new Set(gaps.map((gap) => gap.sportId))) {
      await this.repository.ensurePositions(
        sportId,
        FOOTBALL_POSITIONS.map(({ title, category }) => ({ title, category })),
      );
    }
    for (const gap of gaps) {
      if (await this.repository.enterKnown(gap)) continue;
      await this.repository.enterNew(gap, footballSquad(seed, gap.teamTitle));
    }
  }
}
