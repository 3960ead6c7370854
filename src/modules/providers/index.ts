// Owns what outside providers of fixtures and badges tell, how fresh it is, and its way into the tables of the domain.
// Promises that without a provider nothing changes, that what is fresh is not fetched again, and that a failing provider is told of.
// Listens to nothing.
export { Freshness } from './ingestion/freshness.js';
export type { ProvidedBadge } from './ingestion/badge-freshness.js';
export type { ListGround, TournamentsGround } from './ingestion/day-freshness.js';
export type { MatchFacts, RefereeFacts, TeamFacts } from './ingestion/match-facts.js';
export type { MatchGround } from './ingestion/match-freshness.js';
export { Prefetch } from './ingestion/prefetch.js';
export { ProviderResource } from './ingestion/provider-resource.entity.js';
export { ProvidersModule } from './providers.module.js';
export type { UpstreamHeadToHead, UpstreamSeasonStats } from './upstream.js';
export { checkUpstreams, type EndpointCheck } from './check/check-upstreams.js';
export type { ProviderFigures } from './resilience/upstream-metrics.js';
export { Upstreams } from './upstreams.js';
