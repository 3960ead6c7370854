import { readFileSync } from 'node:fs';

/** Version of the product, from package.json; the file is at the same distance from `src` and from `dist`. */
export const VERSION: string = (
  JSON.parse(readFileSync(`${import.meta.dirname}/../../../package.json`, 'utf8')) as { version: string }
).version;
