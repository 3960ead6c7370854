import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Visibility } from '#platform/auth/caller.js';
import { JoinedRow } from '#platform/database/joined-row.js';
import { prepared } from '#platform/database/prepared.js';
import type { MatchContext, MatchWithTeams } from './match-context.row.js';
import { visibleMatches } from './match-conditions.js';
import { MATCH_DATA } from './match-data.repository.js';
import { MATCH, matchRecord, type StoredMatch } from './match.table.js';
import { rosterTeam, rosterTeamJson } from './roster-columns.js';

const RECORD = JoinedRow.of('match', MATCH, 'm');
const HOME = rosterTeam('home', 'a');
const AWAY = rosterTeam('away', 'b');
const DATA = JoinedRow.of('data', MATCH_DATA, 'd');

@Injectable()
export class MatchContextRepository {
  constructor(private readonly em: EntityManager) {}

  async find(matchId: number, visibility: Visibility): Promise<MatchContext | undefined> {
    const where = visibleMatches(visibility).when(matchId, 'm.id = ?');
    const [found] = await prepared<Omit<MatchContext, 'match'> & { match: StoredMatch }>(
      this.em,
      `select ${MATCH.json('m')} as match, ${rosterTeamJson('a')} as home, ${rosterTeamJson('b')} as away,
              case when e.id is not null then jsonb_build_object(
                'id', e.id, 'title', e.title, 'sportId', e.sport_id, 'seasonId', e.season_id) end as tournament,
              case when s.id is not null then jsonb_build_object(
                'id', s.id, 'title', s.title, 'description', s.description,
                'positions', coalesce((
                  select jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'category', o.category,
                                                      'sportId', o.sport_id) order by o.title)
                  from position o where o.sport_id = s.id), '[]')) end as sport
       from match m
       join team a on a.id = m.team_a_id
       join team b on b.id = m.team_b_id
       left join tournament e on e.id = m.tournament_id
       left join sport s on s.id = coalesce(e.sport_id, a.sport_id)
       where ${where.sql}`,
      where.params,
    );
    return found && { ...found, match: matchRecord(found.match) };
  }

  async findWithTeams(matchId: number, visibility: Visibility): Promise<MatchWithTeams | undefined> {
    const where = visibleMatches(visibility).when(matchId, 'm.id = ?');
    const [row] = await prepared<Record<string, unknown>>(
      this.em,
      `select ${[RECORD, HOME, AWAY, DATA].map(({ select }) => select).join(', ')}
       from match m
       join team a on a.id = m.team_a_id
       join team b on b.id = m.team_b_id
       left join matchdata d on d.match_id = m.id
       where ${where.sql}`,
      where.params,
    );
    return (
      row && {
        match: matchRecord(RECORD.read(row)!),
        home: HOME.read(row)!,
        away: AWAY.read(row)!,
        matchData: DATA.read(row) ?? undefined,
      }
    );
  }
}
