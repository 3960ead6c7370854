import { ResponseCache } from '../../src/dialects/analise/response-cache.js';
import { bootApp, type TestApp } from '../support/app.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { FakeUpstream, type FakeWorld, type FakeWorldOptions } from '../support/fake-upstream/index.js';

export interface ProvidedApp {
  app: TestApp;
  upstream: FakeUpstream;
  get(path: string, init?: RequestInit): Promise<Response>;
  /** The body of an answer with status 200. */
  json<T>(path: string): Promise<T>;
  /** Makes everything as if it had been fetched that many hours ago, and drops what was kept in memory. */
  age(hours: number): Promise<void>;
  /** Drops what was kept in memory. */
  forgetAnswers(): void;
  close(): Promise<void>;
}

/** Unhurried retries and long pauses would only make tests slow. */
const QUICK = {
  PROVIDER_RETRIES: '0',
  PROVIDER_PAUSE_MS: '300',
  PROVIDER_PREFETCH: 'off',
  THESPORTSDB_CALLS_PER_MINUTE: '10000',
};

/** The whole application with providers that can be broken. */
export async function bootProvided(
  world: Partial<FakeWorldOptions> | FakeWorld = {},
  environment: Record<string, string> = {},
  prepare?: (database: TestDatabase) => Promise<void>,
): Promise<ProvidedApp> {
  const upstream = await FakeUpstream.start(world);
  const database = await createTestDatabase();
  await prepare?.(database);
  const app = await bootApp({ ...QUICK, ...upstream.environment, ...environment }, database);
  const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`http://${app.host}${path}`, init);
  return {
    app,
    upstream,
    get,
    async json<T>(path: string) {
      const answer = await get(path);
      const body = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${body}\n${app.log.slice(-5).join('')}`);
      return JSON.parse(body) as T;
    },
    async age(hours: number) {
      await database.sql(
        `update provider_resource set fetched_at = fetched_at - make_interval(hours => $1),
           fresh_until = fresh_until - make_interval(hours => $1), failed_at = null`,
        [hours],
      );
      app.app.get(ResponseCache).clear();
    },
    forgetAnswers: () => app.app.get(ResponseCache).clear(),
    async close() {
      await app.close();
      await database.drop();
      await upstream.close();
    },
  };
}

export interface Stats {
  partida: { id: string; estadio: string | null; mandante: { id: string; nome: string; codigo: string } };
  partidas_analisadas: number;
  partidas_analisadas_mandante: number;
  partidas_analisadas_visitante: number;
  mandante: TeamStats;
  visitante: TeamStats;
  arbitro: { nome: string; partidas: number; partidas_temporada: number; media_cartoes_amarelos: number } | null;
  contexto: {
    ajustes_aplicados: string[];
    fase: string | null;
    classificacao_mandante: { posicao: number; pontos: number; jogos: number } | null;
  };
  h2h_all_comps: { total_matches: number } | null;
}

interface Metric {
  media: number | null;
  cv: number;
  classificacao: string;
}
interface TeamStats {
  estatisticas: Record<
    'escanteios' | 'gols' | 'finalizacoes' | 'finalizacoes_gol',
    { feitos: Metric; sofridos: Metric }
  > &
    Record<'cartoes_amarelos' | 'faltas', Metric>;
  recent_form: string[];
}

export interface Day {
  total_partidas: number;
  partidas: {
    id: string;
    horario: string;
    competicao: string;
    mandante: { nome: string; codigo: string; escudo: string | null };
  }[];
}
