import { describe, expect, it } from 'vitest';
import { PasswordHasher } from './password-hasher.js';

describe('PasswordHasher', () => {
  it('knows a password again, and nothing else', async () => {
    const hasher = new PasswordHasher();
    const hashed = await hasher.hash('correct horse');
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=7168,t=5,p=1\$/);
    expect(await hasher.hash('correct horse')).not.toBe(hashed);
    expect(await hasher.verify(hashed, 'correct horse')).toBe(true);
    expect(await hasher.verify(hashed, 'correct horsf')).toBe(false);
    expect(await hasher.verify('no hash at all', 'correct horse')).toBe(false);
  });

  it('says no to every password of a user there is none of', async () => {
    const hasher = new PasswordHasher();
    expect(await hasher.verify(undefined, 'nobody')).toBe(false);
    expect(await hasher.verify(undefined, '')).toBe(false);
  });

  it('lets only so many wait, and takes work again when they are done', async () => {
    const hasher = new PasswordHasher();
    const many = await Promise.allSettled(Array.from({ length: 100 }, async () => hasher.hash('x')));
    const refused = many.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(40);
    for (const each of refused as PromiseRejectedResult[]) expect(each.reason).toMatchObject({ kind: 'exhausted' });
    expect(await hasher.hash('x')).toContain('argon2id');
  });
});
