import { describe, expect, it } from 'vitest';
import { Table } from './table.js';

interface Row {
  id: number;
  title: string;
  labels: string[] | null;
}

const TABLE = new Table<Row>('thing', { id: 'id', title: 'thing_title', labels: 'labels_json' });
const RETURNED = 'thing.id as "id", thing.thing_title as "title", thing.labels_json as "labels"';

describe('a table', () => {
  it('selects its columns under the names of the fields', () => {
    expect(TABLE.select()).toBe(RETURNED);
    expect(TABLE.select('t')).toBe('t.id as "id", t.thing_title as "title", t.labels_json as "labels"');
  });

  it('inserts what is given, lists as JSON, and never an id', () => {
    expect(TABLE.insert({ id: 7, title: 'a', labels: ['x'] })).toEqual({
      sql: `insert into thing (thing_title, labels_json) values (?, ?) returning ${RETURNED}`,
      params: ['a', '["x"]'],
    });
    expect(TABLE.insert({}).sql).toBe(`insert into thing default values returning ${RETURNED}`);
  });

  it('changes what is given, null too, and reads when nothing is', () => {
    const { sql, params } = TABLE.update(7, { title: undefined, labels: null });
    expect(sql).toMatch(/^update thing set labels_json = \?\s+where id = \? returning /);
    expect(params).toEqual([null, 7]);
    expect(TABLE.update(7, {}).sql).toBe(`select ${RETURNED} from thing where id = ?`);
  });

  it('inserts or changes what is given; what only a new row has is never changed', () => {
    const { sql, params } = TABLE.upsert(['title'], { title: 'a' }, { title: 'b', labels: ['x'] });
    expect(sql).toBe(
      `insert into thing (thing_title, labels_json) values (?, ?) on conflict (thing_title) do update set thing_title = excluded.thing_title returning ${RETURNED}`,
    );
    expect(params).toEqual(['a', '["x"]']);
  });

  it('never makes SQL of a name it does not have', () => {
    const foreign = { title: 'a', 'x = 1; drop table thing --': 1 } as Partial<Row>;
    expect(TABLE.insert(foreign).sql).not.toContain('drop');
    expect(TABLE.update(1, foreign).sql).not.toContain('drop');
  });

  it('orders totally: by id at last, once', () => {
    expect(TABLE.order(['title'], true, 't')).toBe('t.thing_title asc, t.id asc');
    expect(TABLE.order(['title', 'id', 'title'], false)).toBe('thing.thing_title desc, thing.id desc');
  });
});
