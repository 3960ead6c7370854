import { Migration } from '@mikro-orm/migrations';

/**
 * The journal: every change of a match, whoever makes it, takes the match's next version under the match's row
 * lock, in the transaction of the change. The reasons are in docs/adr/0003-journal.md.
 */
export class Migration0002Journal extends Migration {
  override up(): void {
    this.addSql(EPOCH);
    this.addSql(APPEND);
    for (const statement of [...MATCH, ...CHILDREN, ...BULK, ...SCORE]) this.addSql(statement);
  }
}

/** Names this journal: a cursor taken from another database is not a position in this one. */
const EPOCH = `
create table journal_epoch (
  only_row boolean primary key default true check (only_row),
  epoch text not null default substr(md5(gen_random_uuid()::text), 1, 8)
);
insert into journal_epoch default values;`;

/**
 * The UPDATE of \`match\` is the lock: writers of one match queue here until the other commits, so versions are
 * gapless and become visible in their order. A match that is gone needs no entry: its deletion has its own.
 */
const APPEND = `
create function journal_append(a_match_id int, a_topic text, a_op text, a_entity text, a_entity_id int, a_data jsonb)
returns void language plpgsql as $$
declare
  next_version int;
begin
  update match set version = version + 1 where id = a_match_id returning version into next_version;
  if next_version is null then return; end if;
  if a_entity = 'match' then a_data := jsonb_set(a_data, '{version}', to_jsonb(next_version)); end if;
  insert into match_journal (match_id, version, topic, op, entity, entity_id, data)
  values (a_match_id, next_version, a_topic, a_op, a_entity, a_entity_id, a_data);
  perform pg_notify('match_journal', a_match_id::text);
end $$;

-- NOTIFY refuses payloads of 8000 bytes and would take the writer's transaction with it: then the row is left out.
create function notify_change(channel text, payload jsonb) returns void language plpgsql as $$
begin
  if octet_length(payload::text) >= 8000 then payload := payload - 'data'; end if;
  perform pg_notify(channel, payload::text);
end $$;`;

const MATCH = [
  // An id used again after a deletion continues its versions; nobody but the journal moves them.
  `create function match_first_version() returns trigger language plpgsql as $$
begin
  new.version := 1 + coalesce((select max(version) from match_journal where match_id = new.id), 0);
  return new;
end $$;
create trigger match_first_version before insert on match for each row execute function match_first_version();

create function match_keep_version() returns trigger language plpgsql as $$
begin
  new.version := old.version;
  return new;
end $$;
create trigger match_keep_version before update of version on match for each row
when (new.version is distinct from old.version and pg_trigger_depth() = 0) execute function match_keep_version();`,

  `create function journal_match_inserted() returns trigger language plpgsql as $$
begin
  insert into match_journal (match_id, version, topic, op, entity, entity_id, data)
  select id, version, 'data', 'insert', 'match', id, to_jsonb(i) from inserted i;
  perform pg_notify('match_journal', id::text),
          notify_change('match_change', jsonb_build_object('table', 'match', 'operation', 'INSERT',
                                                           'new_id', id, 'old_id', null, 'match_id', id))
  from inserted;
  return null;
end $$;
create trigger journal_match_inserted after insert on match referencing new table as inserted
for each statement execute function journal_match_inserted();`,

  // A change of the version alone is the journal's own.
  `create function journal_match_changed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    perform journal_append(new.id, 'data', 'update', 'match', new.id, to_jsonb(new));
    perform notify_change('match_change', jsonb_build_object('table', 'match', 'operation', 'UPDATE',
                                                             'new_id', new.id, 'old_id', old.id, 'match_id', new.id));
  else
    insert into match_journal (match_id, version, topic, op, entity, entity_id, data)
    values (old.id, old.version + 1, 'data', 'delete', 'match', old.id,
            jsonb_set(to_jsonb(old), '{version}', to_jsonb(old.version + 1)));
    perform pg_notify('match_journal', old.id::text);
    perform notify_change('match_change', jsonb_build_object('table', 'match', 'operation', 'DELETE',
                                                             'new_id', null, 'old_id', old.id, 'match_id', old.id));
  end if;
  return null;
end $$;
create trigger journal_match_updated after update on match for each row
when (new.version = old.version and new.* is distinct from old.*) execute function journal_match_changed();
create trigger journal_match_deleted after delete on match for each row execute function journal_match_changed();`,
];

