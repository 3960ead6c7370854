import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Schema } from '#platform/http/async-api.js';

/** Fields that only GraphQL has: they are looked up when somebody selects them. */
const LOOKED_UP: Readonly<Record<string, readonly string[]>> = {
  DefenceStatistics: ['player'],
  FootballStatistics: ['corrections'],
  OffenceStatistics: ['player'],
  Play: ['version'],
  PlayPart: ['player'],
  QuarterbackStatistics: ['player'],
};

const SCALARS: Readonly<Record<string, Schema>> = {
  Int: { type: 'integer' },
  Float: { type: 'number' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  JSON: {},
};

/**
 * JSON Schemas of what the types of the GraphQL schema become in messages. Over GraphQL, ids are text, enums have the
 * schema's names and only what was selected is there. Elsewhere ids are numbers, enums the domain's values, and
 * everything is there but what is looked up.
 */
export class GraphqlSchemas {
  readonly schemas: Record<string, Schema> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly prefix: string,
    private readonly form: 'graphql' | 'plain',
  ) {}

  /** A reference to the schema of an object type, which is then among `schemas` with all it refers to. */
  refTo(name: string): Schema {
    const type = this.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`${name} is no object type of the schema`);
    const key = `${this.prefix}.${name}`;
    if (!(key in this.schemas)) {
      this.schemas[key] = {};
      const fields = Object.values(type.getFields());
      const present = fields.filter((field) => !LOOKED_UP[name]?.includes(field.name));
      this.schemas[key] = {
        type: 'object',
        description: type.description ?? undefined,
        properties: Object.fromEntries(
          fields.map((field) => [field.name, { ...this.#of(field.type), description: field.description ?? undefined }]),
        ),
        ...(this.form === 'plain' ? { required: present.map((field) => field.name) } : {}),
      };
    }
    return { $ref: `#/components/schemas/${key}` };
  }

  #of(type: GraphQLOutputType): Schema {
    if (isNonNullType(type)) return this.#notNull(type.ofType as GraphQLOutputType);
    const schema = this.#notNull(type);
    return typeof schema['type'] === 'string' && !('enum' in schema)
      ? { ...schema, type: [schema['type'], 'null'] }
      : { anyOf: [schema, { type: 'null' }] };
  }

  #notNull(type: GraphQLOutputType): Schema {
    if (isListType(type)) return { type: 'array', items: this.#of(type.ofType as GraphQLOutputType) };
    if (isObjectType(type)) return this.refTo(type.name);
    if (isEnumType(type)) {
      const values = type.getValues().map(({ name, value }) => (this.form === 'graphql' ? name : (value as string)));
      return { type: 'string', enum: values };
    }
    const { name } = type as { name: string };
    if (name === 'ID') return { type: this.form === 'graphql' ? 'string' : 'integer' };
    return SCALARS[name] ?? {};
  }
}
