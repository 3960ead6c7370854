import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { ValidationFailed } from './statsboards.errors.js';
import {
  BooleanField,
  IntField,
  MomentField,
  NumberField,
  TextField,
  TextListField,
  WordField,
} from './statsboards.fields.js';
import { statsboardsPipe } from './statsboards.pipe.js';

class Body {
  @IntField({ min: 1 })
  required: number;

  @IntField({ optional: true, nullable: true })
  number?: number | null;

  @NumberField({ optional: true })
  scale?: number;

  @TextField({ max: 3, optional: true })
  text?: string;

  @BooleanField({ optional: true, nullable: true })
  flag?: boolean | null;

  @MomentField({ optional: true, nullable: true })
  at?: Date | null;

  @TextListField({ optional: true })
  names?: string[];

  @WordField(['up', 'down'], { optional: true })
  direction?: string;
}

const read = (body: unknown): Promise<Body> => statsboardsPipe(Body).transform(body, { type: 'body' }) as Promise<Body>;

const wrong = async (body: unknown): Promise<string[]> => {
  const error = await read(body).catch((reason: unknown) => reason);
  return error instanceof ValidationFailed ? error.problems.map(({ field }) => field) : [];
};

describe('fields', () => {
  it('absent stay undefined, null stays null, unknown ones are dropped', async () => {
    const body = await read({ required: 1, number: null, unknown: 'x' });
    expect(body).toMatchObject({ required: 1, number: null, flag: undefined });
    expect(body).not.toHaveProperty('unknown');
  });

  it('null is refused where it cannot be', async () => {
    expect(await wrong({ required: null })).toEqual(['required']);
    expect(await wrong({})).toEqual(['required']);
    expect(await wrong({ required: 1, text: null, direction: null })).toEqual(['text', 'direction']);
  });

  it('are read as older clients write them', async () => {
    const body = await read({ required: '7', scale: '-1.5', flag: 'false', names: 'one', at: '2024-01-15T10:30:00' });
    expect(body).toMatchObject({ required: 7, scale: -1.5, flag: false, names: ['one'] });
    expect(body.at).toEqual(new Date('2024-01-15T10:30:00Z'));
    expect(await read({ required: 1, flag: '1', at: null })).toMatchObject({ flag: true, at: null });
  });

  it.each([
    [['true', 'True', 'TRUE', 't', 'yes', 'On', '1', 1, true], true],
    [['false', 'False', 'F', 'no', 'N', 'off', '0', 0, false], false],
  ])('%o all mean %o', async (written, meant) => {
    for (const flag of written) expect((await read({ required: 1, flag })).flag).toBe(meant);
  });

  it.each([
    [{ required: 0 }, 'required'],
    [{ required: 1.5 }, 'required'],
    [{ required: '1e3' }, 'required'],
    [{ required: 2_147_483_648 }, 'required'],
    [{ required: [1] }, 'required'],
    [{ required: 1, text: 'four' }, 'text'],
    [{ required: 1, text: 'a\0' }, 'text'],
    [{ required: 1, text: 5 }, 'text'],
    [{ required: 1, flag: 'perhaps' }, 'flag'],
    [{ required: 1, flag: 'constructor' }, 'flag'],
    [{ required: 1, flag: '' }, 'flag'],
    [{ required: 1, flag: 2 }, 'flag'],
    [{ required: 1, flag: [true] }, 'flag'],
    [{ required: 1, at: 'soon' }, 'at'],
    [{ required: 1, at: 5 }, 'at'],
    [{ required: 1, names: [1] }, 'names'],
    [{ required: 1, names: ['a\0'] }, 'names'],
    [{ required: 1, scale: 'NaN' }, 'scale'],
    [{ required: 1, direction: 'left' }, 'direction'],
  ])('%j is refused by name', async (body, field) => {
    expect(await wrong(body)).toEqual([field]);
  });
});
