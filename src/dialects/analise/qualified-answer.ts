/** What is wrong with an answer that is given nevertheless, as a `Warning` header says it (RFC 7234, section 5.5). */
export const WARNING = {
  stale: '111 touchline "Revalidation Failed"',
  incomplete: '199 touchline "Incomplete: a provider did not tell everything"',
} as const;

export type Warning = keyof typeof WARNING;

/** An answer that is not as fresh or as complete as it should be, so that nobody keeps it. */
export class QualifiedAnswer<Body> {
  constructor(
    readonly body: Body,
    readonly warnings: readonly Warning[],
  ) {}
}

export type Answer<Body> = Body | QualifiedAnswer<Body>;

export function answer<Body>(body: Body, warnings: readonly Warning[]): Answer<Body> {
  return warnings.length === 0 ? body : new QualifiedAnswer(body, warnings);
}
