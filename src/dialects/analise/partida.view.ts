import type { AnalysedMatch, AnalysedTeam } from '#modules/analysis/index.js';
import type { PartidaListResponse, PartidaResumo, TimeInfo } from './partida.schema.js';

const NAME_LENGTH = 100;

export function timeView({ publicId, name, code, badgeUrl }: AnalysedTeam): TimeInfo {
  return { id: publicId, nome: name, codigo: code, escudo: badgeUrl };
}

export function partidaView(match: AnalysedMatch): PartidaResumo {
  const { tournament } = match;
  return {
    id: match.publicId,
    tournament_id: tournament?.publicId ?? null,
    data: match.localDate,
    horario: match.localTime.slice(0, 5),
    competicao: (tournament?.competitionTitle ?? tournament?.title ?? 'Amistoso').slice(0, NAME_LENGTH),
    estadio: match.venue?.slice(0, NAME_LENGTH) ?? null,
    mandante: timeView(match.home),
    visitante: timeView(match.away),
  };
}

export function partidaListView(data: string, matches: readonly AnalysedMatch[]): PartidaListResponse {
  return { data, total_partidas: matches.length, partidas: matches.map(partidaView) };
}
