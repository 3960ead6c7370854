import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { SPORT_DEFAULTS } from '#modules/imports/index.js';

const KIND = 'american-football';
const { title: SPORT, preset: PRESET } = SPORT_DEFAULTS[KIND];
/** The first is the one that an example renames to what it is called already: the quarterback's name is asked for. */
const POSITIONS = [
  ['Wide Receiver', 'offense'],
  ['Quarterback', 'offense'],
  ['Running Back', 'offense'],
  ['Linebacker', 'defense'],
  ['Cornerback', 'defense'],
  ['Kicker', 'special'],
] as const;

/** Numbers that the examples of the StatsBoards contract name; the league they make has one season. */
const YEARS = [2023, 2024, 2025];
const LEAGUE_YEAR = 2024;
const TOURNAMENT_IDS = [1, 2, 5, 6, 7, 8];
const TEAMS = [
  [1, 'Capital Comets', 'Boston'],
  [2, 'Riverside Rams', 'Chicago'],
  [5, 'Alpha Anchors', 'Boston'],
  [10, 'Union City Miners', 'Manchester'],
  [11, 'Chelsea Chargers', 'London'],
  [15, 'Northern Lights', 'Oslo'],
] as const;
/** Teams by tournament. Examples move the team of the {@link ENTRY} to another tournament and put another in its place. */
const TEAMS_OF = [
  [1, 5],
  [1, 10],
  [1, 11],
  [2, 5],
  [5, 1],
  [5, 2],
] as const;
const ENTRY = { id: 1, teamId: 10, tournamentId: 5 };

const SETTINGS = [
  [1, 'theme.default', 'dark', 'string', 'ui', 'Default application theme'],
  [2, 'notifications.email', 'true', 'boolean', 'notifications', 'Send notifications by e-mail'],
] as const;

/** What the examples of settings, seasons, sports, positions, tournaments and teams need. What is there stays. */
@Injectable()
export class CatalogueExamplesRepository {
  constructor(private readonly em: EntityManager) {}

  /** Makes what is missing; numbers that are given out later are above those of the examples. */
  async ensure(): Promise<void> {
    await this.em.transactional(async () => {
      await this.#settings();
      await this.#seasons();
      const sportId = await this.#sport();
      for (const id of TOURNAMENT_IDS) await this.#tournament(id, sportId);
      for (const team of TEAMS) await this.#team(team, sportId);
      await this.#entries();
      await this.#entry();
      for (const table of ['global_setting', 'tournament', 'team', 'team_tournament']) await this.#continue(table);
    });
  }

  async #settings(): Promise<void> {
    for (const setting of SETTINGS) {
      await this.em.execute(
        `insert into global_setting (id, key, value, value_type, category, description)
         values (?, ?, ?, ?, ?, ?) on conflict do nothing`,
        [...setting],
      );
    }
  }

  async #seasons(): Promise<void> {
    for (const year of YEARS)
      await this.em.execute('insert into season (year) values (?) on conflict do nothing', [year]);
  }

  async #sport(): Promise<number> {
    const columns = Object.keys(PRESET);
    await this.em.execute(
      `with preset as (
         insert into sport_scoreboard_preset (${columns.join(', ')})
         select ${columns.map(() => '?').join(', ')} where not exists (select from sport where title = ?)
         returning id
       )
       insert into sport (title, kind, description, scoreboard_preset_id)
       select ?, ?, 'American football rules and gameplay', id from preset on conflict do nothing`,
      [...Object.values(PRESET), SPORT, SPORT, KIND],
    );
    const [{ id }] = await this.em.execute<[{ id: number }]>('select id from sport where title = ?', [SPORT]);
    for (const [title, category] of POSITIONS) {
      await this.em.execute(
        'insert into position (title, category, sport_id) values (?, ?, ?) on conflict do nothing',
        [title, category, id],
      );
    }
    return id;
  }

  async #tournament(id: number, sportId: number): Promise<void> {
    await this.em.execute(
      `insert into tournament (id, title, season_id, sport_id)
       select ?, ?, s.id, ? from season s where s.year = ? on conflict do nothing`,
      [id, `Invitational ${id}`, sportId, LEAGUE_YEAR],
    );
  }

  async #team([id, title, city]: (typeof TEAMS)[number], sportId: number): Promise<void> {
    await this.em.execute('insert into team (id, title, city, sport_id) values (?, ?, ?, ?) on conflict do nothing', [
      id,
      title,
      city,
      sportId,
    ]);
  }

  /** A tournament that has teams keeps these. */
  async #entries(): Promise<void> {
    await this.em.execute(
      `insert into team_tournament (tournament_id, team_id)
       select v.tournament_id, v.team_id from jsonb_to_recordset(?::jsonb) as v(tournament_id int, team_id int)
       where not exists (select from team_tournament e where e.tournament_id = v.tournament_id)`,
      [JSON.stringify(TEAMS_OF.map(([tournament_id, team_id]) => ({ tournament_id, team_id })))],
    );
  }

  /** The entry of the examples has its number too; the one that has it gets another. */
  async #entry(): Promise<void> {
    const { id, teamId, tournamentId } = ENTRY;
    const isExample = 'id = ? and team_id = ? and tournament_id = ?';
    const [{ known }] = await this.em.execute<[{ known: boolean }]>(
      `select exists (select from team_tournament where ${isExample}) as known`,
      [id, teamId, tournamentId],
    );
    if (known) return;
    await this.em.execute(
      `update team_tournament set id = nextval(pg_get_serial_sequence('team_tournament', 'id')) where id = ?`,
      [id],
    );
    await this.em.execute(
      `insert into team_tournament (id, team_id, tournament_id) values (?, ?, ?)
       on conflict (tournament_id, team_id) do update set id = excluded.id`,
      [id, teamId, tournamentId],
    );
  }

  async #continue(table: string): Promise<void> {
    await this.em.execute(
      `select setval(s.name, greatest(max(t.id), nextval(s.name) - 1))
       from "${table}" t, pg_get_serial_sequence('"${table}"', 'id') as s (name) group by s.name`,
    );
  }
}
