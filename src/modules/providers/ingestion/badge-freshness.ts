import { Injectable } from '@nestjs/common';
import { Unavailable } from '#core/kernel/domain-error.js';
import type { UpstreamBadge, UpstreamCall } from '../upstream.js';
import { UpstreamBudget } from '../upstream-budget.js';
import { Upstreams } from '../upstreams.js';
import { type BadgelessTeam, BadgeStoreRepository } from './badge-store.repository.js';
import { FRESH_FOR } from './resource.js';
import { type Refreshed, ResourceRefresher } from './resource-refresher.js';
import { ResourcesRepository } from './resources.repository.js';
import { sideBySide } from './side-by-side.js';
import { squashName } from './team-names.js';

/** A badge the providers know of. */
export interface ProvidedBadge {
  /** Ours; null for a team we do not have. */
  teamId: number | null;
  teamName: string;
  url: string;
  /** An address made of the id alone, until a better one is found. */
  isProvisional: boolean;
}

/** Below what the callers' routes allow, so that there is time left to answer. */
const TIME_MS = 4_000;
/** Time a list of matches waits for badges it can do without, and how many it asks for. */
const LIST_TIME_MS = 2_500;
const LIST_TEAMS = 24;
const WIDTH = 4;

@Injectable()
export class BadgeFreshness {
  constructor(
    private readonly upstreams: Upstreams,
    private readonly refresher: ResourceRefresher,
    private readonly resources: ResourcesRepository,
    private readonly store: BadgeStoreRepository,
  ) {}

  /**
   * The badge of a team by its public id, else by its name, as the providers know it; undefined without one, and without
   * providers.
   * @throws Unavailable when the provider does not answer and nothing else leads to a badge.
   */
  async find(publicId: string, name: string | undefined, signal?: AbortSignal): Promise<ProvidedBadge | undefined> {
    if (!this.upstreams.badges && !this.upstreams.fixtures) return undefined;
    const call = callOf(TIME_MS, signal);
    const byId = await this.store.findByPublicId(publicId);
    const team = byId ?? (name === undefined ? undefined : await this.store.findByName(name));
    const outcome = team ? await this.#ofTeam(team, call) : name === undefined ? {} : await this.#ofName(name, call);
    if (outcome.badge) return outcome.badge;
    const direct = byId && this.#direct(byId);
    if (direct) return direct;
    if (outcome.failed?.failure) throw new Unavailable('PROVIDER_UNAVAILABLE', outcome.failed.failure.message);
    return undefined;
  }

  /** Looks for badges that a day's matches lack, once an hour; leaves out what takes too long. Never fails because of a provider. */
  async ensureOfDay(localDate: string, signal?: AbortSignal): Promise<void> {
    const { badges } = this.upstreams;
    if (!badges) return;
    const key = { source: badges.source, kind: 'day-badges', id: localDate } as const;
    await this.refresher.ensure(key, callOf(2 * LIST_TIME_MS, signal), async (call) => {
      const teams = (await this.store.listBadgeless(localDate)).slice(0, LIST_TEAMS);
      const within = { ...call, signal: AbortSignal.any([call.signal, AbortSignal.timeout(LIST_TIME_MS)]) };
      await sideBySide(teams, WIDTH, (team) => this.#ofTeam(team, within));
      return { freshForMs: FRESH_FOR.dayBadges };
    });
  }

  async #ofTeam(team: BadgelessTeam, call: UpstreamCall): Promise<{ badge?: ProvidedBadge; failed?: Refreshed }> {
    const { badges } = this.upstreams;
    if (team.badgeUrl !== null) return { badge: provided(team, team.badgeUrl) };
    if (!badges) return {};
    const key = { source: badges.source, kind: 'badge', id: `team:${team.id}` } as const;
    const refreshed = await this.refresher.ensure(key, call, async (within) => {
      const query = { name: team.title, aliases: await this.store.listNames(team.id), country: team.country };
      const badge = await badges.findBadge(query, within);
      return { ...keep(badge), store: async () => (badge ? this.store.store(team, badge) : undefined) };
    });
    const badge = await this.#known(key);
    return badge ? { badge: provided(team, badge.url) } : failedUnlessFresh(refreshed);
  }

  async #ofName(name: string, call: UpstreamCall): Promise<{ badge?: ProvidedBadge; failed?: Refreshed }> {
    const { badges } = this.upstreams;
    if (!badges || squashName(name) === '') return {};
    const key = { source: badges.source, kind: 'badge', id: `name:${squashName(name)}` } as const;
    const refreshed = await this.refresher.ensure(key, call, async (within) =>
      keep(await badges.findBadge({ name }, within)),
    );
    const badge = await this.#known(key);
    if (!badge) return failedUnlessFresh(refreshed);
    return { badge: { teamId: null, teamName: badge.teamName, url: badge.url, isProvisional: false } };
  }

  async #known(key: Parameters<ResourceRefresher['ensure']>[0]): Promise<UpstreamBadge | null> {
    return (await this.resources.find([key])).of(key).data as UpstreamBadge | null;
  }

  /** Not kept with the team: another provider may have a better one tomorrow. */
  #direct({ id, title, externalId }: BadgelessTeam): ProvidedBadge | undefined {
    const { fixtures } = this.upstreams;
    if (!fixtures || externalId === null) return undefined;
    return { teamId: id, teamName: title, url: fixtures.badgeAddress(externalId), isProvisional: true };
  }
}

const keep = (badge: UpstreamBadge | undefined) => ({
  freshForMs: badge ? FRESH_FOR.badge : FRESH_FOR.noBadge,
  data: badge ?? null,
});

const provided = ({ id, title }: BadgelessTeam, url: string): ProvidedBadge => ({
  teamId: id,
  teamName: title,
  url,
  isProvisional: false,
});

const failedUnlessFresh = (refreshed: Refreshed): { failed?: Refreshed } =>
  refreshed.condition === 'fresh' ? {} : { failed: refreshed };

function callOf(timeMs: number, signal: AbortSignal | undefined): UpstreamCall {
  const timeout = AbortSignal.timeout(timeMs);
  return { signal: signal ? AbortSignal.any([timeout, signal]) : timeout, budget: new UpstreamBudget(2 * LIST_TEAMS) };
}
