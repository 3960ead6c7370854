import { Injectable } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';
import type { Visibility } from '#platform/auth/caller.js';
import { explaining } from '#platform/database/constraints.js';
import type { Scoreboard, ScoreboardCapabilities, ScoreboardRow } from './scoreboard.row.js';
import { SCOREBOARDS, ScoreboardsRepository } from './scoreboards.repository.js';

export type ScoreboardValues = Partial<Omit<ScoreboardRow, 'id'>>;

/** What a match shows on its scoreboard. What its sport cannot show stays hidden, whatever is asked for. */
@Injectable()
export class ScoreboardsService {
  constructor(private readonly scoreboards: ScoreboardsRepository) {}

  /** @throws NotFound, also for one of a match the caller may not see */
  async get(id: number, visibility: Visibility = {}): Promise<Scoreboard> {
    const found = await this.scoreboards.find(id, visibility);
    if (found === undefined) throw new NotFound('Scoreboard', id);
    return found;
  }

  /** All that the caller may see. */
  async list(visibility: Visibility): Promise<Scoreboard[]> {
    return this.scoreboards.list(visibility);
  }

  async findByMatch(matchId: number): Promise<Scoreboard | undefined> {
    return this.scoreboards.findByMatch(matchId);
  }

  /** By the id of the match; a match without one has no entry. */
  async listByMatches(matchIds: readonly number[]): Promise<Map<number, Scoreboard>> {
    return new Map((await this.scoreboards.listByMatches(matchIds)).map((board) => [board.matchId!, board]));
  }

  /** Reads the row of a journal entry, whose keys are the columns. */
  readEntry(data: Readonly<Record<string, unknown>>): ScoreboardRow {
    return SCOREBOARDS.read(data);
  }

  /** @throws NotFound for a match without a scoreboard */
  async getByMatch(matchId: number): Promise<Scoreboard> {
    const found = await this.findByMatch(matchId);
    if (found === undefined) throw new NotFound('Scoreboard of match', matchId);
    return found;
  }

  /** @throws NotFound for match data that do not exist, or whose match has no scoreboard or is kept from the caller */
  async getByMatchData(matchDataId: number, visibility: Visibility): Promise<Scoreboard> {
    const found = await this.scoreboards.findByMatchData(matchDataId, visibility);
    if (found === undefined) throw new NotFound('Scoreboard of matchdata', matchDataId);
    return found;
  }

  /** Gives a match its scoreboard; one that it has already is returned as it is. @throws NotFound for the match */
  async create(values: ScoreboardValues): Promise<Scoreboard> {
    const id = await explaining(referencesOf(values), () => this.scoreboards.insertOnce(values));
    if (id === undefined) return (await this.scoreboards.findByMatch(values.matchId ?? 0))!;
    return this.update(id, {});
  }

  /** Changes what is given. @throws NotFound for the scoreboard, or for a player of the match that it is to show. */
  async update(id: number, values: ScoreboardValues): Promise<Scoreboard> {
    const before = await this.get(id);
    await explaining(referencesOf(values), () => this.scoreboards.update(id, shown(values, before)));
    return this.get(id);
  }

  /** @throws NotFound */
  async delete(id: number): Promise<void> {
    if (!(await this.scoreboards.delete(id))) throw new NotFound('Scoreboard', id);
  }
}

const referencesOf = (values: ScoreboardValues): Readonly<Record<string, () => Error>> => ({
  scoreboard_player_match_lower_id_foreign: () => new NotFound('Player match', values.playerMatchLowerId ?? 0),
  scoreboard_football_qb_full_stats_match_lower_id_foreign: () =>
    new NotFound('Player match', values.footballQbFullStatsMatchLowerId ?? 0),
  scoreboard_match_id_foreign: () => new NotFound('Match', values.matchId ?? 0),
});

function shown(values: ScoreboardValues, { hasTimeouts, hasPlayclock }: ScoreboardCapabilities): ScoreboardValues {
  return {
    ...values,
    ...(hasPlayclock ? {} : { isPlayclock: false }),
    ...(hasTimeouts ? {} : { isTimeoutTeamA: false, isTimeoutTeamB: false }),
  };
}
