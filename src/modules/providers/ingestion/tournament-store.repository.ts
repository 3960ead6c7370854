import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { SPORT_DEFAULTS } from '#modules/imports/index.js';
import type { UpstreamTournament } from '../upstream.js';
import { squashName } from './team-names.js';

export interface StoredTournament {
  id: number;
  competitionId: number;
  country: string | null;
  /** Somebody else than the provider knows this tournament too. */
  isShared: boolean;
}

/** What simulated data refer to is never a provider's. */
export const REAL = (ref: string): string => `not exists (select from external_ref d where d.source = 'demo'
  and d.kind = ${ref}.kind and d.internal_id = ${ref}.internal_id)`;

/** Creation is rare and short, so one lock for all, shared with the imports, is enough. */
const LOCK = `select pg_advisory_xact_lock(hashtextextended('touchline import: references', 0))`;
const MAX_TITLE = 255;
const MAX_COUNTRY = 100;

/** Every method belongs into a transaction. */
@Injectable()
export class TournamentStoreRepository {
  constructor(private readonly em: EntityManager) {}

  async lockReferences(): Promise<void> {
    await this.em.execute(LOCK);
  }

  async find(source: string, externalId: string): Promise<StoredTournament | undefined> {
    const [row] = await this.em.execute<StoredTournament[]>(
      `select t.id, t.competition_id as "competitionId", c.country, exists (
         select from external_ref o where o.kind = 'tournament' and o.internal_id = t.id and o.source <> r.source) as "isShared"
       from external_ref r join tournament t on t.id = r.internal_id join competition c on c.id = t.competition_id
       where r.source = ? and r.kind = 'tournament' and r.external_id = ? and ${REAL('r')}`,
      [source, externalId],
    );
    return row;
  }

  /**
   * Creates the tournaments that are not known yet. A competition that was imported under the same name and country is
   * the same; one of the same name that is taken already is another one.
   */
  async ensure(source: string, tournaments: readonly UpstreamTournament[], thisYear: number): Promise<void> {
    const missing: UpstreamTournament[] = [];
    await this.lockReferences();
    for (const tournament of tournaments) if (!(await this.find(source, tournament.id))) missing.push(tournament);
    for (const tournament of missing) {
      const competitionId = await this.#ensureCompetition(source, tournament);
      await this.#bind(source, tournament.id, tournament.name, competitionId, yearOf(tournament, thisYear));
    }
  }

  /** Gives the provider a tournament of its own, when the one it shares turned out to have other teams. */
  async separate(source: string, externalId: string, { id, country }: StoredTournament): Promise<StoredTournament> {
    const [{ title, year, competition }] = await this.em.execute<
      [{ title: string; year: number; competition: string | null }]
    >(
      `select t.title, s.year, (select min(r.external_id) from external_ref r
         where r.source = ? and r.kind = 'competition' and r.internal_id = t.competition_id) as competition
       from tournament t join season s on s.id = t.season_id where t.id = ?`,
      [source, id],
    );
    const competitionId = await this.#createCompetition(title, country);
    if (competition !== null) await this.#remember(source, 'competition', competition, competitionId);
    const own = await this.#bind(source, externalId, title, competitionId, year);
    return { id: own, competitionId, country, isShared: false };
  }

  async #ensureCompetition(source: string, { competitionId, name, country }: UpstreamTournament): Promise<number> {
    const known =
      competitionId === null
        ? []
        : await this.em.execute<{ id: number }[]>(
            `select c.id from external_ref r join competition c on c.id = r.internal_id
       where r.source = ? and r.kind = 'competition' and r.external_id = ? and ${REAL('r')}`,
            [source, competitionId],
          );
    if (known.length > 0) return known[0].id;
    const imported = await this.em.execute<{ id: number; title: string }[]>(
      `select c.id, c.title from competition c join sport s on s.id = c.sport_id and s.kind = 'soccer'
       where lower(c.country) = lower(?::text)
         and exists (select from external_ref r where r.kind = 'competition' and r.internal_id = c.id and r.source <> 'demo')
         and not exists (select from external_ref r where r.kind = 'competition' and r.internal_id = c.id and r.source = ?)`,
      [country, source],
    );
    const same = imported.filter(({ title }) => squashName(title) === squashName(name));
    const id = same.length === 1 ? same[0].id : await this.#createCompetition(name, country);
    if (competitionId !== null) await this.#remember(source, 'competition', competitionId, id);
    return id;
  }

  async #createCompetition(title: string, country: string | null): Promise<number> {
    const [{ id }] = await this.em.execute<[{ id: number }]>(
      'insert into competition (sport_id, title, country) values (?, ?, ?) returning id',
      [await this.ensureSoccer(), title.slice(0, MAX_TITLE), country?.slice(0, MAX_COUNTRY) ?? null],
    );
    return id;
  }

  /** The tournament of a competition's season; of a competition with that title but another id when it is taken. */
  async #bind(source: string, externalId: string, title: string, competitionId: number, year: number): Promise<number> {
    await this.em.execute('insert into season (year) values (?) on conflict (year) do nothing', [year]);
    await this.em.execute(
      `insert into tournament (title, season_id, sport_id, competition_id)
       select ?, s.id, c.sport_id, c.id from season s, competition c where s.year = ? and c.id = ?
       on conflict (competition_id, season_id) do nothing`,
      [title.slice(0, MAX_TITLE), year, competitionId],
    );
    const [{ id, taken, country }] = await this.em.execute<[{ id: number; taken: boolean; country: string | null }]>(
      `select t.id, c.country, exists (select from external_ref r where r.source = ? and r.kind = 'tournament'
         and r.internal_id = t.id and r.external_id <> ?) as taken
       from tournament t join season s on s.id = t.season_id join competition c on c.id = t.competition_id
       where c.id = ? and s.year = ?`,
      [source, externalId, competitionId, year],
    );
    if (taken) return this.#bind(source, externalId, title, await this.#createCompetition(title, country), year);
    await this.#remember(source, 'tournament', externalId, id);
    return id;
  }

  async ensureSoccer(): Promise<number> {
    const [sport] = await this.em.execute<{ id: number }[]>(
      `select id from sport where kind = 'soccer' order by id limit 1`,
    );
    if (sport) return sport.id;
    const { title, preset } = SPORT_DEFAULTS.soccer;
    const columns = Object.keys(preset);
    const [{ id }] = await this.em.execute<[{ id: number }]>(
      `with preset as (
         insert into sport_scoreboard_preset (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) returning id
       )
       insert into sport (title, kind, scoreboard_preset_id) select ?, 'soccer', id from preset
       on conflict (title) do update set kind = 'soccer' returning id`,
      [...Object.values(preset), title],
    );
    return id;
  }

  async #remember(source: string, kind: string, externalId: string, id: number): Promise<void> {
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id) values (?, ?, ?, ?)
       on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id`,
      [source, kind, externalId, id],
    );
  }
}

/** Calendar year in which the season starts; without a date the year of the season that is played now. */
function yearOf({ startDate }: UpstreamTournament, thisYear: number): number {
  const year = Number(startDate?.slice(0, 4));
  return year >= 1800 && year < 3000 ? year : thisYear;
}
