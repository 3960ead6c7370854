import { Injectable } from '@nestjs/common';
import { Conflict, Invalid, NotFound } from '#core/kernel/domain-error.js';
import { type Scoreboard, ScoreboardsService, type ScoreboardValues } from '#modules/live/index.js';
import {
  MatchDataService,
  type MatchDataRow,
  type MatchDataValues,
  MatchSchedulingService,
} from '#modules/matches/index.js';
import type { ScoreboardObject } from './scoreboard.object.js';
import { scoreboardOf, timeoutsIn, timeoutsShown } from './scoreboard.view.js';
import { ScoringRepository } from './scoring.repository.js';

export type Side = 'home' | 'away';

/** What is written to the two rows behind a scoreboard. */
export interface ScoreboardChange {
  data?: MatchDataValues;
  board?: ScoreboardValues;
}

interface ScoreboardRows {
  data: MatchDataRow;
  board: Scoreboard;
}

const MAX_POINTS = 9_999;
const TEAM = { home: 'A', away: 'B' } as const;

/**
 * The score and scoreboard of a match, changed by scorers who may be several. `seen` is the version of the match that
 * the scorer's screen shows: when the scoreboard was changed after it, the operation is refused.
 */
@Injectable()
export class ScoringService {
  constructor(
    private readonly repository: ScoringRepository,
    private readonly matches: MatchSchedulingService,
    private readonly matchData: MatchDataService,
    private readonly scoreboards: ScoreboardsService,
  ) {}

  /** By the id of the match; matches that were never played live have no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, ScoreboardObject>> {
    const [data, boards] = [
      await this.matchData.listByMatches(matchIds),
      await this.scoreboards.listByMatches(matchIds),
    ];
    const found = [...data.values()].flatMap((row): [number, ScoreboardObject][] => {
      const board = boards.get(row.matchId);
      return board === undefined ? [] : [[row.matchId, scoreboardOf(row, board, board)]];
    });
    return new Map(found);
  }

  /** @throws NotFound; Invalid; Conflict `SCOREBOARD_CHANGED` */
  async setScore(matchId: number, home: number, away: number, seen?: number): Promise<ScoreboardObject> {
    for (const [field, points] of [['home', home] as const, ['away', away] as const]) refusePoints(field, points);
    return this.change(matchId, seen, () => ({ data: { scoreTeamA: home, scoreTeamB: away } }));
  }

  /** Adds to what the side has; less than nothing corrects. @throws NotFound; Invalid; Conflict `SCOREBOARD_CHANGED` */
  async addPoints(matchId: number, side: Side, points: number, seen?: number): Promise<ScoreboardObject> {
    const field = `scoreTeam${TEAM[side]}` as const;
    return this.change(matchId, seen, ({ data }) => {
      const sum = (data[field] ?? 0) + points;
      refusePoints('points', sum);
      return { data: { [field]: sum } };
    });
  }

  /** Takes one of the side's timeouts and shows it. @throws NotFound; Conflict `NO_TIMEOUT_LEFT`, `SCOREBOARD_CHANGED` */
  async callTimeout(matchId: number, side: Side, seen?: number): Promise<ScoreboardObject> {
    const team = TEAM[side];
    return this.change(matchId, seen, ({ data }) => {
      const left = timeoutsIn(data[`timeoutTeam${team}`]);
      if (left === 0) throw new Conflict('NO_TIMEOUT_LEFT', `The ${side} side has no timeout left`, { matchId, side });
      return {
        data: { [`timeoutTeam${team}`]: timeoutsShown(left - 1) },
        board: { [`isTimeoutTeam${team}`]: true },
      };
    });
  }

  /** Changes what `change` makes of the rows as they are, all of it or nothing. @throws NotFound; Conflict */
  async change(
    matchId: number,
    seen: number | undefined,
    change: (before: ScoreboardRows) => ScoreboardChange,
  ): Promise<ScoreboardObject> {
    return this.repository.withMatchLocked(matchId, async () => {
      const before = await this.#rows(matchId);
      if (seen !== undefined) await this.#refuseOutdated(matchId, seen);
      const { data = {}, board = {} } = change(before);
      if (Object.keys(data).length > 0) await this.matchData.update(before.data.id, data);
      if (Object.keys(board).length > 0) await this.scoreboards.update(before.board.id, board);
      const after = await this.#rows(matchId);
      return scoreboardOf(after.data, after.board, after.board);
    });
  }

  async #rows(matchId: number): Promise<ScoreboardRows> {
    await this.matches.ensureLiveRows(matchId);
    const data = await this.matchData.findByMatch(matchId);
    const board = await this.scoreboards.findByMatch(matchId);
    if (data === undefined || board === undefined) throw new NotFound('Match', matchId);
    return { data, board };
  }

  async #refuseOutdated(matchId: number, seen: number): Promise<void> {
    const version = await this.repository.scoreboardVersion(matchId);
    if (version <= seen) return;
    const message = `The scoreboard was changed at version ${version}, after ${seen}: look at it again`;
    throw new Conflict('SCOREBOARD_CHANGED', message, { matchId, seen, version });
  }
}

function refusePoints(field: string, points: number): void {
  if (points >= 0 && points <= MAX_POINTS) return;
  throw new Invalid(field, `A side has 0 to ${MAX_POINTS} points, not ${points}`, 'BAD_USER_INPUT');
}
