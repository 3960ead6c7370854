import { isRecord } from './json-value.js';

/**
 * What an endpoint is known to answer, for telling that it changed. A name ending in `?` may be absent or null.
 * - `text`, `number`, `flag`: a value of that kind; `text|number`: any of these; `any`: whatever it is
 * - `[shape]`: a list whose items have the shape
 * - `{ name: shape }`: an object; in it `'*?'` is the shape of all fields that are not named
 */
export type Shape = string | readonly [Shape] | { readonly [name: string]: Shape };

export type DriftKind = 'missing' | 'new' | 'type';

export interface Drift {
  kind: DriftKind;
  /** `matches[].homeScore` */
  field: string;
  /** For kind `type`: what is expected and what was found. */
  detail: string;
  /** How often it was seen. */
  count: number;
}

/** Where an answer differs from its shape; each difference once, however many rows have it. */
export function findDrift(shape: Shape, answer: unknown): Drift[] {
  const found = new Map<string, Drift>();
  compare(shape, answer, '', (kind, field, detail = '') => {
    const key = `${kind} ${field} ${detail}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { kind, field: field || '(answer)', detail, count: 1 });
  });
  return [...found.values()];
}

type Report = (kind: DriftKind, field: string, detail?: string) => void;

function compare(shape: Shape, value: unknown, at: string, report: Report): void {
  if (typeof shape === 'string') {
    const kind = kindOf(value);
    if (shape !== 'any' && !shape.split('|').includes(kind)) report('type', at, `${shape}, is ${kind}`);
  } else if (isListShape(shape)) {
    if (!Array.isArray(value)) return report('type', at, `list, is ${kindOf(value)}`);
    for (const item of value as unknown[]) compare(shape[0], item, `${at}[]`, report);
  } else if (isRecord(value)) {
    compareFields(shape, value, at, report);
  } else {
    report('type', at, `object, is ${kindOf(value)}`);
  }
}

function compareFields(
  shape: { readonly [name: string]: Shape },
  value: Readonly<Record<string, unknown>>,
  at: string,
  report: Report,
): void {
  const path = (name: string): string => (at ? `${at}.${name}` : name);
  const known = new Set<string>();
  const rest = shape['*?'];
  for (const [written, inner] of Object.entries(shape)) {
    if (written === '*?') continue;
    const optional = written.endsWith('?');
    const name = optional ? written.slice(0, -1) : written;
    known.add(name);
    const present = value[name] !== undefined && value[name] !== null;
    if (present) compare(inner, value[name], path(name), report);
    else if (!optional) report('missing', path(name));
  }
  for (const name of Object.keys(value).filter((each) => !known.has(each))) {
    if (rest === undefined) report('new', path(name));
    else compare(rest, value[name], path(name), report);
  }
}

function isListShape(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  const kinds: Record<string, string> = { string: 'text', number: 'number', boolean: 'flag', undefined: 'absent' };
  return kinds[typeof value] ?? 'object';
}