const CHILDREN = [
  // Arguments: the topic. A row that moves to another match leaves the one and enters the other.
  `create function journal_row() returns trigger language plpgsql as $$
declare
  topic text := tg_argv[0];
  op text := lower(tg_op);
begin
  if tg_op <> 'INSERT' and (tg_op = 'DELETE' or new.match_id is distinct from old.match_id) then
    perform journal_append(old.match_id, topic, 'delete', tg_table_name, old.id, to_jsonb(old));
    op := 'insert';
  end if;
  if tg_op <> 'DELETE' then
    perform journal_append(new.match_id, topic, op, tg_table_name, new.id, to_jsonb(new));
  end if;
  return null;
end $$;`,

  // The documented notifications: { table, operation, match_id, new_id, old_id } and, with argument 'row', the row.
  `create function notify_row() returns trigger language plpgsql as $$
declare
  payload jsonb := jsonb_build_object('table', tg_table_name, 'operation', tg_op);
  new_row jsonb;
  old_row jsonb;
begin
  if tg_op <> 'DELETE' then new_row := to_jsonb(new); end if;
  if tg_op <> 'INSERT' then old_row := to_jsonb(old); end if;
  payload := payload || jsonb_build_object('new_id', new_row -> 'id', 'old_id', old_row -> 'id',
                                           'match_id', coalesce(new_row, old_row) -> 'match_id');
  if tg_argv[1] = 'row' and new_row is not null then payload := payload || jsonb_build_object('data', new_row); end if;
  perform notify_change(tg_argv[0], payload);
  return null;
end $$;`,

  ...[
    { table: 'matchdata', topic: 'data', channel: 'matchdata_change', payload: 'row' },
    { table: 'scoreboard', topic: 'scoreboard', channel: 'scoreboard_change', payload: 'row' },
    { table: 'gameclock', topic: 'clock', channel: 'gameclock_change', payload: 'row' },
    { table: 'playclock', topic: 'playclock', channel: 'playclock_change', payload: 'row' },
    { table: 'football_event', topic: 'events', channel: 'football_event_change', payload: 'ids' },
    { table: 'player_match', topic: 'players', channel: 'player_match_change', payload: 'ids' },
    { table: 'match_event', topic: 'events' },
    { table: 'stat_override', topic: 'stats' },
  ].map(
    ({ table, topic, channel, payload }) => `
create trigger journal_insert after insert or delete on ${table} for each row execute function journal_row('${topic}');
create trigger journal_update after update on ${table} for each row
when (new.* is distinct from old.*) execute function journal_row('${topic}');
${channel ? `create trigger notify_change after insert or update or delete on ${table} for each row execute function notify_row('${channel}', '${payload}');` : ''}`,
  ),
];

/**
 * Rows that arrive by the thousand are journaled per statement. A bulk load (\`set local touchline.bulk_load = on\`)
 * may leave out rows of the matches it has itself created in this transaction: nobody can follow those yet, and the
 * match's own entry stands for them. It never leaves out a match that existed before.
 */
const BULK = [
  `create function journal_inserted() returns trigger language plpgsql as $$
declare
  changed int[];
begin
  if current_setting('touchline.bulk_load', true) = 'on' then
    changed := array(
      select distinct i.match_id from inserted i where not exists (
        select 1 from match_journal j where j.match_id = i.match_id and j.entity = 'match' and j.op = 'insert'
          and j.xmin = pg_current_xact_id()::xid));
  else
    changed := array(select distinct match_id from inserted);
  end if;
  if cardinality(changed) = 0 then return null; end if;

  -- Locks in one order, so that two statements over the same matches cannot deadlock.
  perform 1 from match where id = any (changed) order by id for no key update;
  with rows as (
    select i.match_id, i.id, to_jsonb(i) as data, row_number() over (partition by i.match_id order by i.id) as nth
    from inserted i where i.match_id = any (changed)
  ), bumped as (
    update match m set version = m.version + r.added
    from (select match_id, count(*)::int as added from rows group by match_id) r
    where m.id = r.match_id
    returning m.id, m.version - r.added as base
  )
  insert into match_journal (match_id, version, topic, op, entity, entity_id, data)
  select r.match_id, b.base + r.nth, tg_argv[0], 'insert', tg_table_name, r.id, r.data
  from rows r join bumped b on b.id = r.match_id;
  perform pg_notify('match_journal', id::text) from unnest(changed) as id;
  return null;
end $$;`,

  ...[
    { table: 'match_stat_line', topic: 'stats' },
    { table: 'prediction', topic: 'prediction' },
  ].map(
    ({ table, topic }) => `
create trigger journal_insert after insert on ${table} referencing new table as inserted
for each statement execute function journal_inserted('${topic}');
create trigger journal_update after update on ${table} for each row
when (new.* is distinct from old.*) execute function journal_row('${topic}');
create trigger journal_delete after delete on ${table} for each row execute function journal_row('${topic}');`,
  ),

  `create function prediction_never_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a prediction is never changed after it was stored' using errcode = 'integrity_constraint_violation';
end $$;
create trigger prediction_never_changes before update on prediction for each row execute function prediction_never_changes();`,
];

/** The score lives in \`match\`; \`matchdata\` shows it to those who know only that table. Either may be written. */
const SCORE = [
  `create function score_to_match() returns trigger language plpgsql as $$
begin
  update match set score_home = new.score_team_a, score_away = new.score_team_b
  where id = new.match_id and (score_home, score_away) is distinct from (new.score_team_a, new.score_team_b);
  return null;
end $$;
create trigger score_to_match after update of score_team_a, score_team_b on matchdata for each row
when ((new.score_team_a, new.score_team_b) is distinct from (old.score_team_a, old.score_team_b))
execute function score_to_match();

create function score_to_matchdata() returns trigger language plpgsql as $$
begin
  update matchdata set score_team_a = coalesce(new.score_home, 0), score_team_b = coalesce(new.score_away, 0)
  where match_id = new.id
    and (score_team_a, score_team_b) is distinct from (coalesce(new.score_home, 0), coalesce(new.score_away, 0));
  return null;
end $$;
create trigger score_to_matchdata after update of score_home, score_away on match for each row
when ((new.score_home, new.score_away) is distinct from (old.score_home, old.score_away))
execute function score_to_matchdata();`,
];
