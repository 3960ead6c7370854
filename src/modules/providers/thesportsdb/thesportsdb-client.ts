import type { UpstreamHost } from '../resilience/upstream-host.js';
import type { BadgeQuery, BadgeUpstream, UpstreamBadge, UpstreamCall } from '../upstream.js';
import { chooseBadge } from './choose-badge.js';
import { readTeams } from './team-search.js';

/** What is asked of TheSportsDB. */
export const THESPORTSDB_ENDPOINTS = { searchTeams: { path: '/searchteams.php' } } as const;

/** Badges by the names of teams. */
export class TheSportsDbClient implements BadgeUpstream {
  readonly source = 'thesportsdb';

  constructor(private readonly host: UpstreamHost) {}

  async findBadge(team: BadgeQuery, options: UpstreamCall): Promise<UpstreamBadge | undefined> {
    const call = { endpoint: THESPORTSDB_ENDPOINTS.searchTeams, query: { t: team.name }, read: readTeams };
    return chooseBadge(await this.host.call(call, options), team);
  }
}
