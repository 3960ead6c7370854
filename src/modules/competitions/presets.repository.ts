import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { Table } from '#platform/database/table.js';
import type { PresetRow, PresetValues } from './preset.row.js';

const PRESET = new Table<PresetRow>('sport_scoreboard_preset', {
  id: 'id',
  title: 'title',
  gameclockMax: 'gameclock_max',
  direction: 'direction',
  onStopBehavior: 'on_stop_behavior',
  isQtr: 'is_qtr',
  isTime: 'is_time',
  isPlayclock: 'is_playclock',
  isDowndistance: 'is_downdistance',
  hasTimeouts: 'has_timeouts',
  hasPlayclock: 'has_playclock',
  periodMode: 'period_mode',
  periodCount: 'period_count',
  periodLabelsJson: 'period_labels_json',
  periodClockVariant: 'period_clock_variant',
  defaultPlayclockSeconds: 'default_playclock_seconds',
  initialTimeMode: 'initial_time_mode',
  initialTimeMinSeconds: 'initial_time_min_seconds',
  quickScoreDeltas: 'quick_score_deltas',
  scoreFormGoalLabel: 'score_form_goal_label',
  scoreFormGoalEmoji: 'score_form_goal_emoji',
  scoreboardGoalText: 'scoreboard_goal_text',
});

/** Live rows of matches whose sport starts with a preset: the table's alias is `l`, the preset's `p`. */
const liveRows = (table: string): string => `
  ${table} l
  join match m on m.id = l.match_id
  join team a on a.id = m.team_a_id
  left join tournament t on t.id = m.tournament_id
  join sport s on s.id = coalesce(t.sport_id, a.sport_id)
  join sport_scoreboard_preset p on p.id = s.scoreboard_preset_id`;

const MATCHES = `
  select m.id from ${liveRows('scoreboard')} where p.id = ? order by m.id for no key update of m`;

const BOARDS = `
  update scoreboard b
  set is_qtr = w.is_qtr, is_time = w.is_time, is_playclock = w.is_playclock, is_downdistance = w.is_downdistance,
      period_mode = w.period_mode, period_count = w.period_count, period_labels_json = w.period_labels_json,
      is_timeout_team_a = w.is_timeout_team_a, is_timeout_team_b = w.is_timeout_team_b
  from (select l.id, p.is_qtr, p.is_time, p.is_playclock and p.has_playclock as is_playclock, p.is_downdistance,
               p.period_mode, p.period_count, p.period_labels_json,
               l.is_timeout_team_a and p.has_timeouts as is_timeout_team_a,
               l.is_timeout_team_b and p.has_timeouts as is_timeout_team_b
        from ${liveRows('scoreboard')} where p.id = ? and l.use_sport_preset) w
  where b.id = w.id
    and (b.is_qtr, b.is_time, b.is_playclock, b.is_downdistance, b.period_mode, b.period_count, b.period_labels_json,
         b.is_timeout_team_a, b.is_timeout_team_b)
        is distinct from
        (w.is_qtr, w.is_time, w.is_playclock, w.is_downdistance, w.period_mode, w.period_count, w.period_labels_json,
         w.is_timeout_team_a, w.is_timeout_team_b)`;

/**
 * A clock that goes on from period to period may run as long as all of them so far. One that runs gets a new version: it
 * ends at another time now.
 */
const GAME_CLOCKS = `
  update gameclock g
  set gameclock_max = w.gameclock_max, direction = w.direction, on_stop_behavior = w.on_stop_behavior,
      version = g.version + case when g.started_at_ms is null then 0 else 1 end
  from (select l.id, p.direction, p.on_stop_behavior,
               p.gameclock_max * case when p.period_clock_variant = 'cumulative'
                                      then greatest(1, coalesce(substring(d.period_key from '[0-9]{1,2}'),
                                                                substring(d.qtr from '[0-9]{1,2}'), '1')::int)
                                      else 1 end as gameclock_max
        from ${liveRows('gameclock')} left join matchdata d on d.match_id = l.match_id
        where p.id = ? and l.use_sport_preset) w
  where g.id = w.id
    and (g.gameclock_max, g.direction, g.on_stop_behavior)
        is distinct from (w.gameclock_max, w.direction, w.on_stop_behavior)`;

/** A sport without play clock stops those there are. Whether a match follows the preset is said by its game clock. */
const PLAY_CLOCKS = `
  update playclock k
  set playclock = null, playclock_status = 'stopped', started_at_ms = null, fraction_ms = 0, version = k.version + 1
  from (select l.id from ${liveRows('playclock')} join gameclock g on g.match_id = l.match_id
        where p.id = ? and not p.has_playclock and g.use_sport_preset) w
  where k.id = w.id and (k.playclock is not null or k.playclock_status <> 'stopped' or k.started_at_ms is not null)`;

@Injectable()
export class PresetsRepository {
  constructor(private readonly em: EntityManager) {}

  /** Runs the work in one transaction; what repositories do inside joins it. */
  transactional<T>(work: () => Promise<T>): Promise<T> {
    return this.em.transactional(work);
  }

  /** In alphabetical order. */
  async list(): Promise<PresetRow[]> {
    return this.#read('true order by p.title, p.id', []);
  }

  async findByIds(ids: readonly number[]): Promise<PresetRow[]> {
    return this.#read('p.id = any(array[?]::int[])', [ids]);
  }

  /** Nobody else changes it before the transaction ends. */
  async lock(id: number): Promise<PresetRow | undefined> {
    return (await this.#read('p.id = ? for update', [id])).at(0);
  }

  async insert(values: PresetValues): Promise<PresetRow> {
    const { sql, params } = PRESET.insert(values);
    return (await this.em.execute<PresetRow[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<PresetValues>): Promise<PresetRow> {
    const { sql, params } = PRESET.update(id, values);
    return (await this.em.execute<PresetRow[]>(sql, params))[0];
  }

  async delete(id: number): Promise<boolean> {
    const deleted = await this.em.execute<object[]>('delete from sport_scoreboard_preset where id = ? returning id', [
      id,
    ]);
    return deleted.length > 0;
  }

  /**
   * Whoever scores in a match holds it before its live rows, and who holds several takes them in the order of their ids:
   * so does this, for all matches that may follow the preset.
   */
  async lockMatches(id: number): Promise<void> {
    await this.em.execute(MATCHES, [id]);
  }

  /** Gives scoreboards and clocks that follow their sport's preset what it says now. Rows that say so already stay. */
  async applyToMatches(id: number): Promise<void> {
    for (const statement of [BOARDS, GAME_CLOCKS, PLAY_CLOCKS]) await this.em.execute(statement, [id]);
  }

  async #read(condition: string, params: unknown[]): Promise<PresetRow[]> {
    return this.em.execute<PresetRow[]>(
      `select ${PRESET.select('p')} from sport_scoreboard_preset p where ${condition}`,
      params,
    );
  }
}
