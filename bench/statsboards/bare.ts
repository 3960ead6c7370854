// The same lists by Fastify and pg alone: no checks, no layers, the SQL of the repositories.
import Fastify from 'fastify';
import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
const LIMIT = 20;

const page = (data: unknown[], total: number) => ({
  data,
  metadata: {
    page: 1,
    items_per_page: LIMIT,
    total_items: total,
    total_pages: Math.ceil(total / LIMIT),
    has_next: total > LIMIT,
    has_previous: false,
  },
});

async function listed(columns: string, from: string, order: string, params: unknown[]) {
  const total = from.includes(' ilike ') ? 'count(*) over ()::int' : `(select count(*)::int from ${from})`;
  const { rows } = await pool.query<Record<string, unknown>>(
    `select ${columns}, ${total} as total from ${from} order by ${order} limit ${LIMIT} offset 0`,
    params,
  );
  return { rows: rows.map(({ total: _total, ...row }) => row), total: Number(rows.at(0)?.['total'] ?? 0) };
}

const PERSON = `id, person_eesl_id, first_name, second_name, person_photo_url, person_photo_icon_url, person_photo_web_url,
  person_dob, owner_user_id, isprivate`;
const TEAM = `id, team_eesl_id, title, city, description, team_logo_url, team_logo_icon_url, team_logo_web_url, team_color,
  sponsor_line_id, main_sponsor_id, sport_id, user_id, isprivate`;
const ENTRIES = `
  select e.id, e.player_id, e.player_team_tournament_eesl_id, e.player_number, e.team_id, t.title as team_title,
         e.position_id, po.title as position_title, e.tournament_id, c.title as tournament_title
  from player_team_tournament e
  left join team t on t.id = e.team_id
  left join position po on po.id = e.position_id
  left join tournament c on c.id = e.tournament_id
  left join season s on s.id = c.season_id
  where e.player_id = any($1) order by s.year desc nulls last, c.title, e.id`;

const app = Fastify();

app.get('/api/teams/paginated', async () => {
  const { rows, total } = await listed(TEAM, 'team', 'title, id', []);
  return page(rows, total);
});

app.get('/api/matches/with-details/paginated', async () => {
  const team = (alias: string): string =>
    `jsonb_build_object(${TEAM.split(/,\s*/)
      .map((column) => `'${column}', ${alias}.${column}`)
      .join(', ')})`;
  const { rows } = await pool.query<Record<string, unknown>>(
    `select m.id, m.match_eesl_id, m.tournament_id, m.team_a_id, m.team_b_id, m.match_date, m.week, m.score_home,
            m.score_away, m.main_sponsor_id, m.sponsor_line_id, m.user_id, m.isprivate, c.total,
            (select ${team('a')} from team a where a.id = m.team_a_id) as team_a,
            (select ${team('b')} from team b where b.id = m.team_b_id) as team_b,
            (select to_jsonb(t) from tournament t where t.id = m.tournament_id) as tournament,
            (select to_jsonb(p) from sponsor p where p.id = m.main_sponsor_id) as main_sponsor,
            (select to_jsonb(l) from sponsor_line l where l.id = m.sponsor_line_id) as sponsor_line
     from (select id, (select count(*)::int from match) as total from match
           order by week, kickoff_at, id limit ${LIMIT}) c
     join match m on m.id = c.id
     order by m.week, m.kickoff_at, m.id`,
  );
  return page(
    rows.map(({ total: _total, ...row }) => row),
    Number(rows.at(0)?.['total'] ?? 0),
  );
});

app.get<{ Querystring: { search: string } }>('/api/persons/paginated', async ({ query }) => {
  const where = 'person where first_name ilike $1 or second_name ilike $1';
  const { rows, total } = await listed(PERSON, where, 'second_name, id', [`%${query.search}%`]);
  return page(rows, total);
});

app.get<{ Querystring: { sport_id: string } }>('/api/players/paginated/details', async ({ query }) => {
  const { rows, total } = await listed(
    `pl.id, pl.sport_id, pl.person_id, pl.player_eesl_id, pl.isprivate, pl.user_id, pe.first_name, pe.second_name`,
    'player pl left join person pe on pe.id = pl.person_id where pl.sport_id = $1',
    'pl.id',
    [query.sport_id],
  );
  const { rows: entries } = await pool.query<{ player_id: number }>(ENTRIES, [rows.map(({ id }) => id)]);
  const byPlayer = Map.groupBy(entries, ({ player_id }) => player_id);
  const data = rows.map((row) => ({
    ...row,
    player_team_tournaments: (byPlayer.get(row['id'] as number) ?? []).map(({ player_id: _player, ...entry }) => entry),
  }));
  return page(data, total);
});

process.on('SIGTERM', () => void Promise.all([app.close(), pool.end()]).then(() => process.exit(0)));
console.log(`Start page  ${await app.listen({ port: 0, host: '127.0.0.1' })}/ `);
