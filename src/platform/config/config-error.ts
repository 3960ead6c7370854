/** One variable whose value cannot be used. */
export interface ConfigProblem {
  readonly name: string;
  /** As it was written; undefined for secrets. */
  readonly given: string | undefined;
  readonly expected: string;
}

/** The environment is wrong. Lists everything that is, so that one correction is enough. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(`Wrong configuration:\n${problems.map((problem) => `  ${describe(problem)}`).join('\n')}`);
  }
}

function describe({ name, given, expected }: ConfigProblem): string {
  return `${name}${given === undefined ? ' (value hidden)' : `=${JSON.stringify(given)}`}: expected ${expected}`;
}
