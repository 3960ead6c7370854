import { Injectable } from '@nestjs/common';
import { Conflict, NotFound } from '#core/kernel/domain-error.js';
import { explaining } from '#platform/database/constraints.js';
import type { Scoreboard, ScoreboardCapabilities, ScoreboardRow } from './scoreboard.row.js';
import { ScoreboardsRepository } from './scoreboards.repository.js';

export type ScoreboardValues = Partial<Omit<ScoreboardRow, 'id'>>;

/** What a match shows on its scoreboard. What its sport cannot show stays hidden, whatever is asked for. */
@Injectable()
export class ScoreboardsService {
  constructor(private readonly scoreboards: ScoreboardsRepository) {}

  /** @throws NotFound */
  async get(id: number): Promise<Scoreboard> {
    const found = await this.scoreboards.find(id);
    if (found === undefined) throw new NotFound('Scoreboard', id);
    return found;
  }

  async findByMatch(matchId: number): Promise<Scoreboard | undefined> {
    return this.scoreboards.findByMatch(matchId);
  }

  async findByMatchData(matchDataId: number): Promise<Scoreboard | undefined> {
    return this.scoreboards.findByMatchData(matchDataId);
  }

  /** @throws NotFound for a match that does not exist; Conflict when it has a scoreboard. */
  async create(values: ScoreboardValues): Promise<Scoreboard> {
    const matchId = values.matchId ?? 0;
    const id = await explaining(
      {
        scoreboard_match_id_unique: () =>
          new Conflict('SCOREBOARD_EXISTS', `Match ${matchId} has a scoreboard already`, { matchId }),
        scoreboard_match_id_foreign: () => new NotFound('Match', matchId),
      },
      () => this.scoreboards.insert(values),
    );
    const created = await this.get(id);
    return this.update(id, shown(values, created));
  }

  /** Changes what is given. @throws NotFound for the scoreboard, or for a player of the match that it is to show. */
  async update(id: number, values: ScoreboardValues): Promise<Scoreboard> {
    const before = await this.get(id);
    await explaining(
      {
        scoreboard_player_match_lower_id_foreign: () => new NotFound('Player match', values.playerMatchLowerId ?? 0),
        scoreboard_football_qb_full_stats_match_lower_id_foreign: () =>
          new NotFound('Player match', values.footballQbFullStatsMatchLowerId ?? 0),
        scoreboard_match_id_foreign: () => new NotFound('Match', values.matchId ?? 0),
      },
      () => this.scoreboards.update(id, shown(values, before)),
    );
    return this.get(id);
  }

  /** @throws NotFound */
  async delete(id: number): Promise<void> {
    if (!(await this.scoreboards.delete(id))) throw new NotFound('Scoreboard', id);
  }
}

function shown(values: ScoreboardValues, { hasTimeouts, hasPlayclock }: ScoreboardCapabilities): ScoreboardValues {
  return {
    ...values,
    ...(hasPlayclock ? {} : { isPlayclock: false }),
    ...(hasTimeouts ? {} : { isTimeoutTeamA: false, isTimeoutTeamB: false }),
  };
}
