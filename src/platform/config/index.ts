// Owns the meaning of every environment variable and of `.env`.
// Promises one frozen, typed object, or one error that lists everything that is wrong.
// Listens to nothing; the configuration does not change while the program runs.
export { ConfigError, type ConfigProblem } from './config-error.js';
export { type Config, type Environment, loadConfig } from './load-config.js';
export { readEnvironment } from './read-environment.js';
