import type { HeadToHead, MatchContext, RefereeRecord, TeamContext } from '#modules/analysis/index.js';
import { round } from './analise.rounding.js';
import { ADJUSTMENT_WORDS } from './analise.words.js';
import type { ArbitroInfo, ClassificacaoTimeInfo, ContextoPartida, ContextoTime, H2HInfo } from './contexto.schema.js';

function timeContexto({ restDays, matchesIn7Days, matchesIn14Days, standing }: TeamContext): ContextoTime {
  return {
    dias_descanso: restDays,
    jogos_7d: matchesIn7Days,
    jogos_14d: matchesIn14Days,
    posicao: standing?.position ?? null,
  };
}

function classificacaoView({ standing }: TeamContext): ClassificacaoTimeInfo | null {
  if (!standing) return null;
  const { position, points, played, goalDifference } = standing;
  return { posicao: position, pontos: points, jogos: played, saldo_gols: goalDifference };
}

export function h2hView(headToHead: HeadToHead | null): H2HInfo | null {
  if (!headToHead) return null;
  const { matches, meanGoals, homeWins, awayWins, draws } = headToHead;
  return {
    total_matches: matches,
    avg_goals_per_match: round(meanGoals, 3),
    home_wins: homeWins,
    away_wins: awayWins,
    draws,
  };
}

export function contextoView(
  { home, away, stage, adjustments }: MatchContext,
  headToHead: HeadToHead | null,
): ContextoPartida {
  return {
    mandante: timeContexto(home),
    visitante: timeContexto(away),
    classificacao_mandante: classificacaoView(home),
    classificacao_visitante: classificacaoView(away),
    h2h_all_comps: h2hView(headToHead),
    fase: stage,
    ajustes_aplicados: adjustments.map((adjustment) => ADJUSTMENT_WORDS[adjustment]),
  };
}

/** Referees are known by name only; the id is made of it. */
const refereeId = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** The contract has no null for mean cards: a referee of no earlier matches shows 0 of 0. */
export function arbitroView(referee: RefereeRecord | null): ArbitroInfo | null {
  if (!referee) return null;
  return {
    id: refereeId(referee.name),
    nome: referee.name,
    partidas: referee.matches,
    partidas_temporada: referee.seasonMatches,
    media_cartoes_amarelos: round(referee.meanYellowCards ?? 0, 2),
    media_cartoes_temporada: round(referee.seasonMeanYellowCards ?? 0, 2),
    media_faltas: referee.meanFouls === null ? null : round(referee.meanFouls, 2),
  };
}
