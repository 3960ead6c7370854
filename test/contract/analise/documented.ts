import { documentedSeasons } from '#core/season/documented-seasons.js';
import { DOCUMENTED_IDS } from '../../../src/modules/demo/documented-ids.js';
import { DemoRepository } from '../../../src/modules/demo/demo.repository.js';
import { DocumentedRepository } from '../../../src/modules/demo/documented.repository.js';
import { SeasonLoader } from '../../../src/modules/imports/index.js';
import { type AnaliseApp, bootAnalise, surroundings } from './boot.js';

export const MATCH = 'f4vscquffy37afgv0arwcbztg';
export const ARSENAL = '4dsgumo7d4zupm2ugsvm4zm4d';
export const PALACE = '1c8m2ko0wxq1asfkuykurdr0y';
export const TOURNAMENT = '51r6ph2woavlbbpk8f29nynf8';
export const LA_LIGA = 'tournament_id_2';
export const BADGE = 'https://r2.thesportsdb.com/images/media/team/badge/uyhbfe1612467038.png';

/** What providers tell differently than the demo does: they do not have the example's id of La Liga, for instance. */
export const toldDifferently = () =>
  surroundings.areProvided
    ? {
        laLiga: '80zg2v1cuqcfhphn56u4qpyqc',
        stage: 'Regular Season',
        third: { nome: 'League Cup 2025/26', pais: 'Inglaterra', tipo: 'Copa' },
      }
    : { laLiga: LA_LIGA, stage: null, third: { nome: 'Premier League 2024/25', pais: 'Inglaterra', tipo: 'Liga' } };

/**
 * The application with what the document's examples name, on the morning of its match: from providers where there are any,
 * else that part of the demo.
 */
export async function bootDocumented(): Promise<AnaliseApp> {
  const test = await bootAnalise(undefined, { smallLeagues: 0, days: 60 });
  if (surroundings.areProvided) {
    await test.json('/api/partidas?data=2025-12-27');
    // Grounds are in no schedule.
    await test.json(`/api/partida/${MATCH}/stats?filtro=5`);
    return test;
  }
  await test.app.get(SeasonLoader).load(documentedSeasons('2025-12-27', '2024'));
  const documented = test.app.get(DocumentedRepository);
  await test.app.get(DemoRepository).inOwnContext(() => documented.assign(DOCUMENTED_IDS));
  return test;
}
