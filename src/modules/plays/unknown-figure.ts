import { Invalid } from '#core/kernel/domain-error.js';

/** A path that names no figure of a match's statistics. */
export class UnknownFigure extends Invalid {
  constructor(readonly path: string) {
    super('path', `There is no figure ${path} in this match`);
  }
}
