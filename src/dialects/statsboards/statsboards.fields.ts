import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';
import { parseMoment } from './statsboards.dates.js';

/** A field of a body or query. Absent is not null: `optional` may be left out, `nullable` may be null. */
export interface FieldOptions {
  optional?: boolean;
  nullable?: boolean;
  description?: string;
  example?: unknown;
  /** Shown in the documentation; what is absent stays absent unless the class has an initial value. */
  default?: unknown;
}

const MAX_INT = 2_147_483_647;

function field(options: FieldOptions, api: object, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, nullable = false, ...shown } = options;
  return applyDecorators(
    ApiProperty({ required: !optional, nullable, ...shown, ...api } as ApiPropertyOptions),
    ValidateIf(
      (_body, value) => !((value === undefined && optional) || (value === null && nullable)),
    ) as PropertyDecorator,
    ...checks,
  );
}

const numberWritten = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(value) ? Number(value) : value;

/** As the original reads them: older clients write `True` or `no`. */
const BOOLEANS = new Map([
  ...['true', 't', 'yes', 'y', 'on', '1'].map((word) => [word, true] as const),
  ...['false', 'f', 'no', 'n', 'off', '0'].map((word) => [word, false] as const),
]);

const booleanWritten = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' || typeof value === 'number' ? (BOOLEANS.get(String(value).toLowerCase()) ?? value) : value;

const listWritten = ({ value }: { value: unknown }): unknown =>
  value === undefined || value === null || Array.isArray(value) ? value : [value];

/** Text PostgreSQL can hold. */
const IsStorable = (each = false): PropertyDecorator =>
  ValidateBy(
    { name: 'storable', validator: { validate: (value) => typeof value === 'string' && !value.includes('\0') } },
    { message: '$property must not contain U+0000', each },
  );

interface Bounds {
  min?: number;
  max?: number;
}

export const IntField = ({
  min = -MAX_INT,
  max = MAX_INT,
  ...options
}: FieldOptions & Bounds = {}): PropertyDecorator =>
  field(
    options,
    { type: 'integer', ...(min > -MAX_INT ? { minimum: min } : {}), ...(max < MAX_INT ? { maximum: max } : {}) },
    Transform(numberWritten),
    IsInt(),
    Min(min),
    Max(max),
  );

export const NumberField = ({ min, max, ...options }: FieldOptions & Bounds = {}): PropertyDecorator =>
  field(
    options,
    { type: 'number' },
    Transform(numberWritten),
    IsNumber(),
    Min(min ?? Number.MIN_SAFE_INTEGER),
    Max(max ?? Number.MAX_SAFE_INTEGER),
  );

/** `min` and `max` are numbers of characters. */
export const TextField = ({ min = 0, max, ...options }: FieldOptions & Bounds = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', ...(min > 0 ? { minLength: min } : {}), ...(max === undefined ? {} : { maxLength: max }) },
    IsString(),
    MinLength(min),
    ...(max === undefined ? [] : [MaxLength(max)]),
    IsStorable(),
  );

export const WordField = (words: readonly string[], options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', enum: words }, IsIn(words));

/** A list of texts; in a query the parameter may be repeated. */
export const TextListField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: [String] }, Transform(listWritten), IsArray(), IsString({ each: true }), IsStorable(true));

export const EmailField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'string', format: 'email', maxLength: 255 }, IsString(), MaxLength(255), IsEmail());

export const BooleanField = (options: FieldOptions = {}): PropertyDecorator =>
  field(options, { type: 'boolean' }, Transform(booleanWritten), IsBoolean());

/** A date or moment; the property is a `Date`. Without a zone it is UTC. */
export const MomentField = (options: FieldOptions = {}): PropertyDecorator =>
  field(
    options,
    { type: 'string', format: 'date-time' },
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? (parseMoment(value) ?? value) : value)),
    ValidateBy(
      { name: 'moment', validator: { validate: (value) => value instanceof Date } },
      { message: '$property must be a date and time such as 2024-01-15T10:30:00' },
    ),
  );
