import { Inject, Logger, Module, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG } from '#platform/config/config.token.js';
import type { Config } from '#platform/config/index.js';
import { Upstreams } from './upstreams.js';

const logger = new Logger('Providers');

function openUpstreams({ providers }: Config): Upstreams {
  return new Upstreams(providers, {
    onCircuit(provider, endpoint, state) {
      if (state === 'closed') logger.log(`${provider} ${endpoint} works again`);
      else logger.warn(`${provider} ${endpoint} keeps failing and is left alone for ${providers.pauseMs} ms`);
    },
  });
}

/** Gives out `Upstreams`; closes their connections at shutdown. */
@Module({
  providers: [{ provide: Upstreams, inject: [CONFIG], useFactory: openUpstreams }],
  exports: [Upstreams],
})
export class UpstreamsModule implements OnApplicationShutdown {
  constructor(@Inject(Upstreams) private readonly upstreams: Upstreams) {}

  async onApplicationShutdown(): Promise<void> {
    await this.upstreams.close();
  }
}
