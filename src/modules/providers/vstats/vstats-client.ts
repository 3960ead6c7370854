import type { LeaveOut } from '../answers/readable-rows.js';
import type { UpstreamHost } from '../resilience/upstream-host.js';
import {
  type FixtureUpstream,
  type UpstreamCall,
  UpstreamFailure,
  type UpstreamMatch,
  type UpstreamMatchDetails,
  type UpstreamPlayedStats,
  type UpstreamPreview,
  type UpstreamReferee,
  type UpstreamSeasonStats,
  type UpstreamStandingTable,
  type UpstreamTournament,
} from '../upstream.js';
import { readCalendar } from './calendar.js';
import { readMatchDetails, readPlayedStats } from './match-details.js';
import { readPreview } from './preview.js';
import { readReferee } from './referee.js';
import { readSchedule } from './schedule.js';
import { readSeasonStats } from './season-stats.js';
import { readStandings } from './standings.js';
import { VSTATS_ENDPOINTS, type VstatsEndpoint } from './vstats-endpoints.js';

const BADGES = 'https://omo.akamai.opta.net/image.php';

/** Soccer data of Opta as VStats gives them on. */
export class VstatsClient implements FixtureUpstream {
  readonly source = 'vstats';

  constructor(private readonly host: UpstreamHost) {}

  listTournaments(options: UpstreamCall): Promise<UpstreamTournament[]> {
    return this.#ask('calendar', {}, readCalendar, options);
  }

  listWeek(tournamentId: string, options: UpstreamCall): Promise<UpstreamMatch[]> {
    const read = (answer: unknown, leaveOut: LeaveOut) => readSchedule(answer, tournamentId, leaveOut);
    return this.#ask('week', { tmcl: tournamentId }, read, options);
  }

  listSeason(tournamentId: string, options: UpstreamCall): Promise<UpstreamMatch[]> {
    const read = (answer: unknown, leaveOut: LeaveOut) => readSchedule(answer, tournamentId, leaveOut);
    return this.#ask('season', { tmcl: tournamentId }, read, options);
  }

  findMatch(matchId: string, options: UpstreamCall): Promise<UpstreamMatchDetails | undefined> {
    return this.#find('match', { Fx: matchId }, (answer) => readMatchDetails(answer, matchId), options);
  }

  findPlayedStats(matchId: string, options: UpstreamCall): Promise<UpstreamPlayedStats | undefined> {
    return this.#find('playedStats', { Fx: matchId }, readPlayedStats, options);
  }

  findPreview(matchId: string, options: UpstreamCall): Promise<UpstreamPreview | undefined> {
    return this.#find('preview', { Fx: matchId }, (answer) => readPreview(answer, matchId), options);
  }

  async listStandings(tournamentId: string, options: UpstreamCall): Promise<UpstreamStandingTable[]> {
    return (await this.#find('standings', { tmcl: tournamentId, detailed: 'false' }, readStandings, options)) ?? [];
  }

  findSeasonStats(
    team: { teamId: string; tournamentId: string },
    options: UpstreamCall,
  ): Promise<UpstreamSeasonStats | undefined> {
    const query = { ctst: team.teamId, tmcl: team.tournamentId, detailed: 'yes' };
    return this.#find('seasonStats', query, (answer) => readSeasonStats(answer, team), options);
  }

  findReferee(refereeId: string, options: UpstreamCall): Promise<UpstreamReferee | undefined> {
    const read = (answer: unknown, leaveOut: LeaveOut) => readReferee(answer, refereeId, leaveOut);
    return this.#find('referee', { Prsn: refereeId }, read, options);
  }

  badgeAddress(teamId: string): string {
    const query = new URLSearchParams({
      secure: 'true',
      h: 'omo.akamai.opta.net',
      sport: 'football',
      entity: 'team',
      description: 'badges',
      dimensions: '150',
      id: teamId,
    });
    return `${BADGES}?${query.toString()}`;
  }

  #ask<T>(
    name: VstatsEndpoint,
    query: Readonly<Record<string, string>>,
    read: (answer: unknown, leaveOut: LeaveOut) => T,
    options: UpstreamCall,
  ): Promise<T> {
    return this.host.call({ endpoint: VSTATS_ENDPOINTS[name], query, read }, options);
  }

  /** What does not exist is answered with 404, or with 400 for ids of another form. */
  async #find<T>(
    name: VstatsEndpoint,
    query: Readonly<Record<string, string>>,
    read: (answer: unknown, leaveOut: LeaveOut) => T,
    options: UpstreamCall,
  ): Promise<T | undefined> {
    try {
      return await this.#ask(name, query, read, options);
    } catch (error) {
      const { status } = error instanceof UpstreamFailure ? error.detail : {};
      if (status === 404 || status === 400) return undefined;
      throw error;
    }
  }
}
