import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';

const SPORT = 'American Football';
const POSITIONS = [
  ['Quarterback', 'offense'],
  ['Wide Receiver', 'offense'],
  ['Running Back', 'offense'],
  ['Linebacker', 'defense'],
  ['Cornerback', 'defense'],
  ['Kicker', 'special'],
] as const;

/** Numbers that the examples of the StatsBoards contract name. Simulated leagues have most of them already. */
const YEARS = [2023, 2024, 2025];
const TOURNAMENT_IDS = [1, 2, 5, 6, 7, 8];
const TEAM_IDS = [1, 2, 5, 10, 11, 15];
const ENTRY = { id: 1, teamId: 10, tournamentId: 5 };

const SETTINGS = [
  [1, 'theme.default', 'dark', 'string', 'ui', 'Default application theme'],
  [2, 'notifications.enabled', 'true', 'boolean', 'notifications', 'Enable email notifications'],
] as const;

/** What the examples of settings, seasons, sports, positions, tournaments and teams need. Everything stays that is there. */
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
      for (const id of TEAM_IDS) await this.#team(id, sportId);
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

  /** The latest season that is played is the current one, unless somebody has said otherwise. */
  async #seasons(): Promise<void> {
    for (const year of YEARS)
      await this.em.execute('insert into season (year) values (?) on conflict do nothing', [year]);
    await this.em.execute(`update season set description = year || ' Season' where coalesce(description, '') = ''`);
    await this.em.execute(
      `update season set iscurrent = true
       where year = (select max(s.year) from season s join tournament t on t.season_id = s.id)
         and not exists (select from season where iscurrent)`,
    );
  }

  async #sport(): Promise<number> {
    await this.em.execute(
      `with preset as (
         insert into sport_scoreboard_preset (title)
         select title from (values (?)) v (title) where not exists (select from sport s where s.title = v.title)
         returning id
       )
       insert into sport (title, kind, description, scoreboard_preset_id)
       select ?, 'american-football', 'American football rules and gameplay', id from preset on conflict do nothing`,
      [SPORT, SPORT],
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
       select ?, ?, s.id, ? from season s order by s.year desc limit 1 on conflict do nothing`,
      [id, `Invitational ${id}`, sportId],
    );
  }

  async #team(id: number, sportId: number): Promise<void> {
    await this.em.execute('insert into team (id, title, sport_id) values (?, ?, ?) on conflict do nothing', [
      id,
      `Guests ${id}`,
      sportId,
    ]);
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
      `select setval(pg_get_serial_sequence('${table}', 'id'), greatest(max(id), nextval(pg_get_serial_sequence('${table}', 'id')) - 1))
       from ${table}`,
    );
  }
}
