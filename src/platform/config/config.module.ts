import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG } from './config.token.js';
import type { Config } from './load-config.js';

/** Makes the configuration injectable: `@Inject(CONFIG) config: Config`. */
@Global()
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: CONFIG, useValue: config }], exports: [CONFIG] };
  }
}
