import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '#core/kernel/domain-error.js';

/** Ids of this contract are opaque: an upstream's, or one of ours that looks like it. */
const OPAQUE_ID = /^[\w.-]{1,64}$/;

/** Longest part of a client's own text that an answer repeats. */
const ECHO_LENGTH = 64;

/** What a client sent, short enough and printable enough to repeat. */
export const echo = (text: string): string => text.replace(/\p{C}/gu, '').slice(0, ECHO_LENGTH);

/** Lets ids through that may exist; nothing is asked of the database for the others. */
@Injectable()
export class OpaqueIdPipe implements PipeTransform<string, string> {
  transform(id: string, { data = 'id' }: ArgumentMetadata): string {
    if (!OPAQUE_ID.test(id)) throw new NotFound(data, echo(id));
    return id;
  }
}
