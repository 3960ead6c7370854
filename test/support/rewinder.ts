import type { TestDatabase } from './database.js';

/** Keeps what every row was before it was first changed, so that many tests can begin with the same database. */
export interface Rewinder {
  /** Puts back whatever anybody has changed since the last time. Sequences go on. */
  rewind(): Promise<void>;
}

export async function rewinderOf({ sql }: TestDatabase): Promise<Rewinder> {
  const tables = await sql<{ name: string; key: string; columns: string }>(
    `select format('%I', c.relname) as name,
            (select string_agg(format('r.%I', a.attname), ', ') from pg_attribute a
             where a.attrelid = c.oid and a.attnum = any (i.indkey)) as key,
            (select string_agg(format('%I', a.attname), ', ') from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  await sql('create unlogged table changed_row (id bigserial primary key, name text, old jsonb, new jsonb)');
  await sql(
    `create function note_changed_row() returns trigger language plpgsql as $$
     begin
       insert into public.changed_row (name, old, new) values (quote_ident(tg_table_name),
         case when tg_op <> 'INSERT' then to_jsonb(old) end, case when tg_op <> 'DELETE' then to_jsonb(new) end);
       return null;
     end $$`,
  );
  // The first by name, so that what other triggers change in turn is noted after what made them.
  for (const { name } of tables) {
    await sql(
      `create trigger "!changed" after insert or update or delete on ${name}
       for each row execute function note_changed_row()`,
    );
  }

  return {
    async rewind() {
      const changed = await sql<{ name: string }>('select distinct name from changed_row');
      if (changed.length === 0) return;
      await sql('begin');
      // Neither our triggers nor foreign keys have a say in it.
      await sql(`set local session_replication_role = 'replica'`);
      for (const { name, key, columns } of tables.filter((table) => changed.some(({ name }) => name === table.name))) {
        await sql(
          `delete from ${name} r where (${key}) in (
             select ${key} from changed_row c, jsonb_populate_record(null::${name}, coalesce(c.new, c.old)) r where c.name = $1)`,
          [name],
        );
        await sql(
          `insert into ${name} (${columns}) select ${columns} from (
             select distinct on (${key}) c.old is not null as was_there, r.*
             from changed_row c, jsonb_populate_record(null::${name}, coalesce(c.old, c.new)) r
             where c.name = $1 order by ${key}, c.id
           ) first where was_there`,
          [name],
        );
      }
      await sql('delete from changed_row');
      await sql('commit');
    },
  };
}
