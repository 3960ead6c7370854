import { MikroOrmModule } from '@mikro-orm/nestjs';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { type DatabaseOptions, ormOptions } from './orm-options.js';
import { DATABASE_OPTIONS } from './database.token.js';
import { OwnContext } from './own-context.js';

/** The entity manager, and the database's address for those who need a connection of their own. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        MikroOrmModule.forRootAsync({
          useFactory: () => ({ ...ormOptions(options), registerRequestContext: false }),
        }),
      ],
      providers: [{ provide: DATABASE_OPTIONS, useValue: options }, OwnContext],
      exports: [DATABASE_OPTIONS, OwnContext],
    };
  }
}
