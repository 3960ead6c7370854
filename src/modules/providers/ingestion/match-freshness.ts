import { Injectable } from '@nestjs/common';
import { NotFound, Unavailable } from '#core/kernel/domain-error.js';
import type {
  UpstreamCall,
  UpstreamPreview,
  UpstreamReferee,
  UpstreamSeasonStats,
  UpstreamStandingTable,
  UpstreamTournament,
} from '../upstream.js';
import { UpstreamBudget } from '../upstream-budget.js';
import { FixtureResources, type MatchData, type SeasonData, seasonStatsId } from './fixture-resources.js';
import { GroundRepository, type SampleMatch, type SampleQuery, type TargetMatch } from './ground.repository.js';
import { headToHeadOf, type MatchFacts, NO_FACTS, refereeOf, stageOf, standingOf } from './match-facts.js';
import type { ResourceKey } from './resource.js';
import { type Refreshed } from './resource-refresher.js';
import { ResourcesRepository } from './resources.repository.js';
import { sideBySide } from './side-by-side.js';

/** What an analysis stands on. */
export interface MatchGround {
  /** Something in it is older than allowed, because the provider does not answer. */
  isStale: boolean;
  /** Public ids of matches that count for nothing: the provider did not tell their statistics. */
  missing: ReadonlySet<string>;
  facts: MatchFacts;
}

/** Where no provider has anything to say, everything is as good as it will get. */
export const SOLID_GROUND: MatchGround = { isStale: false, missing: new Set(), facts: NO_FACTS };

/** Below what the callers' routes allow, so that there is time left to answer. */
const TIME_MS = 24_000;
/** A cold sample of 2 x 50 matches takes about 105 requests; the rest is for second attempts. */
const REQUESTS = 160;
/** Statistics of matches fetched at a time for one analysis. */
const WIDTH = 10;

@Injectable()
export class MatchFreshness {
  constructor(
    private readonly fixtures: FixtureResources,
    private readonly resources: ResourcesRepository,
    private readonly ground: GroundRepository,
  ) {}

  /**
   * Makes what an analysis of a match needs as fresh as the provider allows, and tells what came of it. Returns at once
   * when no provider is switched on, and for matches it does not know.
   * @param signal aborts when nobody waits any more.
   * @throws NotFound when neither we nor the provider know the match; Unavailable when the provider does not answer and
   * there is nothing to fall back on.
   */
  async ensure(publicId: string, sample: SampleQuery, signal?: AbortSignal): Promise<MatchGround> {
    if (!this.fixtures.isOn) return SOLID_GROUND;
    const timeout = AbortSignal.timeout(TIME_MS);
    const call: UpstreamCall = {
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      budget: new UpstreamBudget(REQUESTS),
    };
    const { source } = this.fixtures.key('match', publicId);
    const known = await this.ground.findTarget(source, publicId);
    if (known && known.externalId === null) return SOLID_GROUND;
    const target = known ?? (await this.#discover(publicId, call));
    return this.#refresh({ ...target, externalId: target.externalId ?? publicId }, sample, call);
  }

  /** A match that was never listed. */
  async #discover(matchId: string, call: UpstreamCall): Promise<TargetMatch> {
    await this.fixtures.tournaments(call);
    const found = await this.fixtures.match(matchId, call);
    if (found.condition !== 'fresh') throw unavailable(found);
    const target = await this.ground.findTarget(this.fixtures.key('match', matchId).source, matchId);
    if (!target) throw new NotFound('Match', matchId);
    return target;
  }

