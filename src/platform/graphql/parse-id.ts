import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { Invalid } from '#core/kernel/domain-error.js';

const MAX_ID = 2_147_483_647;

/** Ids are plain numbers written as strings. Throws Invalid (BAD_USER_INPUT) naming the argument for anything else. */
export function parseId(text: string, argument: string): number {
  const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
  if (id <= MAX_ID) return id;
  throw new Invalid(
    argument,
    `${argument} ${JSON.stringify(text)} is not an id: ids are positive whole numbers`,
    'BAD_USER_INPUT',
  );
}

/** For `@Args('id', { type: () => ID }, ParseIdPipe)`. */
@Injectable()
export class ParseIdPipe implements PipeTransform<string, number> {
  transform(value: string, { data }: ArgumentMetadata): number {
    return parseId(value, data ?? 'id');
  }
}

/** `parseId` for an argument that may be left out or null. */
export function parseOptionalId(text: string | null | undefined, argument: string): number | undefined {
  return text === undefined || text === null ? undefined : parseId(text, argument);
}
