import { createMatch } from '../../support/fixtures.js';
import type { StatsboardsApp } from './boot.js';
import { SocketClient } from './socket-client.js';

export interface Watched {
  matchId: number;
  homeId: number;
  awayId: number;
  client: SocketClient;
  ids: { game: number; play: number; data: number; board: number };
}

export interface Clock {
  gameclock_status?: string;
  playclock_status?: string;
  version: number;
  [name: string]: unknown;
}

export const games = (client: SocketClient): Clock[] =>
  client.of('gameclock-update').map(({ gameclock }) => gameclock as Clock);
export const plays = (client: SocketClient): Clock[] =>
  client.of('playclock-update').map(({ playclock }) => playclock as Clock);

/** What tests of the match socket need of a running application. */
export class SocketStage {
  constructor(private readonly app: () => StatsboardsApp) {}

  sql(text: string, values: unknown[] = []): Promise<Record<string, number>[]> {
    return this.app().database.sql<Record<string, number>>(text, values);
  }

  /** A match, watched by one client that has had its beginning. */
  async watched(): Promise<Watched> {
    const match = await createMatch(this.app().database);
    const client = await SocketClient.match(this.app().host, match.matchId);
    await client.nextOf('gameclock-update');
    const [ids] = await this.sql(
      `select (select id from gameclock where match_id = $1) as game, (select id from playclock where match_id = $1) as play,
              (select id from matchdata where match_id = $1) as data, (select id from scoreboard where match_id = $1) as board`,
      [match.matchId],
    );
    client.forget();
    return { ...match, client, ids: ids as Watched['ids'] };
  }

  /** A player of a team in a match, with all that rosters tell of him. Returns his id in the match. */
  async addPlayer(matchId: number, teamId: number, name = 'Brady'): Promise<number> {
    const [{ id }] = await this.sql(
      `with sport as (insert into sport (title) values (gen_random_uuid()::text) returning id),
          season as (insert into season (year) values ((random() * 1e9)::int) returning id),
          tournament as (insert into tournament (title, season_id, sport_id) select 'Cup', season.id, sport.id from season, sport returning id),
          person as (insert into person (first_name, second_name) values ('Tom', $3) returning id),
          player as (insert into player (sport_id, person_id) select sport.id, person.id from sport, person returning id),
          member as (insert into player_team_tournament (player_id, team_id, tournament_id, player_number)
                     select player.id, $2, tournament.id, '12' from player, tournament returning id)
     insert into player_match (player_team_tournament_id, match_id, team_id, match_number)
     select id, $1, $2, '12' from member returning id`,
      [matchId, teamId, name],
    );
    return id!;
  }
}