  async #refresh(
    target: TargetMatch & { externalId: string },
    sample: SampleQuery,
    call: UpstreamCall,
  ): Promise<MatchGround> {
    const optional: Promise<Refreshed>[] = [
      this.#refreshOfficials(target.externalId, call),
      this.fixtures.preview(target.externalId, call),
    ];
    if (target.tournamentId !== null) optional.push(this.fixtures.standings(target.tournamentId, call));
    const [side, sampled] = await Promise.all([Promise.all(optional), this.#refreshSample(target, sample, call)]);
    const facts = await this.#readFacts(target, sampled.withoutStatistics);
    if (sampled.failed && !sampled.isAnyLeft && !facts.home.seasonTotals && !facts.away.seasonTotals) {
      throw unavailable(sampled.failed);
    }
    const isStale = sampled.isStale || side.some(({ condition }) => condition === 'stale');
    return { isStale, missing: sampled.missing, facts };
  }

  /** The match itself, and then what its referee did elsewhere. */
  async #refreshOfficials(matchId: string, call: UpstreamCall): Promise<Refreshed> {
    const match = await this.fixtures.match(matchId, call);
    const refereeId = (await this.#data<MatchData>('match', matchId))?.refereeId;
    if (!refereeId) return match;
    const referee = await this.fixtures.referee(refereeId, call);
    return match.condition === 'stale' ? match : referee;
  }

  async #refreshSample(target: TargetMatch, query: SampleQuery, call: UpstreamCall) {
    const { source } = this.fixtures.key('season', '');
    const tournament = await this.#findTournament(target, call);
    let isStale = false;
    let scored = true;
    if (tournament) {
      const season = await this.fixtures.season(tournament, call);
      if (season.condition === 'missing') throw unavailable(season);
      isStale = season.condition === 'stale';
      scored = (await this.#data<SeasonData>('season', tournament.id))?.scored ?? true;
    }
    const before = await this.ground.listSample(source, target.id, query, scored);
    const ids = [...new Set(before.map(({ externalId }) => externalId))];
    const known = await this.resources.find(ids.map((id) => this.fixtures.key('match', id)));
    const outcomes = await sideBySide(ids, WIDTH, (id) =>
      this.fixtures.match(id, call, known.of(this.fixtures.key('match', id))),
    );
    const after = await this.ground.listSample(source, target.id, query, true);
    const failed = new Map(
      ids.map((id, n) => [id, outcomes[n]] as const).filter(([, { condition }]) => condition !== 'fresh'),
    );
    const usable = (match: SampleMatch): boolean => match.hasStatistics || !failed.has(match.externalId);
    const withoutStatistics = (['home', 'away'] as const).filter(
      (side) => !after.some((match) => match.side === side && match.hasStatistics),
    );
    const teams = withoutStatistics.flatMap((side) => {
      const teamId = side === 'home' ? target.homeId : target.awayId;
      return teamId && tournament ? [{ teamId, tournamentId: tournament.id }] : [];
    });
    const totals = await Promise.all(teams.map((team) => this.fixtures.seasonStats(team, call)));
    isStale ||= totals.some(({ condition }) => condition === 'stale');
    isStale ||= after.some(({ externalId, hasStatistics }) => hasStatistics && failed.has(externalId));
    return {
      isStale,
      withoutStatistics,
      missing: new Set(after.filter((match) => !usable(match)).map(({ publicId }) => publicId)),
      isAnyLeft: after.some(usable),
      failed: [...failed.values()].find(({ condition }) => condition === 'missing'),
    };
  }

  /** The calendar knows more of a tournament than the match, which may be of one that is over. */
  async #findTournament(target: TargetMatch, call: UpstreamCall): Promise<UpstreamTournament | undefined> {
    const match =
      target.tournamentId === null && target.externalId !== null
        ? await this.#data<MatchData>('match', target.externalId)
        : null;
    const id = target.tournamentId ?? match?.tournamentId;
    if (!id) return undefined;
    let listed = await this.#data<UpstreamTournament[]>('tournaments', 'all');
    if (!listed) {
      await this.fixtures.tournaments(call);
      listed = await this.#data<UpstreamTournament[]>('tournaments', 'all');
    }
    const name = match?.competitionName ?? id;
    return (
      listed?.find((tournament) => tournament.id === id) ?? {
        id,
        competitionId: null,
        name,
        country: null,
        kind: 'league',
        startDate: null,
        endDate: null,
      }
    );
  }

  async #readFacts(
    target: TargetMatch & { externalId: string },
    withoutStatistics: readonly ('home' | 'away')[],
  ): Promise<MatchFacts> {
    const { externalId, tournamentId, homeId, awayId, isDecided } = target;
    const totalsKey = (side: 'home' | 'away'): ResourceKey => {
      const team = { teamId: (side === 'home' ? homeId : awayId) ?? '', tournamentId: tournamentId ?? '' };
      return this.fixtures.key('season-stats', seasonStatsId(team));
    };
    const keys = {
      match: this.fixtures.key('match', externalId),
      preview: this.fixtures.key('preview', externalId),
      standings: this.fixtures.key('standings', tournamentId ?? ''),
      home: totalsKey('home'),
      away: totalsKey('away'),
    };
    const known = await this.resources.find(Object.values(keys));
    const data = <T>(key: ResourceKey): T | null => known.of(key).data as T | null;
    const match = data<MatchData>(keys.match);
    const preview = data<UpstreamPreview>(keys.preview);
    const standings = data<UpstreamStandingTable[]>(keys.standings);
    const totals = (side: 'home' | 'away'): UpstreamSeasonStats | null =>
      withoutStatistics.includes(side) ? data(keys[side]) : null;
    const refereeId = match?.refereeId ?? null;
    const referee = refereeId === null ? null : await this.#data<UpstreamReferee>('referee', refereeId);
    return {
      stage: stageOf(match, preview),
      headToHead: headToHeadOf(preview, externalId),
      // Tables and referees' records are those of today, which a match of the past must not know.
      referee: isDecided ? null : refereeOf(referee, tournamentId),
      home: { standing: isDecided ? null : standingOf(standings ?? [], homeId), seasonTotals: totals('home') },
      away: { standing: isDecided ? null : standingOf(standings ?? [], awayId), seasonTotals: totals('away') },
    };
  }

  async #data<T>(kind: Parameters<FixtureResources['key']>[0], id: string): Promise<T | null> {
    const key = this.fixtures.key(kind, id);
    return (await this.resources.find([key])).of(key).data as T | null;
  }
}

const unavailable = ({ failure }: Refreshed): Unavailable =>
  new Unavailable('PROVIDER_UNAVAILABLE', `The provider does not answer: ${failure?.message ?? 'no reason given'}`);
