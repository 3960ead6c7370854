import { expect, it } from 'vitest';
import { allowedOrigins } from './origins.js';

const asked = (listed: string[], origin: string | undefined, host: string | undefined) =>
  allowedOrigins(listed)(origin, host);

it.each([
  ['a client that is no browser', [], undefined, 'api.example', true],
  ['a page of our own host', [], 'https://api.example', 'api.example', true],
  ['a listed page', ['https://front.example'], 'https://front.example', 'api.example', true],
  ['any page, with a star', ['*'], 'https://evil.example', 'api.example', true],
  ['a page that is not listed', ['https://front.example'], 'https://evil.example', 'api.example', false],
  ['a front end in development', [], 'http://localhost:4200', '127.0.0.1:3000', true],
  ['the same by its number', [], 'http://[::1]:4200', 'localhost:3000', true],
  ['the same, where origins are listed', ['https://front.example'], 'http://localhost:4200', 'localhost:3000', false],
  ['the same, of a server elsewhere', [], 'http://localhost:4200', 'api.example', false],
  ['a page from elsewhere, of a server here', [], 'https://evil.example', 'localhost:3000', false],
  ['a page whose host begins like this machine', [], 'http://localhost.evil.example', 'localhost:3000', false],
  ['what is no origin', [], 'null', 'localhost:3000', false],
  ['no host', [], 'http://localhost:4200', undefined, false],
])('%s', (_what, listed, origin, host, allowed) => {
  expect(asked(listed, origin, host)).toBe(allowed);
});
