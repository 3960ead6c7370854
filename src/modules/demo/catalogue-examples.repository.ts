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

/** For the sport with the number of the examples, which may be another. */
const POSITIONS_OF_FIRST_SPORT = ['Goalkeeper', 'Defender', 'Midfielder', 'Forward'];

/** Numbers that the examples of the StatsBoards contract name. Simulated leagues have most of them already. */
const YEARS = [2023, 2024, 2025];
const TOURNAMENT_IDS = [1, 2, 5, 6, 7, 8];
const TEAM_IDS = [1, 2, 5, 10, 11, 15];
const ENTRY = { id: 1, teamId: 10, tournamentId: 5 };

/** Who logs in in the examples, with their password; he may do no more than anybody. And who is looked at or owns something. */
const LOGIN = {
  username: 'test_user',
  email: 'test_user@example.com',
  hash: '$argon2id$v=19$m=19456,t=2,p=1$0cvaPCToqKx9iDAEoSovEw$btp3FTHD9Y2D1g1qUUtFQD+l3LPBn4d9iV2pJqnU8Mw',
};
const USERS = [
  { id: 5, username: 'league_office', personId: null, role: 'coach' },
  { id: 456, username: 'john_smith', personId: 124, role: 'player' },
] as const;

const SETTINGS = [
  [1, 'theme.default', 'dark', 'string', 'ui', 'Default application theme'],
  [2, 'notifications.enabled', 'true', 'boolean', 'notifications', 'Enable email notifications'],
] as const;

/** What the examples of settings, seasons, sports, positions, tournaments, teams and users need. What is there stays. */
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
      await this.#users();
      for (const table of ['global_setting', 'tournament', 'team', 'team_tournament', 'user'])
        await this.#continue(table);
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
    await this.em.execute(
      `insert into position (title, sport_id) select unnest(array[?]::text[]), s.id from sport s
       where s.id = 1 and not exists (select from position where sport_id = s.id)`,
      [POSITIONS_OF_FIRST_SPORT],
    );
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

  async #users(): Promise<void> {
    await this.em.execute(
      `with made as (
         insert into "user" (username, email, hashed_password) values (?, ?, ?) on conflict do nothing returning id
       )
       insert into user_role (user_id, role_id) select made.id, r.id from made, role r where r.name = 'user'`,
      [LOGIN.username, LOGIN.email, LOGIN.hash],
    );
    // No password is theirs, so that nobody logs in as one of them.
    for (const { id, username, personId, role } of USERS) {
      await this.em.execute(
        `with made as (
           insert into "user" (id, username, email, hashed_password, person_id)
           values (?, ?, ?, '', (select id from person where id = ?)) on conflict do nothing returning id
         )
         insert into user_role (user_id, role_id) select made.id, r.id from made, role r where r.name = ?`,
        [id, username, `${username}@example.com`, personId, role],
      );
    }
  }

  async #continue(table: string): Promise<void> {
    await this.em.execute(
      `select setval(s.name, greatest(max(t.id), nextval(s.name) - 1))
       from "${table}" t, pg_get_serial_sequence('"${table}"', 'id') as s (name) group by s.name`,
    );
  }
}
