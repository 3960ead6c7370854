import { Injectable } from '@nestjs/common';
import { DECIDED_STATUSES } from '#core/kernel/match-status.js';
import {
  type FixtureUpstream,
  type UpstreamCall,
  UpstreamFailure,
  type UpstreamMatch,
  type UpstreamMatchDetails,
  type UpstreamPlayedStats,
  type UpstreamTournament,
} from '../upstream.js';
import { Upstreams } from '../upstreams.js';
import { ListingStore } from './listing-store.js';
import { FRESH_FOR, playedFreshFor, type ResourceKey, type ResourceKind, type StoredResource } from './resource.js';
import { type Fetched, type Refreshed, ResourceRefresher } from './resource-refresher.js';
import { TournamentStoreRepository } from './tournament-store.repository.js';

/** What is kept of a week's schedule: the first and last day it tells about. */
export interface WeekData {
  from: string;
  to: string;
}

/** What is kept of a season's schedule: whether it tells any result. */
export interface SeasonData {
  scored: boolean;
}

/** What is kept of a match besides its row and its statistics; null for a match that does not exist. */
export interface MatchData {
  refereeId: string | null;
  stage: string | null;
  tournamentId: string | null;
  competitionName: string | null;
}

const NOTHING_ELSE: MatchData = { refereeId: null, stage: null, tournamentId: null, competitionName: null };

