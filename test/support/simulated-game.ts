import { simulateFootballGame } from '../../src/core/football/game-simulator.js';
import { playByPlay } from '../../src/core/football/play-by-play/play-by-play.js';
import { createRandom } from '../../src/core/kernel/random.js';
import type { TestDatabase } from './database.js';
import { createMatch } from './fixtures.js';

const EVEN = { home: { offence: 0, defence: 0 }, away: { offence: 0, defence: 0 } };
const POSITIONS = ['Quarterback', 'Running Back', 'Wide Receiver', 'Tight End', 'Linebacker', 'Cornerback', 'Kicker'];

/** A finished match with players and the first plays of a simulated game, by plain SQL. Returns its id. */
export async function createFinishedGame(
  database: Pick<TestDatabase, 'sql'>,
  plays: number,
  seed = 1,
): Promise<number> {
  const { matchId, homeId, awayId } = await createMatch(database);
  const squadOf = async (teamId: number) => {
    const rows = await database.sql<{ id: number }>(
      `insert into player_match (match_id, team_id, match_number)
       select $1, $2, n from generate_series(1, $3::int) n returning id`,
      [matchId, teamId, POSITIONS.length],
    );
    return rows.map(({ id }, index) => ({ ref: String(id), position: POSITIONS[index]! }));
  };
  const squads = { home: await squadOf(homeId), away: await squadOf(awayId) };
  const random = createRandom(seed);
  const game = simulateFootballGame(EVEN, random.fork('game'));
  const rows = playByPlay(game, squads, random.fork('plays'))
    .slice(0, plays)
    .map(({ players, ...play }, index) => ({
      match_id: matchId,
      event_number: index + 1,
      event_qtr: play.quarter,
      game_clock: play.clock,
      offense_team: play.offence === 'home' ? homeId : awayId,
      event_down: play.down,
      event_distance: play.distance,
      ball_on: play.from,
      ball_moved_to: play.to,
      distance_on_offence: play.yards,
      play_type: play.type,
      play_result: play.result,
      score_result: play.score,
      is_fumble: play.fumble,
      event_qb: players.quarterback ?? null,
      run_player: players.runner ?? null,
      pass_received_player: players.receiver ?? null,
      tackle_player: players.tackler ?? null,
    }));
  const columns = Object.keys(rows[0]!).join(', ');
  await database.sql(
    `insert into football_event (${columns}) select ${columns} from jsonb_populate_recordset(null::football_event, $1)`,
    [JSON.stringify(rows)],
  );
  await database.sql(`select ensure_live_rows($1)`, [matchId]);
  await database.sql(`update matchdata set field_length = 100 where match_id = $1`, [matchId]);
  await database.sql(`update match set status = 'finished' where id = $1`, [matchId]);
  return matchId;
}
