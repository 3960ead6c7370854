import type { EscudoResponse } from './escudo.schema.js';

/** Hosts of badges, by the name under which they are known. */
const SOURCES: readonly [suffix: string, name: string][] = [
  ['thesportsdb.com', 'TheSportsDB'],
  ['opta.net', 'Opta'],
];

function sourceOf(url: string): string {
  const host = URL.parse(url)?.hostname ?? '';
  const known = SOURCES.find(([suffix]) => host === suffix || host.endsWith(`.${suffix}`));
  return known?.[1] ?? 'Cadastro';
}

export function escudoView(teamId: string, name: string, url: string): EscudoResponse {
  return { team_id: teamId, team_name: name, escudo_url: url, fonte: sourceOf(url) };
}
