import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Visibility } from '#platform/auth/caller.js';
import type { Conditions } from '#platform/database/conditions.js';
import { prepared } from '#platform/database/prepared.js';
import { Table } from '#platform/database/table.js';
import type { Scoreboard, ScoreboardRow } from './scoreboard.row.js';
import { ofVisibleMatches } from './visible-rows.js';

export const SCOREBOARDS = new Table<ScoreboardRow>('scoreboard', {
  id: 'id',
  matchId: 'match_id',
  isQtr: 'is_qtr',
  isTime: 'is_time',
  isPlayclock: 'is_playclock',
  isDowndistance: 'is_downdistance',
  teamAGameColor: 'team_a_game_color',
  useTeamAGameColor: 'use_team_a_game_color',
  teamBGameColor: 'team_b_game_color',
  useTeamBGameColor: 'use_team_b_game_color',
  teamAGameTitle: 'team_a_game_title',
  useTeamAGameTitle: 'use_team_a_game_title',
  teamBGameTitle: 'team_b_game_title',
  useTeamBGameTitle: 'use_team_b_game_title',
  teamAGameLogo: 'team_a_game_logo',
  useTeamAGameLogo: 'use_team_a_game_logo',
  teamBGameLogo: 'team_b_game_logo',
  useTeamBGameLogo: 'use_team_b_game_logo',
  scaleLogoA: 'scale_logo_a',
  scaleLogoB: 'scale_logo_b',
  isFlag: 'is_flag',
  isGoalTeamA: 'is_goal_team_a',
  isGoalTeamB: 'is_goal_team_b',
  isTournamentLogo: 'is_tournament_logo',
  isMainSponsor: 'is_main_sponsor',
  isSponsorLine: 'is_sponsor_line',
  scaleTournamentLogo: 'scale_tournament_logo',
  scaleMainSponsor: 'scale_main_sponsor',
  isMatchSponsorLine: 'is_match_sponsor_line',
  isTeamAStartOffense: 'is_team_a_start_offense',
  isTeamBStartOffense: 'is_team_b_start_offense',
  isTeamAStartDefense: 'is_team_a_start_defense',
  isTeamBStartDefense: 'is_team_b_start_defense',
  isMatchPlayerLower: 'is_match_player_lower',
  playerMatchLowerId: 'player_match_lower_id',
  isTimeoutTeamA: 'is_timeout_team_a',
  isTimeoutTeamB: 'is_timeout_team_b',
  isHomeMatchTeamLower: 'is_home_match_team_lower',
  isAwayMatchTeamLower: 'is_away_match_team_lower',
  isFootballQbFullStatsLower: 'is_football_qb_full_stats_lower',
  footballQbFullStatsMatchLowerId: 'football_qb_full_stats_match_lower_id',
  languageCode: 'language_code',
  useSportPreset: 'use_sport_preset',
  periodMode: 'period_mode',
  periodCount: 'period_count',
  periodLabelsJson: 'period_labels_json',
});

/**
 * A scoreboard with what its sport's preset can show; without a preset, what American football shows. Subqueries for the
 * way there: planning five joins takes longer than the statement.
 */
const WITH_CAPABILITIES = `
  select ${SCOREBOARDS.select('b')},
         coalesce(p.has_timeouts, true) as "hasTimeouts", coalesce(p.has_playclock, true) as "hasPlayclock",
         coalesce(p.quick_score_deltas, '[6, 3, 2, 1, -1]') as "quickScoreDeltas",
         coalesce(p.score_form_goal_label, 'TD') as "scoreFormGoalLabel",
         coalesce(p.score_form_goal_emoji, '🏈') as "scoreFormGoalEmoji",
         coalesce(p.scoreboard_goal_text, 'TOUCHDOWN') as "scoreboardGoalText"
  from scoreboard b
  left join sport_scoreboard_preset p on p.id = (
    select s.scoreboard_preset_id from match m join sport s on s.id = coalesce(
      (select t.sport_id from tournament t where t.id = m.tournament_id),
      (select a.sport_id from team a where a.id = m.team_a_id))
    where m.id = b.match_id)`;

@Injectable()
export class ScoreboardsRepository {
  constructor(private readonly em: EntityManager) {}

  async find(id: number, visibility: Visibility): Promise<Scoreboard | undefined> {
    return (await this.#read(ofVisibleMatches('b', visibility).when(id, 'b.id = ?')))[0];
  }

  async findByMatch(matchId: number): Promise<Scoreboard | undefined> {
    return (await prepared<Scoreboard>(this.em, `${WITH_CAPABILITIES} where b.match_id = ?`, [matchId]))[0];
  }

  async listByMatches(matchIds: readonly number[]): Promise<Scoreboard[]> {
    return prepared<Scoreboard>(this.em, `${WITH_CAPABILITIES} where b.match_id = any(?::int[])`, [matchIds]);
  }

  async findByMatchData(matchDataId: number, visibility: Visibility): Promise<Scoreboard | undefined> {
    const ofMatchData = 'b.match_id = (select match_id from matchdata where id = ?)';
    return (await this.#read(ofVisibleMatches('b', visibility).when(matchDataId, ofMatchData)))[0];
  }

  async list(visibility: Visibility): Promise<Scoreboard[]> {
    return this.#read(ofVisibleMatches('b', visibility));
  }

  /** Returns the new scoreboard's id; undefined when its match has one, which stays as it is. */
  async insertOnce(values: Partial<ScoreboardRow>): Promise<number | undefined> {
    const { sql, params } = SCOREBOARDS.insert(values);
    const once = sql.replace(' returning ', ' on conflict (match_id) do nothing returning ');
    return (await this.em.execute<ScoreboardRow[]>(once, params))[0]?.id;
  }

  async update(id: number, values: Partial<ScoreboardRow>): Promise<void> {
    const { sql, params } = SCOREBOARDS.update(id, values);
    await this.em.execute(sql, params);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<unknown[]>('delete from scoreboard where id = ? returning id', [id])).length > 0;
  }

  async #read({ sql, params }: Conditions): Promise<Scoreboard[]> {
    return prepared<Scoreboard>(this.em, `${WITH_CAPABILITIES} where ${sql} order by b.id`, params);
  }
}
