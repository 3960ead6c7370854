import { EntityManager, RequestContext } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { MatchChange } from './match-changes.repository.js';
import { PLAYS } from './plays.repository.js';
import type { StatisticsSource } from './statistics.repository.js';

/** Tables whose rows statistics are made of. */
const ENTITIES = ['match', 'matchdata', 'football_event', 'player_match', 'stat_override'];

type Source = Omit<StatisticsSource, 'plays'> & { plays: Record<string, unknown>[] };

/** Statistics at past versions: what the journal says a match was made of then. */
@Injectable()
export class StatisticsJournalRepository {
  constructor(private readonly em: EntityManager) {}

  /** Outside any request: messages of streams are made between them. */
  inOwnContext<T>(work: () => Promise<T>): Promise<T> {
    return RequestContext.create(this.em, work);
  }

  /** What happened to the match after one version and up to another, in its order. */
  async changes(matchId: number, after: number, upTo: number): Promise<MatchChange[]> {
    return this.em.execute<MatchChange[]>(
      `select version, entity, op, data from match_journal
       where match_id = ? and version > ? and version <= ? and entity = any(array[?]::text[]) order by version`,
      [matchId, after, upTo, ENTITIES],
    );
  }

  /**
   * The match as it was at a version. What the journal does not reach back to is as it first says, or else as it is now.
   * Undefined when there was no such match.
   */
  async sourceAt(matchId: number, version: number): Promise<StatisticsSource | undefined> {
    const unchanged = ENTITIES.map(
      (table) => `select '${table}', r.id, to_jsonb(r) from ${table} r
                  where r.${table === 'match' ? 'id' : 'match_id'} = (select id from m)
                    and not exists (select from entries e where e.entity = '${table}' and e.entity_id = r.id)`,
    );
    const [found] = await this.em.execute<Source[]>(
      `with m as (select ?::int as id, ?::int as version), entries as (
         select distinct on (j.entity, j.entity_id) j.entity, j.entity_id, j.op, j.data, j.version <= m.version as was
         from m join match_journal j on j.match_id = m.id where j.entity = any(array[?]::text[])
         order by j.entity, j.entity_id, j.version <= m.version desc,
                  case when j.version <= m.version then -j.version else j.version end
       ), rows (entity, id, data) as (
         select entity, entity_id, data from entries where op <> case when was then 'delete' else 'insert' end
         union all ${unchanged.join(' union all ')}
       )
       select ?::int as version, (g.data ->> 'team_a_id')::int as "homeId", (g.data ->> 'team_b_id')::int as "awayId",
              (select (d.data ->> 'field_length')::int from rows d where d.entity = 'matchdata') as "fieldLength",
              coalesce((select jsonb_agg(e.data order by (e.data ->> 'event_number')::int, e.id)
                        from rows e where e.entity = 'football_event'), '[]') as plays,
              coalesce((select jsonb_object_agg(p.id, p.data -> 'team_id')
                        from rows p where p.entity = 'player_match'), '{}') as lineup,
              coalesce((select jsonb_agg(jsonb_build_object('path', o.data -> 'path', 'value', o.data -> 'value'))
                        from rows o where o.entity = 'stat_override'), '[]') as overrides
       from rows g where g.entity = 'match'`,
      [matchId, version, ENTITIES, version],
    );
    return found && { ...found, plays: found.plays.map((play) => PLAYS.read(play)) };
  }
}
