import { EntityManager } from '@mikro-orm/postgresql';
import { Injectable } from '@nestjs/common';
import type { Listing, SortedRange } from '#core/kernel/listing.js';
import { sportRow } from '#modules/competitions/index.js';
import type { Visibility } from '#platform/auth/caller.js';
import { readListing } from '#platform/database/listing.js';
import type { TeamDetails } from './details.row.js';
import { sponsorJson, sponsorLineJson } from '#modules/sponsors/index.js';
import { teamConditions, visibleTeams } from './team-conditions.js';
import type { TeamOrder, TeamPageFilter } from './team.row.js';
import { type StoredTeam, TEAM, teamRow } from './team.table.js';

type StoredDetails = StoredTeam & Pick<TeamDetails, 'sport' | 'mainSponsor' | 'sponsorLine'>;

const COLUMNS = `${TEAM.select('t')}, case when s.id is not null then ${sportRow('s')} end as sport,
  case when p.id is not null then ${sponsorJson('p')} end as "mainSponsor",
  case when l.id is not null then ${sponsorLineJson('l')} end as "sponsorLine"`;

const FROM = `team t
  left join sport s on s.id = t.sport_id
  left join sponsor p on p.id = t.main_sponsor_id
  left join sponsor_line l on l.id = t.sponsor_line_id`;

@Injectable()
export class TeamDetailsRepository {
  constructor(private readonly em: EntityManager) {}

  async page(
    filter: TeamPageFilter,
    range: SortedRange<TeamOrder>,
    visibility: Visibility,
  ): Promise<Listing<TeamDetails>> {
    const { items, total } = await readListing<StoredDetails>(
      this.em,
      {
        columns: COLUMNS,
        from: FROM,
        where: teamConditions(filter, visibility),
        order: TEAM.order(range.orderBy.length > 0 ? range.orderBy : ['name'], range.ascending, 't'),
      },
      range,
    );
    return { items: items.map(details), total };
  }

  async find(id: number, visibility: Visibility): Promise<TeamDetails | undefined> {
    const where = visibleTeams(visibility).when(id, 't.id = ?');
    const sql = `select ${COLUMNS} from ${FROM} where ${where.sql}`;
    return (await this.em.execute<StoredDetails[]>(sql, where.params)).map(details).at(0);
  }
}

const details = (team: StoredDetails): TeamDetails => ({ ...team, ...teamRow(team) });
