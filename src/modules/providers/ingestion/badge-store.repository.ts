import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import { aliasId } from './team-store.repository.js';
import { squashName } from './team-names.js';

/** A soccer team somebody wants the badge of. */
export interface BadgelessTeam {
  id: number;
  title: string;
  country: string | null;
  /** The fixture provider's, if it knows the team. */
  externalId: string | null;
  /** As stored; null without one. */
  badgeUrl: string | null;
}

const TEAM = `
  select t.id, t.title, nullif(t.team_logo_url, '') as "badgeUrl",
         (select min(x.external_id) from external_ref x where x.source = 'vstats' and x.kind = 'team' and x.internal_id = t.id)
           as "externalId",
         (select c.country from team_tournament tt join tournament x on x.id = tt.tournament_id
          join competition c on c.id = x.competition_id where tt.team_id = t.id and c.country is not null
          order by x.id desc limit 1) as country
  from team t join sport s on s.id = t.sport_id and s.kind = 'soccer'`;

@Injectable()
export class BadgeStoreRepository {
  constructor(private readonly em: EntityManager) {}

  /** By the provider's id, else by our own number. */
  async findByPublicId(publicId: string): Promise<BadgelessTeam | undefined> {
    const own = /^[1-9]\d{0,8}$/.test(publicId) ? Number(publicId) : null;
    const [row] = await this.em.execute<BadgelessTeam[]>(
      `${TEAM} where t.id = coalesce((select x.internal_id from external_ref x
         where x.source = 'vstats' and x.kind = 'team' and x.external_id = ?), ?::int)`,
      [publicId, own],
    );
    return row;
  }

  /** By the title or any name learned, where it is the name of exactly one team. */
  async findByName(name: string): Promise<BadgelessTeam | undefined> {
    const rows = await this.em.execute<BadgelessTeam[]>(
      `${TEAM} where lower(t.title) = lower(?) or t.id in (
         select x.internal_id from external_ref x where x.kind = 'team-name' and x.internal_id > 0
           and substr(x.external_id, strpos(x.external_id, ':') + 1) = ?)
       limit 2`,
      [name, squashName(name)],
    );
    return rows.length === 1 ? rows[0] : undefined;
  }

  /** Teams of the provider's matches on a day, in America/Sao_Paulo, that have no badge. */
  listBadgeless(localDate: string): Promise<BadgelessTeam[]> {
    return this.em.execute<BadgelessTeam[]>(
      `${TEAM} where coalesce(t.team_logo_url, '') = '' and t.id in (
         select side.id from match m cross join lateral (values (m.team_a_id), (m.team_b_id)) side (id)
         where m.kickoff_at >= (?::date)::timestamp at time zone 'America/Sao_Paulo'
           and m.kickoff_at < (?::date + 1)::timestamp at time zone 'America/Sao_Paulo')
       order by t.id`,
      [localDate, localDate],
    );
  }

  /** Other names of a team. */
  async listNames(teamId: number): Promise<string[]> {
    const rows = await this.em.execute<{ name: string }[]>(
      `select distinct substr(x.external_id, strpos(x.external_id, ':') + 1) as name from external_ref x
       where x.kind = 'team-name' and x.internal_id = ? order by name`,
      [teamId],
    );
    return rows.map(({ name }) => name);
  }

  /** Stores a badge, and under which id and name its provider knows the team. */
  async store(team: BadgelessTeam, badge: { teamId: string; teamName: string; url: string }): Promise<void> {
    await this.em.execute(`update team set team_logo_url = ? where id = ? and team_logo_url is distinct from ?`, [
      badge.url,
      team.id,
      badge.url,
    ]);
    await this.em.execute(
      `insert into external_ref (source, kind, external_id, internal_id)
       values ('thesportsdb', 'team', ?, ?), ('thesportsdb', 'team-name', ?, ?)
       on conflict (source, kind, external_id) do update set internal_id = excluded.internal_id`,
      [badge.teamId, team.id, aliasId(badge.teamName, team.country), team.id],
    );
  }
}
