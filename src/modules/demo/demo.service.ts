import { Inject, Injectable, Logger } from '@nestjs/common';
import { demoSeasons } from '#core/season/demo-seasons.js';
import { SeasonLoader } from '#modules/imports/index.js';
import { TrainingService } from '#modules/predictions/index.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { DemoRepository } from './demo.repository.js';

@Injectable()
export class DemoService {
  readonly #log = new Logger('Demo');

  constructor(
    private readonly repository: DemoRepository,
    private readonly loader: SeasonLoader,
    private readonly training: TrainingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Loads the demo leagues on the first run, and on a later day plays them on to that day. Does nothing in a database
   * that has matches but no demo. Safe to interrupt: the next call finishes what is missing.
   * @param today decides which matches have been played; the results themselves follow from the seed alone.
   */
  async ensureLoaded(today = new Date()): Promise<void> {
    await this.repository.inOwnContext(async () => {
      const seed = String(this.config.demo.seed);
      const day = today.toISOString().slice(0, 10);
      const known = await this.repository.playedUntil(seed);
      if (known === day) return;
      if (known === undefined && (await this.repository.hasMatches())) return;

      this.#log.log(known && known !== 'loading' ? `playing the demo leagues on to ${day}` : 'making demo leagues');
      if (known === undefined) await this.repository.setPlayedUntil(seed, 'loading');
      const { newMatches, updatedMatches } = await this.loader.load(demoSeasons(day, seed));
      this.#log.log(`${newMatches} matches new, ${updatedMatches} changed; training their predictions`);
      const trained = await this.training.train({ clock: () => today });
      this.#log.log(`${trained.reduce((sum, { newPredictions }) => sum + newPredictions, 0)} predictions stored`);
      await this.repository.setPlayedUntil(seed, day);
    });
  }
}
