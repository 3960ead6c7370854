import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { Conditions } from '#platform/database/conditions.js';
import { readListing } from '#platform/database/listing.js';
import { substringPattern } from '#platform/database/substring-pattern.js';
import { Table } from '#platform/database/table.js';
import type { Visibility } from '#platform/auth/caller.js';
import type { TournamentOrder, TournamentRecord, TournamentRecordFilter, TournamentValues } from './tournament.row.js';

/** A tournament as it is stored, as one JSON object. */
export const tournamentJson = (tournament: string): string => TOURNAMENT.json(tournament);

const TOURNAMENT = new Table<TournamentRecord>('tournament', {
  id: 'id',
  eeslId: 'tournament_eesl_id',
  title: 'title',
  description: 'description',
  logoUrl: 'tournament_logo_url',
  logoIconUrl: 'tournament_logo_icon_url',
  logoWebUrl: 'tournament_logo_web_url',
  seasonId: 'season_id',
  sportId: 'sport_id',
  competitionId: 'competition_id',
  mainSponsorId: 'main_sponsor_id',
  sponsorLineId: 'sponsor_line_id',
  userId: 'user_id',
  isPrivate: 'isprivate',
});

@Injectable()
export class TournamentRecordsRepository {
  constructor(private readonly em: EntityManager) {}

  /** In alphabetical order. */
  async list(filter: TournamentRecordFilter, visibility: Visibility): Promise<TournamentRecord[]> {
    const where = conditions(filter, visibility);
    return this.#read(`${where.sql} order by t.title, t.id`, where.params);
  }

  async page(
    filter: TournamentRecordFilter,
    range: SortedRange<TournamentOrder>,
    visibility: Visibility,
  ): Promise<Listing<TournamentRecord>> {
    return readListing(
      this.em,
      {
        columns: TOURNAMENT.select('t'),
        from: 'tournament t',
        where: conditions(filter, visibility),
        order: TOURNAMENT.order(range.orderBy.length > 0 ? range.orderBy : ['title'], range.ascending, 't'),
      },
      range,
    );
  }

  async find(id: number, visibility: Visibility): Promise<TournamentRecord | undefined> {
    const where = visible(visibility).when(id, 't.id = ?');
    return (await this.#read(where.sql, where.params)).at(0);
  }

  async findByEeslId(eeslId: number, visibility: Visibility): Promise<TournamentRecord | undefined> {
    const where = visible(visibility).when(eeslId, 't.tournament_eesl_id = ?');
    return (await this.#read(where.sql, where.params)).at(0);
  }

  async insert(values: Partial<TournamentValues>): Promise<TournamentRecord> {
    const { sql, params } = TOURNAMENT.insert(values);
    return (await this.em.execute<TournamentRecord[]>(sql, params))[0];
  }

  /** Inserts a tournament, or changes the one with this number in the league's register. */
  async upsert(values: Partial<TournamentValues>): Promise<TournamentRecord> {
    const { sql, params } = TOURNAMENT.upsert(['eeslId'], values);
    return (await this.em.execute<TournamentRecord[]>(sql, params))[0];
  }

  async update(id: number, values: Partial<TournamentValues>): Promise<TournamentRecord | undefined> {
    const { sql, params } = TOURNAMENT.update(id, values);
    return (await this.em.execute<TournamentRecord[]>(sql, params)).at(0);
  }

  async delete(id: number): Promise<boolean> {
    return (await this.em.execute<object[]>('delete from tournament where id = ? returning id', [id])).length > 0;
  }

  async #read(condition: string, params: unknown[]): Promise<TournamentRecord[]> {
    return this.em.execute<TournamentRecord[]>(
      `select ${TOURNAMENT.select('t')} from tournament t where ${condition}`,
      params,
    );
  }
}

const visible = ({ onlyOwner }: Visibility): Conditions =>
  new Conditions().when(onlyOwner, 'not t.isprivate or t.user_id = ?');

function conditions(
  { search, sportId, seasonId, year, userId, isPrivate }: TournamentRecordFilter,
  visibility: Visibility,
): Conditions {
  return visible(visibility)
    .when(substringPattern(search, 'search'), 't.title ilike ?')
    .when(sportId, 't.sport_id = ?')
    .when(seasonId, 't.season_id = ?')
    .when(year, 't.season_id = (select s.id from season s where s.year = ?)')
    .when(userId, 't.user_id = ?')
    .when(isPrivate, 't.isprivate = ?');
}
