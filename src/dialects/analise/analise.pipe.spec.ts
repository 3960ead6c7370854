import { describe, expect, it } from 'vitest';
import { InvalidParameters } from './analise.errors.js';
import { analisePipe } from './analise.pipe.js';
import { AnaliseQuery, EstatisticasQuery } from './estatisticas.query.js';

const read = (pipe: ReturnType<typeof analisePipe>, metatype: typeof EstatisticasQuery, query: object) =>
  pipe.transform(query, { type: 'query', metatype, data: undefined }) as Promise<EstatisticasQuery>;

describe('a query', () => {
  it('that was read before is not read again, and nobody changes it', async () => {
    const pipe = analisePipe();
    const first = await read(pipe, EstatisticasQuery, { filtro: '5' });
    expect(first).toMatchObject({ filtro: '5', periodo: 'integral' });
    expect(await read(pipe, EstatisticasQuery, { filtro: '5' })).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
  });

  it('is another one for another route, and with other values', async () => {
    const pipe = analisePipe();
    const first = await read(pipe, EstatisticasQuery, { filtro: '5' });
    expect(await read(pipe, AnaliseQuery, { filtro: '5' })).toBeInstanceOf(AnaliseQuery);
    expect(await read(pipe, EstatisticasQuery, { filtro: '10' })).not.toBe(first);
  });

  it('that is wrong is wrong every time', async () => {
    const pipe = analisePipe();
    for (let n = 0; n < 2; n++) {
      await expect(read(pipe, EstatisticasQuery, { filtro: '7' })).rejects.toThrow(InvalidParameters);
    }
  });
});
