import type { ServerSettings } from './types.js';

/** Parameters of a server on a small shared machine: two cores, a few gigabytes, solid-state storage. */
const DEFAULTS: ServerSettings = {
  shared_buffers: '192MB',
  effective_cache_size: '1GB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  max_connections: '100',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] ',
};

/** Not for overriding: the server is reachable from this machine only, and only by password. */
const FIXED: ServerSettings = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/** Command-line arguments that set the server's parameters. */
export function settingArguments(overrides: ServerSettings): string[] {
  return Object.entries({ ...DEFAULTS, ...overrides, ...FIXED }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
