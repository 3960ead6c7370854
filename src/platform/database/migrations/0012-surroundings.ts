import { Migration } from '@mikro-orm/migrations';

/**
 * What a match is shown with: its teams, tournament and sponsors, and what its sport can show. A change of one of these
 * is an entry in the journals of the matches that somebody may be watching (docs/adr/0003-journal.md).
 */
export class Migration0012Surroundings extends Migration {
  override up(): void {
    for (const statement of INDEXES) this.addSql(statement);
    this.addSql(APPEND_TO_ALL);
    for (const surrounding of SURROUNDINGS) for (const statement of journaled(surrounding)) this.addSql(statement);
  }
}

/**
 * One entry of a row in each of these matches. Locks in one order, so that two statements over the same matches cannot
 * deadlock; a match that is gone meanwhile has none.
 */
const APPEND_TO_ALL = `
create function journal_append_to_all(a_op text, a_entity text, a_rows jsonb, a_match_ids int[], a_entity_ids int[])
returns void language plpgsql set plan_cache_mode = 'force_custom_plan' as $$
begin
  perform 1 from match where id = any (a_match_ids) order by id for no key update;
  with entries as (
    select match_id, entity_id, row_number() over (partition by match_id order by entity_id) as nth
    from unnest(a_match_ids, a_entity_ids) as e (match_id, entity_id)
  ), bumped as (
    update match m set version = m.version + e.added
    from (select match_id, count(*)::int as added from entries group by match_id) e
    where m.id = e.match_id
    returning m.id, m.version - e.added as base
  )
  insert into match_journal (match_id, version, topic, op, entity, entity_id, data)
  select e.match_id, b.base + e.nth, 'data', a_op, a_entity, e.entity_id, a_rows -> e.entity_id::text
  from entries e join bumped b on b.id = e.match_id;
  perform pg_notify('match_journal', id::text) from (select distinct unnest(a_match_ids) as id) changed;
end $$;`;

/** A match that is not over; its indexes hold no others, so that a team's hundreds of old ones cost nothing. */
const OPEN = `m.status not in ('finished', 'awarded', 'cancelled', 'abandoned')`;

const INDEXES = ['team_a_id', 'team_b_id', 'tournament_id'].map(
  (column) => `create index "match_open_${column}_index" on "match" ("${column}") where ${OPEN.replace('m.', '')};`,
);

interface Surrounding {
  table: string;
  /** Where the matches \`m\` are that are shown with a row \`r\` of it. */
  matches: readonly string[];
  /** The rows come and go while matches are shown with them; otherwise they only change. */
  links?: boolean;
}

/** Matches sponsored by this, themselves or by their tournament. */
const sponsored = (condition: (sponsored: string) => string): string[] => [
  `match m where (${condition('m')})`,
  `tournament t join match m on m.tournament_id = t.id where (${condition('t')})`,
];

/** Matches of a sport are those of its tournaments and, without one, of its teams. */
const ofSports = (condition: string): string[] => [
  `sport s join tournament t on t.sport_id = s.id join match m on m.tournament_id = t.id where ${condition}`,
  `sport s join team a on a.sport_id = s.id join match m on m.team_a_id = a.id
   where m.tournament_id is null and ${condition}`,
];

const SURROUNDINGS: readonly Surrounding[] = [
  { table: 'team', matches: ['match m where m.team_a_id = r.id', 'match m where m.team_b_id = r.id'] },
  { table: 'tournament', matches: ['match m where m.tournament_id = r.id'] },
  {
    table: 'sponsor',
    matches: sponsored(
      (of) => `${of}.main_sponsor_id = r.id
               or ${of}.sponsor_line_id in (select sponsor_line_id from sponsor_sponsor_line where sponsor_id = r.id)`,
    ),
  },
  { table: 'sponsor_line', matches: sponsored((of) => `${of}.sponsor_line_id = r.id`) },
  {
    table: 'sponsor_sponsor_line',
    matches: sponsored((of) => `${of}.sponsor_line_id = r.sponsor_line_id`),
    links: true,
  },
  { table: 'sport', matches: ofSports('s.id = r.id') },
  { table: 'sport_scoreboard_preset', matches: ofSports('s.scoreboard_preset_id = r.id') },
];

/**
 * Somebody may be watching it: it has a scoreboard, as every match has that was created to be scored or was ever
 * watched. A season of imported fixtures has none.
 */
const WATCHED = `${OPEN} and exists (select from scoreboard b where b.match_id = m.id)`;

/** Of each row, entries in this many matches at most: the nearest in time. */
const MOST_MATCHES = 100;

/** Once per statement, whatever it changes; what stays as it is makes no entry. */
function journaled({ table, matches, links }: Surrounding): string[] {
  const rowsOf = {
    insert: 'select * from new_rows',
    // No join: the plan of the first statement, of one row perhaps, is kept for one of thousands.
    update: 'select * from new_rows except select * from old_rows',
    delete: 'select * from old_rows',
  };
  const tables = {
    insert: 'new table as new_rows',
    update: 'old table as old_rows new table as new_rows',
    delete: 'old table as old_rows',
  };
  const watched = matches.map((some) => `select m.id, m.kickoff_at from ${some} and ${WATCHED}`).join(' union ');
  const operations = links ? (['insert', 'update', 'delete'] as const) : (['update'] as const);
  return operations.map(
    (operation) => `
create function journal_${table}_${operation}() returns trigger language plpgsql as $$
declare
  match_ids int[];
  entity_ids int[];
  entities jsonb;
begin
  with r as (${rowsOf[operation]})
  select array_agg(w.id), array_agg(r.id), jsonb_object_agg(r.id, to_jsonb(r)) into match_ids, entity_ids, entities
  from r cross join lateral (
    select id from (${watched}) near
    order by abs(extract(epoch from kickoff_at - now())) nulls last limit ${MOST_MATCHES}) w;
  if match_ids is not null then
    perform journal_append_to_all('${operation}', '${table}', entities, match_ids, entity_ids);
  end if;
  return null;
end $$;
create trigger journal_${operation} after ${operation} on ${table} referencing ${tables[operation]}
for each statement execute function journal_${table}_${operation}();`,
  );
}
