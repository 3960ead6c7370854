// A stand-in for the providers of live data: `FakeUpstream.start()` in tests, `npm run fake-upstream` by hand.
export { type EndpointName, ENDPOINT_NAMES } from './endpoints.js';
export { badgeUrl } from './badge-bodies.js';
export { FakeUpstream, type FakeCall, type FaultScope } from './fake-upstream.js';
export {
  DEFAULT_WORLD,
  DOCUMENTED_IDS,
  type FakeMatch,
  FakeWorld,
  type FakeWorldOptions,
  opaqueId,
  unplay,
} from './fake-world.js';
export { type Fault, type FaultKind, FAULTS } from './faults.js';
