import { Inject, Injectable, Logger } from '@nestjs/common';
import { demoSeasons } from '#core/season/demo-seasons.js';
import { documentedSeasons } from '#core/season/documented-seasons.js';
import { SeasonLoader } from '#modules/imports/index.js';
import { TrainingService } from '#modules/predictions/index.js';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { DemoExamples } from './demo-examples.js';
import { DemoPeople } from './demo-people.js';
import { DemoRepository } from './demo.repository.js';
import { DOCUMENTED_IDS } from './documented-ids.js';
import { DocumentedRepository } from './documented.repository.js';

/** Grows when the demo has more to load than before. */
const EDITION = 5;

@Injectable()
export class DemoService {
  readonly #log = new Logger('Demo');

  constructor(
    private readonly repository: DemoRepository,
    private readonly documented: DocumentedRepository,
    private readonly examples: DemoExamples,
    private readonly people: DemoPeople,
    private readonly loader: SeasonLoader,
    private readonly training: TrainingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Loads the demo leagues and what the contracts' examples name on the first run, and on a later day plays them on to
   * that day. Where a provider tells about real soccer, none is simulated, and what was is taken away, so that nobody takes
   * it for the truth. Does nothing in a database that has matches but no demo. Safe to
   * interrupt: the next call finishes what is missing.
   * @param today decides which matches have been played; the results themselves follow from the seed alone.
   */
  async ensureLoaded(today = new Date()): Promise<void> {
    await this.repository.inOwnContext(async () => {
      const seed = String(this.config.demo.seed);
      const day = today.toISOString().slice(0, 10);
      const hasProvider = this.config.providers.vstats.baseUrl !== undefined;
      const withSoccer = !hasProvider && !(await this.documented.hasProviderData());
      const state = `${day} ${EDITION}${withSoccer ? '' : ' without soccer'}`;
      const known = await this.repository.findState(seed);
      if (known === state) return;
      if (known === undefined && (await this.repository.hasMatches())) return;

      this.#log.log(known && known !== 'loading' ? `playing the demo leagues on to ${day}` : 'making demo leagues');
      if (known === undefined) await this.repository.setState(seed, 'loading');
      await this.examples.ensure();
      const seasons = withSoccer
        ? [...demoSeasons(day, seed), ...documentedSeasons(day, seed)]
        : demoSeasons(day, seed).filter(({ competition }) => competition.sport !== 'soccer');
      const { newMatches, updatedMatches } = await this.loader.load(seasons);
      if (withSoccer) await this.documented.assign(DOCUMENTED_IDS);
      else await this.documented.withdraw();
      await this.people.ensure(seed);
      await this.repository.dressSeasons();
      this.#log.log(`${newMatches} matches new, ${updatedMatches} changed; training their predictions`);
      const trained = await this.training.train({ clock: () => today });
      this.#log.log(`${trained.reduce((sum, { newPredictions }) => sum + newPredictions, 0)} predictions stored`);
      await this.repository.setState(seed, state);
    });
  }
}
