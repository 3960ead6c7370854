import 'reflect-metadata';
import { MikroORM } from '@mikro-orm/postgresql';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createRandom } from '#core/kernel/random.js';
import { DatabaseModule } from '#platform/database/database.module.js';
import { PredictionStoreRepository } from '../../src/modules/predictions/prediction-store.repository.js';
import { PredictionsRepository } from '../../src/modules/predictions/predictions.repository.js';
import { PredictionsService } from '../../src/modules/predictions/predictions.service.js';
import { TrainingModule } from '../../src/modules/predictions/training.module.js';
import { TrainingService } from '../../src/modules/predictions/training.service.js';
import type { TestDatabase } from '../support/database.js';

const MS_PER_DAY = 86_400_000;

export interface League {
  competitionId: number;
  /** Tournaments in the order of their seasons. */
  tournamentIds: number[];
  teamIds: number[];
}

export interface LeagueOptions {
  title?: string;
  sport?: 'soccer' | 'american-football';
  teams?: number;
  /** Starting years and the day of the first round of each. */
  seasons: { year: number; firstDay: Date }[];
  /** Days between two rounds. */
  every?: number;
  /** Rounds before this moment are played. */
  now: Date;
  seed?: string;
}

/**
 * A league by plain SQL, as another program would write it: every pair meets home and away, one round every few days.
 * The first teams are the better ones. Kickoffs of a round are spread over the day, one of them late in the evening.
 */
export async function createLeague(database: TestDatabase, options: LeagueOptions): Promise<League> {
  const { title = 'League', sport = 'soccer', teams = 6, seasons, every = 5, now, seed = 'league' } = options;
  const random = createRandom(seed);
  const [{ id: sportId }] = await database.sql<{ id: number }>(
    `insert into sport (title, kind) values ($1, $1) on conflict (title) do update set kind = excluded.kind returning id`,
    [sport],
  );
  const [{ id: competitionId }] = await database.sql<{ id: number }>(
    'insert into competition (sport_id, title) values ($1, $2) returning id',
    [sportId, title],
  );
  const teamIds: number[] = [];
  for (let n = 0; n < teams; n++) {
    const [{ id }] = await database.sql<{ id: number }>(
      `insert into team (title, code, sport_id) values ($1, 'TTT', $2) returning id`,
      [`${title} team ${n}`, sportId],
    );
    teamIds.push(id);
  }
  const tournamentIds: number[] = [];
  for (const { year, firstDay } of seasons) {
    const [{ id: seasonId }] = await database.sql<{ id: number }>(
      'insert into season (year) values ($1) on conflict (year) do update set year = excluded.year returning id',
      [year],
    );
    const [{ id: tournamentId }] = await database.sql<{ id: number }>(
      `insert into tournament (title, season_id, sport_id, competition_id) values ($1, $2, $3, $4) returning id`,
      [`${title} ${year}`, seasonId, sportId, competitionId],
    );
    tournamentIds.push(tournamentId);
    for (const [round, pairs] of doubleRoundRobin(teams).entries()) {
      for (const [n, [home, away]] of pairs.entries()) {
        const hour = n === 0 ? 22.5 : 12 + 2 * n;
        const kickoff = new Date(firstDay.getTime() + (round * every + hour / 24) * MS_PER_DAY);
        const goals = [random.poisson(1.8 - 0.15 * home + 0.1 * away), random.poisson(1.3 - 0.1 * away + 0.1 * home)];
        const played = kickoff < now;
        await database.sql(
          `insert into match (team_a_id, team_b_id, tournament_id, match_date, status, score_home, score_away)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            teamIds[home],
            teamIds[away],
            tournamentId,
            kickoff,
            played ? 'finished' : 'scheduled',
            played ? goals[0] : null,
            played ? goals[1] : null,
          ],
        );
      }
    }
  }
  return { competitionId, tournamentIds, teamIds };
}

/** The circle method; `teams` is even. */
function doubleRoundRobin(teams: number): [number, number][][] {
  const circle = Array.from({ length: teams - 1 }, (_, n) => n);
  const rounds = circle.map((_, round): [number, number][] => {
    const turned = [teams - 1, ...circle.slice(round), ...circle.slice(0, round)];
    return Array.from({ length: teams / 2 }, (_, n) => [turned[n], turned[teams - 1 - n]]);
  });
  return [...rounds, ...rounds.map((pairs) => pairs.map(([home, away]): [number, number] => [away, home]))];
}

export interface StoredPrediction {
  id: number;
  match_id: number;
  tournament_id: number;
  model_version_id: number;
  kickoff_at: Date;
  as_of: Date;
  published_before_kickoff: boolean;
  inputs_digest: string;
  distribution: { kind: 'dixon-coles'; home: number; away: number; rho: number };
}

/** Every prediction, in the order it was stored. */
export async function storedPredictions(database: TestDatabase): Promise<StoredPrediction[]> {
  return database.sql<StoredPrediction>(
    'select p.*, m.kickoff_at, m.tournament_id from prediction p join match m on m.id = p.match_id order by p.id',
  );
}

/** Training without a server: what `npm run train` works with. */
export interface Trainer {
  training: TrainingService;
  predictions: PredictionsService;
  store: PredictionStoreRepository;
  orm: MikroORM;
  close(): Promise<void>;
}

export async function openTrainer(database: TestDatabase): Promise<Trainer> {
  const options = { url: database.url, poolSize: 2, statementTimeoutMs: 0, applicationName: 'touchline training test' };
  const root: DynamicModule = {
    module: TrainingModule,
    imports: [DatabaseModule.forRoot(options)],
    providers: [PredictionsRepository, PredictionsService],
  };
  const context = await NestFactory.createApplicationContext(root, {
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  return {
    training: context.get(TrainingService),
    predictions: context.get(PredictionsService),
    store: context.get(PredictionStoreRepository),
    orm: context.get(MikroORM),
    close: () => context.close(),
  };
}
