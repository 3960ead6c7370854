import { transliterate } from '#core/soccer/transliteration.js';
import type { PictureFormat } from './picture.js';

const EXTENSION: Readonly<Record<PictureFormat, string>> = { png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp' };
const MAX_STEM = 60;

/** What makes names differ that were given the same second. */
export interface Stamp {
  at: Date;
  /** Characters that no other upload has. */
  unique: string;
}

/**
 * A name for a stored file: when it came, what makes it unique, and what its owner called it, without folders and in
 * Latin letters. The extension is that of the content: `20240115103000_9f86d081_moi_logo.png`.
 * @param given any text, as the client sent it.
 */
export function fileName(given: string, format: PictureFormat, { at, unique }: Stamp, variant?: string): string {
  const base = given.split(/[\\/]/).at(-1) ?? '';
  const stem = transliterate(base.replace(/\.[^.]*$/, ''))
    .replace(/[^a-z0-9-]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, MAX_STEM);
  const time = at.toISOString().replace(/\D/g, '').slice(0, 14);
  return `${[time, unique, variant, stem || 'picture'].filter(Boolean).join('_')}.${EXTENSION[format]}`;
}
