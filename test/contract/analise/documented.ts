import { documentedSeasons } from '#core/season/documented-seasons.js';
import { DOCUMENTED_IDS } from '../../../src/modules/demo/documented-ids.js';
import { DemoRepository } from '../../../src/modules/demo/demo.repository.js';
import { DocumentedRepository } from '../../../src/modules/demo/documented.repository.js';
import { SeasonLoader } from '../../../src/modules/imports/index.js';
import { type AnaliseApp, bootAnalise } from './boot.js';

export const MATCH = 'f4vscquffy37afgv0arwcbztg';
export const ARSENAL = '4dsgumo7d4zupm2ugsvm4zm4d';
export const PALACE = '1c8m2ko0wxq1asfkuykurdr0y';
export const TOURNAMENT = '51r6ph2woavlbbpk8f29nynf8';
export const LA_LIGA = 'tournament_id_2';
export const BADGE = 'https://r2.thesportsdb.com/images/media/team/badge/uyhbfe1612467038.png';

/** The application with the part of the demo that the document's examples name, on the morning of its match. */
export async function bootDocumented(): Promise<AnaliseApp> {
  const test = await bootAnalise();
  await test.app.get(SeasonLoader).load(documentedSeasons('2025-12-27', '2024'));
  const documented = test.app.get(DocumentedRepository);
  await test.app.get(DemoRepository).inOwnContext(() => documented.assign(DOCUMENTED_IDS));
  return test;
}
