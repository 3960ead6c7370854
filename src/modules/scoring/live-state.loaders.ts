import { Injectable } from '@nestjs/common';
import { GameClocksService, PlayClocksService } from '#modules/live/index.js';
import { BatchLoader } from '#platform/graphql/batch-loader.js';
import { gameClockOf, type GameClockObject, playClockOf, type PlayClockObject } from './clock.object.js';
import type { ScoreboardObject } from './scoreboard.object.js';
import { ScoringService } from './scoring.service.js';

/** Clocks and scoreboards of all matches of an operation, one batch each. */
@Injectable()
export class LiveStateLoaders {
  readonly gameClock: BatchLoader<number, GameClockObject>;
  readonly playClock: BatchLoader<number, PlayClockObject>;
  readonly scoreboard: BatchLoader<number, ScoreboardObject>;

  constructor(gameClocks: GameClocksService, playClocks: PlayClocksService, scoring: ScoringService) {
    this.gameClock = new BatchLoader(async (ids) => mapped(await gameClocks.listByMatches(ids), gameClockOf));
    this.playClock = new BatchLoader(async (ids) => mapped(await playClocks.listByMatches(ids), playClockOf));
    this.scoreboard = new BatchLoader((ids) => scoring.listByMatches(ids));
  }
}

const mapped = <From, To>(values: ReadonlyMap<number, From>, view: (value: From) => To): Map<number, To> =>
  new Map([...values].map(([id, value]) => [id, view(value)]));
