import { Conflict } from '#core/kernel/domain-error.js';

/** Throws Conflict `CLOCK_CHANGED` when a clock is not at the version that the one who changes it has seen. */
export function refuseOutdated({ version }: { version: number }, seen: number | undefined): void {
  if (seen === undefined || seen === version) return;
  throw new Conflict('CLOCK_CHANGED', `The clock has been changed since version ${seen}`, { seen, version });
}
