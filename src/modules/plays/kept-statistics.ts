import { DEFAULT_FIELD_LENGTH, fieldOf } from '#core/football/plays/field.js';
import {
  statisticsDocument,
  type StatisticsDocument,
  type StatisticsOverride,
  withOverrides,
} from '#core/football/plays/statistics-document.js';
import { StatisticsFold } from '#core/football/plays/statistics-fold.js';
import type { KeptState } from './kept-matches.js';
import type { MatchChange } from './match-changes.repository.js';
import { playOf } from './play-meaning.js';
import { PLAYS } from './plays.repository.js';
import type { CountedPlay, StatisticsSource } from './statistics.repository.js';

/** Statistics of one match at a version, ready to go on with the play that follows. */
export class KeptStatistics implements KeptState {
  readonly #fold: StatisticsFold;
  readonly #overrides: readonly StatisticsOverride[];
  readonly #teams: readonly [home: number, away: number];
  #version: number;
  #lastNumber = -Infinity;
  #document: StatisticsDocument | undefined;

  constructor({ version, homeId, awayId, fieldLength, plays, lineup, overrides }: StatisticsSource) {
    const positions = plays.flatMap(({ ballOn, ballMovedTo }) => [ballOn, ballMovedTo]);
    const field = fieldOf(positions, fieldLength ?? DEFAULT_FIELD_LENGTH);
    this.#fold = new StatisticsFold(field, { teams: [homeId, awayId], teamOf: (player) => lineup[player] });
    this.#overrides = overrides;
    this.#teams = [homeId, awayId];
    this.#version = version;
    for (const play of plays) this.#add(play);
  }

  get version(): number {
    return this.#version;
  }

  get document(): StatisticsDocument {
    return (this.#document ??= withOverrides(statisticsDocument(this.#fold.statistics()), this.#overrides));
  }

  /**
   * Goes on with what the journal has after its version. False, and nothing changed, when that was more than plays
   * added at the end: then everything has to be counted again.
   */
  advance(changes: readonly MatchChange[], version: number): boolean {
    const added: CountedPlay[] = [];
    let last = this.#lastNumber;
    for (const { entity, op, data } of changes) {
      if (entity === 'stat_override' || entity === 'player_match') return false;
      if (entity === 'match' && (op === 'delete' || !this.#isBetween(data))) return false;
      if (entity === 'matchdata' && Number(data['field_length'] ?? DEFAULT_FIELD_LENGTH) !== this.#fold.field.length) {
        return false;
      }
      if (entity !== 'football_event') continue;
      const play = PLAYS.read(data);
      if (op !== 'insert' || play.eventNumber === null || play.eventNumber <= last || this.#changesScale(play)) {
        return false;
      }
      last = play.eventNumber;
      added.push(play);
    }
    for (const play of added) this.#add(play);
    this.#version = Math.max(version, changes.at(-1)?.version ?? 0);
    return true;
  }

  #isBetween(match: Record<string, unknown>): boolean {
    return match['team_a_id'] === this.#teams[0] && match['team_b_id'] === this.#teams[1];
  }

  #changesScale({ ballOn, ballMovedTo }: CountedPlay): boolean {
    return this.#fold.field.scale === 'plain' && fieldOf([ballOn, ballMovedTo]).scale === 'signed';
  }

  #add(play: CountedPlay): void {
    this.#fold.add(playOf(play));
    this.#lastNumber = play.eventNumber ?? Infinity;
    this.#document = undefined;
  }
}
