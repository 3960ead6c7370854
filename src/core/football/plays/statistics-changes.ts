import type { StatisticsDocument } from './statistics-document.js';

/** A figure that has changed: its place in the document, as `home.team.passYards`, and what it is now. */
export interface StatisticsChange {
  path: string;
  /** Null: what is at the path is gone, as a player of whom nothing is counted any more. */
  value: number | null;
}

/** A document as nested objects of numbers, which is all that changes are about. */
interface Figures {
  [name: string]: number | Figures;
}

/**
 * What has to be done to `before` to get `after`: every figure that is new or different, and null where something is
 * gone. In the order of the documents.
 */
export function statisticsChanges(before: StatisticsDocument, after: StatisticsDocument): StatisticsChange[] {
  const changes: StatisticsChange[] = [];
  compare('', before as unknown as Figures, after as unknown as Figures, changes);
  return changes;
}

function compare(prefix: string, before: Figures, after: Figures, changes: StatisticsChange[]): void {
  for (const [name, value] of Object.entries(after)) {
    const old = before[name];
    if (typeof value === 'number') {
      if (value !== old) changes.push({ path: prefix + name, value });
    } else compare(`${prefix}${name}.`, typeof old === 'object' ? old : {}, value, changes);
  }
  for (const name of Object.keys(before)) if (!(name in after)) changes.push({ path: prefix + name, value: null });
}

/** The document with the changes made: what every client does with what it is told. Changes nothing given. */
export function withChanges(document: StatisticsDocument, changes: readonly StatisticsChange[]): StatisticsDocument {
  const changed = structuredClone(document);
  for (const { path, value } of changes) {
    const steps = path.split('.');
    const name = steps.pop()!;
    let at = changed as unknown as Figures;
    for (const step of steps) at = (at[step] ??= {}) as Figures;
    if (value === null) delete at[name];
    else at[name] = value;
  }
  return changed;
}