/** Each thing the fixture provider can be asked for: how it is fetched, how long it stays fresh, and where it goes. */
@Injectable()
export class FixtureResources {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly refresher: ResourceRefresher,
    private readonly listings: ListingStore,
    private readonly store: TournamentStoreRepository,
  ) {}

  /** Whether a fixture provider is switched on. The other methods need one. */
  get isOn(): boolean {
    return this.upstreams.fixtures !== null;
  }

  key(kind: ResourceKind, id: string): ResourceKey {
    return { source: this.#fixtures.source, kind, id };
  }

  tournaments(call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('tournaments', 'all', call, async (upstream, within) => {
      const tournaments = await upstream.listTournaments(within);
      const store = () => this.store.ensure(upstream.source, tournaments, new Date().getUTCFullYear());
      return { freshForMs: tournaments.length > 0 ? FRESH_FOR.tournaments : FRESH_FOR.empty, data: tournaments, store };
    });
  }

  week(tournament: UpstreamTournament, call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('week', tournament.id, call, async (upstream, within) => {
      const matches = await upstream.listWeek(tournament.id, within);
      const days = matches.map(({ localDate }) => localDate).toSorted();
      const data: WeekData | null = days.length > 0 ? { from: days[0], to: days[days.length - 1] } : null;
      return this.#listing('week', tournament, matches, FRESH_FOR.week, data);
    });
  }

  season(tournament: UpstreamTournament, call: UpstreamCall, known?: StoredResource): Promise<Refreshed> {
    return this.#ensure(
      'season',
      tournament.id,
      call,
      async (upstream, within) => {
        const matches = await upstream.listSeason(tournament.id, within);
        const data: SeasonData = { scored: matches.some(({ score }) => score !== null) };
        return this.#listing('season', tournament, matches, FRESH_FOR.season, data);
      },
      known,
    );
  }

  match(matchId: string, call: UpstreamCall, known?: StoredResource): Promise<Refreshed> {
    return this.#ensure(
      'match',
      matchId,
      call,
      async (upstream, within) => {
        const found = await this.#findMatch(upstream, matchId, within);
        if (!found) return { freshForMs: FRESH_FOR.absent, data: null };
        if (!('home' in found)) {
          const store = () => this.listings.storeStatLines(upstream.source, matchId, found.statLines);
          return { freshForMs: FRESH_FOR.fixture, data: NOTHING_ELSE, store };
        }
        const { referee, stage, tournamentId, competitionName } = found;
        const data: MatchData = { refereeId: referee?.id ?? null, stage, tournamentId, competitionName };
        const store = () => this.listings.storeDetails(upstream.source, found);
        return { freshForMs: matchFreshFor(found, Date.now()), data, store };
      },
      known,
    );
  }

  preview(matchId: string, call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('preview', matchId, call, async (upstream, within) => ({
      freshForMs: FRESH_FOR.preview,
      data: await upstream.findPreview(matchId, within),
    }));
  }

  standings(tournamentId: string, call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('standings', tournamentId, call, async (upstream, within) => {
      const tables = await upstream.listStandings(tournamentId, within);
      return { freshForMs: FRESH_FOR.standings, data: tables.filter(({ scope }) => scope === 'total') };
    });
  }

  seasonStats(team: { teamId: string; tournamentId: string }, call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('season-stats', seasonStatsId(team), call, async (upstream, within) => ({
      freshForMs: FRESH_FOR.seasonStats,
      data: await upstream.findSeasonStats(team, within),
    }));
  }

  referee(refereeId: string, call: UpstreamCall): Promise<Refreshed> {
    return this.#ensure('referee', refereeId, call, async (upstream, within) => ({
      freshForMs: FRESH_FOR.referee,
      data: await upstream.findReferee(refereeId, within),
    }));
  }

  get #fixtures(): FixtureUpstream {
    const { fixtures } = this.upstreams;
    if (!fixtures) throw new Error('No fixture provider is switched on');
    return fixtures;
  }

  #ensure(
    kind: ResourceKind,
    id: string,
    call: UpstreamCall,
    fetch: (upstream: FixtureUpstream, call: UpstreamCall) => Promise<Fetched>,
    known?: StoredResource,
  ): Promise<Refreshed> {
    return this.refresher.ensure(this.key(kind, id), call, (within) => fetch(this.#fixtures, within), known);
  }

  #listing(
    part: 'week' | 'season',
    tournament: UpstreamTournament,
    matches: UpstreamMatch[],
    freshForMs: number,
    data: WeekData | SeasonData | null,
  ): Fetched {
    if (matches.length === 0) return { freshForMs: FRESH_FOR.empty, data };
    const { source } = this.#fixtures;
    return {
      freshForMs,
      data,
      store: async () => {
        if (!(await this.store.find(source, tournament.id))) {
          await this.store.ensure(source, [tournament], new Date().getUTCFullYear());
        }
        await this.listings.storeListing(source, part, tournament.id, matches);
      },
    };
  }

  /** The whole of a match; from the smaller source what the larger one lacks, or all there is when that one is broken. */
  async #findMatch(
    upstream: FixtureUpstream,
    matchId: string,
    call: UpstreamCall,
  ): Promise<UpstreamMatchDetails | UpstreamPlayedStats | undefined> {
    try {
      const details = await upstream.findMatch(matchId, call);
      if (!details || details.statLines.length > 0 || !isOver(details)) return details;
      const played = await upstream.findPlayedStats(matchId, call).catch(withoutFailure);
      return { ...details, statLines: played?.statLines ?? [] };
    } catch (error) {
      if (!(error instanceof UpstreamFailure && error.isAnswer)) throw error;
      const played = await upstream.findPlayedStats(matchId, call).catch(withoutFailure);
      if (!played || played.statLines.length === 0) throw error;
      return played;
    }
  }
}

export const seasonStatsId = ({ teamId, tournamentId }: { teamId: string; tournamentId: string }): string =>
  `${tournamentId}/${teamId}`;

const isOver = ({ status, score }: UpstreamMatchDetails): boolean =>
  score !== null && (status === null || DECIDED_STATUSES.includes(status));

function matchFreshFor(details: UpstreamMatchDetails, now: number): number {
  const kickoffAt = Date.parse(details.kickoffAt ?? details.localDate);
  if (isOver(details)) return playedFreshFor(kickoffAt, details.statLines.length > 0, now);
  return kickoffAt > now ? FRESH_FOR.fixture : FRESH_FOR.underWay;
}

function withoutFailure(error: unknown): undefined {
  if (!(error instanceof UpstreamFailure)) throw error;
}
