import type { AnalysedTournament } from '#modules/analysis/index.js';
import type { CompeticaoInfo, CompeticaoListResponse } from './competicoes.schema.js';
import { countryInPortuguese } from './country-names.js';

const KIND_WORDS = { league: 'Liga', cup: 'Copa' } as const;

/** `2025/26`, or `2026` for a season within one calendar year; the title alone when it names a year already. */
function nameOf({ title, seasonYear, spansTwoYears }: AnalysedTournament): string {
  if (/\b(19|20)\d\d\b/.test(title)) return title;
  // A season without a dated match is taken for the usual one.
  if (spansTwoYears === false) return `${title} ${seasonYear}`;
  return `${title} ${seasonYear}/${String((seasonYear + 1) % 100).padStart(2, '0')}`;
}

export function competicaoView(tournament: AnalysedTournament): CompeticaoInfo {
  return {
    id: tournament.publicId,
    nome: nameOf(tournament),
    pais: tournament.country === null ? 'Internacional' : countryInPortuguese(tournament.country),
    tipo: KIND_WORDS[tournament.kind],
  };
}

/** `calendar` tells which seasons span two years, by public id; of other seasons their matches tell it. */
export function competicaoListView(
  tournaments: readonly AnalysedTournament[],
  calendar: ReadonlyMap<string, boolean>,
): CompeticaoListResponse {
  const competicoes = tournaments.map((tournament) =>
    competicaoView({
      ...tournament,
      spansTwoYears: calendar.get(tournament.publicId) ?? tournament.spansTwoYears,
    }),
  );
  return { total: competicoes.length, competicoes };
}
