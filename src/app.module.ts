import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AnaliseModule } from '#dialects/analise/index.js';
import { StatsboardsModule, StatsboardsSocketsModule } from '#dialects/statsboards/index.js';
import { AccountsModule } from '#modules/accounts/index.js';
import { CompetitionsModule } from '#modules/competitions/index.js';
import { DemoModule } from '#modules/demo/index.js';
import { ImportsModule } from '#modules/imports/index.js';
import { LiveModule } from '#modules/live/index.js';
import { MatchesModule } from '#modules/matches/index.js';
import { OpportunitiesModule } from '#modules/opportunities/index.js';
import { PlaysModule } from '#modules/plays/index.js';
import { PredictionsModule } from '#modules/predictions/index.js';
import { ScoringModule } from '#modules/scoring/index.js';
import { ReplaysModule } from '#modules/replays/index.js';
import { TeamsModule } from '#modules/teams/index.js';
import { AuthModule } from '#platform/auth/auth.module.js';
import type { Config } from '#platform/config/index.js';
import { ConfigModule } from '#platform/config/config.module.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { GraphqlModule } from '#platform/graphql/graphql.module.js';
import { ProblemFilter } from '#platform/http/errors.filter.js';
import { HealthModule } from '#platform/http/health.js';
import { RealtimeModule } from '#realtime/index.js';
import { allowedOrigins } from '#platform/http/origins.js';

@Module({})
export class AppModule {
  static forRoot(config: Config, databaseUrl: string): DynamicModule {
    const { introspection, ...graphqlLimits } = config.graphql;
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        DatabaseModule.forRoot({
          url: databaseUrl,
          poolSize: config.database.poolSize,
          statementTimeoutMs: config.database.statementTimeoutMs,
          applicationName: 'touchline',
        }),
        GraphqlModule.forRoot({ introspection, limits: graphqlLimits }),
        AuthModule,
        HealthModule,
        RealtimeModule.forRoot({
          ...config.realtime,
          maxMessageBytes: 64 * 1024,
          maxSubscriptions: 100,
          originAllowed: allowedOrigins(config.http.corsOrigins),
        }),
        AccountsModule,
        CompetitionsModule,
        TeamsModule,
        MatchesModule,
        LiveModule,
        PlaysModule,
        ScoringModule,
        PredictionsModule,
        ReplaysModule,
        OpportunitiesModule,
        ImportsModule,
        DemoModule,
        AnaliseModule,
        StatsboardsModule,
        StatsboardsSocketsModule,
      ],
      providers: [{ provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
