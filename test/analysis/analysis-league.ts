import 'reflect-metadata';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { simulateSoccerLeague } from '#core/season/soccer-league.js';
import type { SeasonRecord } from '#core/season/season-record.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { AnalysisModule, AnalysisService, type SampleRequest } from '#modules/analysis/index.js';
import { ConfigModule } from '#platform/config/config.module.js';
import { loadConfig } from '#platform/config/index.js';
import { loaderOn } from '../imports/seasons.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

export const LEAGUE = { code: 'north', title: 'Northern League', country: 'England', sport: 'soccer' } as const;
/** Two seasons of ten teams, the second half played on this day. */
export const TODAY = '2025-12-20';

export const ALL: SampleRequest = { limit: 50, period: 'full', homeVenue: null, awayVenue: null };

export function leagueSeasons(): SeasonRecord[] {
  return simulateSoccerLeague({
    seed: 'analysis',
    source: 'test-files',
    competition: LEAGUE,
    size: 10,
    exchanged: 2,
    style: 'north',
    years: [2024, 2025],
    asOf: TODAY,
  });
}

export interface AnalysisBench {
  database: TestDatabase;
  /** Runs work as a request would. */
  ask<T>(work: (analysis: AnalysisService) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The service alone on a database of its own, filled with `seasons`. */
export async function openAnalysis(seasons: readonly SeasonRecord[]): Promise<AnalysisBench> {
  const database = await createTestDatabase();
  await loaderOn(database.url).load(seasons);
  const options = { url: database.url, poolSize: 4, statementTimeoutMs: 0, applicationName: 'touchline' };
  const root: DynamicModule = {
    module: AnalysisModule,
    imports: [ConfigModule.forRoot(loadConfig({})), DatabaseModule.forRoot(options)],
  };
  const context = await NestFactory.createApplicationContext(root, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  const service = context.get(AnalysisService);
  const orm = context.get(MikroORM);
  return {
    database,
    ask: (work) => RequestContext.create(orm.em, () => work(service)),
    async close() {
      await context.close();
      await database.drop();
    },
  };
}

export interface StoredFixture {
  id: number;
  public_id: string;
  kickoff_at: Date;
  status: string;
  tournament_id: number;
  team_a_id: number;
  team_b_id: number;
  score_home: number | null;
  score_away: number | null;
  referee: string | null;
}

/** All matches of the database by kickoff. */
export async function fixtures(database: TestDatabase): Promise<StoredFixture[]> {
  return database.sql<StoredFixture>('select * from match order by kickoff_at, id');
}

/** The last match that was played. */
export async function lastPlayed(database: TestDatabase): Promise<StoredFixture> {
  return (await fixtures(database)).findLast(({ status }) => status === 'finished')!;
}
