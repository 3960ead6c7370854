import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AnalysisService } from '../../../src/modules/analysis/index.js';
import type { AnaliseApp } from './boot.js';
import { ARSENAL, bootDocumented, MATCH } from './documented.js';

let test: AnaliseApp;
beforeAll(async () => {
  test = await bootDocumented();
});
afterAll(() => test.close());

const detail = async (path: string): Promise<[number, string]> => {
  const answer = await test.get(path);
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return [answer.status, ((await answer.json()) as { detail: string }).detail];
};

describe('invalid parameters', () => {
  it.each([
    ['2025-13-01', 'Data inválida: 2025-13-01 (formato deve ser YYYY-MM-DD)'],
    ['27-12-2025', 'Data inválida: 27-12-2025 (formato deve ser YYYY-MM-DD)'],
    ['2025-02-30', 'Data inválida: 2025-02-30 (formato deve ser YYYY-MM-DD)'],
    ['', 'Data inválida: não informada (formato deve ser YYYY-MM-DD)'],
  ])('data=%s', async (data, text) => {
    expect(await detail(`/api/partidas?data=${data}`)).toEqual([400, text]);
  });

  it('data absent, or given twice', async () => {
    const text = 'Data inválida: não informada (formato deve ser YYYY-MM-DD)';
    expect(await detail('/api/partidas')).toEqual([400, text]);
    expect(await detail('/api/partidas?data=2025-12-27&data=2025-12-28')).toEqual([400, text]);
  });

  it.each([
    ['filtro=7', "filtro inválido: deve ser 'geral', '5' ou '10'"],
    ['filtro=', "filtro inválido: deve ser 'geral', '5' ou '10'"],
    ['filtro=5&filtro=10', "filtro inválido: deve ser 'geral', '5' ou '10'"],
    ['periodo=3T', "periodo inválido: deve ser 'integral', '1T' ou '2T'"],
    ['home_mando=home', "home_mando inválido: deve ser 'casa' ou 'fora'"],
    ['away_mando=x', "away_mando inválido: deve ser 'casa' ou 'fora'"],
  ])('%s', async (query, text) => {
    for (const route of ['stats', 'analysis']) {
      const answer = await test.get(`/api/partida/${MATCH}/${route}?${query}`);
      const [parametro] = query.split('=');
      expect([answer.status, await answer.json()]).toEqual([
        400,
        { detail: text, errors: [{ parametro, mensagem: text }] },
      ]);
    }
  });

  it('debug', async () => {
    const path = `/api/partida/${MATCH}/analysis?debug=`;
    expect(await detail(`${path}maybe`)).toEqual([400, "debug inválido: deve ser '0', '1', 'false' ou 'true'"]);
    for (const value of ['0', '1', 'false', 'true']) expect((await test.get(path + value)).status).toBe(200);
  });

  it('lists every parameter that is wrong', async () => {
    const answer = await test.get(`/api/partida/${MATCH}/stats?filtro=1&periodo=2`);
    const { errors } = (await answer.json()) as { errors: { parametro: string }[] };
    expect(errors.map(({ parametro }) => parametro).toSorted()).toEqual(['filtro', 'periodo']);
  });

  it('ignores parameters it does not know', async () => {
    expect((await test.get('/api/partidas?data=2025-12-27&pagina=2')).status).toBe(200);
  });
});

describe('what is not there', () => {
  it.each(['abc123xyz', 'a%20b', 'x'.repeat(65), "'--"])('a match: %s', async (id) => {
    const shown = decodeURIComponent(id).slice(0, 64);
    const answer = [404, `Partida com ID '${shown}' não encontrada`];
    expect(await detail(`/api/partida/${id}/stats`)).toEqual(answer);
    expect(await detail(`/api/partida/${id}/analysis`)).toEqual(answer);
  });

  it('an id with a zero byte does not reach the database', async () => {
    expect(await detail('/api/partida/a%00b/stats')).toEqual([404, "Partida com ID 'ab' não encontrada"]);
  });

  it('a badge', async () => {
    const text = "Escudo não encontrado para time '4dsgumo7d4zupm2ugsvm4zzzz'";
    expect(await detail('/api/time/4dsgumo7d4zupm2ugsvm4zzzz/escudo')).toEqual([404, text]);
    expect(await detail('/api/time/4dsgumo7d4zupm2ugsvm4zzzz/escudo?nome=Nobody')).toEqual([404, text]);
  });

  it('a badge is found by name when the id leads nowhere', async () => {
    const body = await test.json('/api/time/unknown/escudo?nome=arsenal');
    expect(body).toMatchObject({ team_name: 'Arsenal', fonte: 'TheSportsDB' });
  });

  it('a day without matches is no error', async () => {
    expect(await test.json('/api/partidas?data=1995-01-01')).toEqual({
      data: '1995-01-01',
      total_partidas: 0,
      partidas: [],
    });
  });

  it.each(['/api/partida', '/api/partida/x/nothing', '/api/time/x', '/api/competicoes/1', '/api/partidas/1?data=x'])(
    'an unknown path of the contract: %s',
    async (path) => {
      expect(await detail(path)).toEqual([404, 'Recurso não encontrado']);
    },
  );

  it('other paths keep their own form', async () => {
    expect((await test.get('/nowhere')).headers.get('content-type')).toContain('application/problem+json');
    for (const path of ['/api/partidario', '/api/timeline']) {
      const answer = await test.get(path);
      expect([answer.status, await answer.text()]).toEqual([404, expect.not.stringContaining('Recurso')]);
    }
  });
});

describe('a failure of our own', () => {
  it.each([
    ['/api/partidas?data=2025-01-05', 'listMatches', 'Erro ao buscar partidas da VStats API'],
    [`/api/partida/${MATCH}/stats?filtro=10`, 'analyse', 'Erro ao calcular estatísticas'],
    [`/api/partida/${MATCH}/analysis?debug=1`, 'analyse', 'Erro ao calcular estatísticas'],
    ['/api/competicoes', 'listTournaments', 'Erro ao buscar lista de competições'],
    [`/api/time/${ARSENAL}/escudo`, 'findBadge', 'Erro ao buscar escudo do time'],
  ] as const)('behaviour 45: %s tells the text of its route and keeps nothing', async (path, method, text) => {
    const broken = vi.spyOn(test.app.get(AnalysisService), method).mockRejectedValue(new Error('secret detail'));
    const answer = await test.get(path);
    expect([answer.status, await answer.json()]).toEqual([500, { detail: text }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    broken.mockRestore();
    expect((await test.get(path)).status).toBe(200);
  });
});
