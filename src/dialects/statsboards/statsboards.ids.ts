import { Param, type PipeTransform } from '@nestjs/common';
import { ValidationFailed } from './statsboards.errors.js';

const MAX = 2_147_483_647;

/** A whole number that a column can hold; whether there is such a thing the service says. */
class NumberInPath implements PipeTransform<string, number> {
  constructor(
    private readonly name: string,
    private readonly min: number,
    private readonly max: number,
  ) {}

  transform(text: string): number {
    const value = /^-?\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value < this.min || value > this.max) {
      const message = `${this.name} must be from ${this.min} to ${this.max}`;
      throw new ValidationFailed([{ field: this.name, message }]);
    }
    if (Math.abs(value) <= MAX) return value;
    throw new ValidationFailed([{ field: this.name, message: `${this.name} must be an integer` }]);
  }
}

/** A number in the path: `@PathNumber('item_id') id: number`. Anything else is answered with 422 naming it. */
export const PathNumber = (name: string, { min = -Infinity, max = Infinity } = {}): ParameterDecorator =>
  Param(name, new NumberInPath(name, min, max));

/** Text in the path that PostgreSQL can hold. */
class TextInPath implements PipeTransform<string, string> {
  constructor(private readonly name: string) {}

  transform(text: string): string {
    if (!text.includes('\0')) return text;
    throw new ValidationFailed([{ field: this.name, message: `${this.name} must not contain U+0000` }]);
  }
}

/** A text in the path: `@PathText('category') category: string`. */
export const PathText = (name: string): ParameterDecorator => Param(name, new TextInPath(name));
