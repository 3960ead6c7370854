import { z } from 'zod';

// How values are written in the environment. Each schema turns text into the value the program uses, and its only
// message completes the sentence "expected ...".

const fail = (expected: string) => ({ error: expected });

/** A whole number within the bounds, both included. */
export function integer(minimum: number, maximum: number) {
  const expected = `a whole number from ${minimum} to ${maximum}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, fail(expected))
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum, fail(expected));
}

/** One of a few words. */
export function choice<const Word extends string>(...words: Word[]) {
  return z.enum(words, fail(words.join(' or ')));
}

/** `on` or `off`. */
export function toggle() {
  return choice('on', 'off').transform((word) => word === 'on');
}

export function text() {
  return z.string();
}

/** Text that is not to be guessed. */
export function secret(minimum: number) {
  return z.string().min(minimum, fail(`at least ${minimum} characters`));
}

export function email() {
  return z.email(fail('an e-mail address'));
}

/** Ports of which each is listened on; 0 asks the system for a free one. */
export function ports() {
  const expected = 'a port from 0 to 65535, or several different ones separated by commas';
  return list()
    .refine((items) => items.length > 0 && items.every((item) => /^\d{1,5}$/.test(item)), fail(expected))
    .transform((items) => items.map(Number))
    .refine((items) => items.every((port) => port <= 65_535), fail(expected))
    .refine((items) => new Set(items).size === items.length, fail(expected))
    .readonly();
}

/** An IP address or host name, without scheme or port. */
export function host() {
  return z.string().regex(/^(?:[\w.-]+|[\da-f:.]+(?:%\w+)?)$/i, fail('an IP address or a host name, such as 0.0.0.0'));
}

/** Web origins exactly as browsers send them; `*` for any. */
export function origins() {
  const expected = 'origins such as https://example.org, separated by commas, or *';
  return list()
    .refine((items) => items.every((item) => item === '*' || isOrigin(item)), fail(expected))
    .readonly();
}

export function postgresUrl() {
  const expected = 'postgres://user:password@host:port/database';
  return z.string().refine((value) => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value), fail(expected));
}

/** An address of the web, stored without a trailing slash. */
export function webUrl() {
  return z
    .string()
    .refine(
      (value) => /^https?:\/\//.test(value) && URL.canParse(value),
      fail('an address such as https://api.example.org'),
    )
    .transform((value) => value.replace(/\/+$/, ''));
}

/** Text that stands in an address as it is, such as a key. */
export function urlSegment() {
  return z.string().regex(/^[\w.~-]{1,200}$/, fail('letters, digits and -._~ only'));
}

/** Which proxies may say who the client is: nobody, everybody, so many hops, or these addresses. */
export function trustedProxies() {
  const expected = 'on, off, the number of proxies in front, or their addresses separated by commas';
  return z.string().transform((value, context): boolean | number | readonly string[] => {
    if (value === 'on' || value === 'off') return value === 'on';
    if (/^\d{1,2}$/.test(value)) return Number(value);
    const addresses = split(value);
    if (addresses.every((address) => /^(?:[\da-f:.]+(?:\/\d{1,3})?|loopback|linklocal|uniquelocal)$/i.test(address))) {
      return addresses;
    }
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });
}

function list() {
  return z.string().transform(split);
}

function split(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}
