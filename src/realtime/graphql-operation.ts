import {
  type DocumentNode,
  getOperationAST,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  type ParseOptions,
  print,
  specifiedRules,
  validate,
  type ValidationRule,
  visit,
} from 'graphql';

export interface Operation {
  document: DocumentNode;
  definition: OperationDefinitionNode;
  operationName: string | undefined;
  /**
   * Same key and same variables (of `sharedVariables`) give the same result for the same feed item. The position to
   * resume from is left out: it decides where a stream begins, not what an item looks like.
   */
  shareKey: string;
  sharedVariables: readonly string[];
}

const CACHED_OPERATIONS = 500;

/** Parses and validates each distinct text once. */
export class OperationCache {
  readonly #operations = new Map<string, Operation>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: readonly ValidationRule[],
    private readonly parsing: ParseOptions,
  ) {}

  /**
   * @returns the operation, or what is wrong with it.
   */
  prepare(text: string, operationName: string | undefined): Operation | readonly GraphQLError[] {
    const key = `${operationName ?? ''}\n${text}`;
    const known = this.#operations.get(key);
    if (known) return known;
    const prepared = this.#prepare(text, operationName);
    if ('document' in prepared) {
      if (this.#operations.size >= CACHED_OPERATIONS) this.#operations.delete(this.#operations.keys().next().value!);
      this.#operations.set(key, prepared);
    }
    return prepared;
  }

  #prepare(text: string, operationName: string | undefined): Operation | readonly GraphQLError[] {
    let document: DocumentNode;
    try {
      document = parse(text, this.parsing);
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
    const errors = validate(this.schema, document, [...specifiedRules, ...this.rules]);
    if (errors.length > 0) return errors;
    const definition = getOperationAST(document, operationName);
    if (!definition) {
      return [new GraphQLError('Name the operation to run: the document has none of that name, or several')];
    }
    return { document, definition, operationName, ...sharing(document, definition) };
  }
}

/** The document without the root field's `after` argument, and the variables it still uses. */
function sharing(
  document: DocumentNode,
  definition: OperationDefinitionNode,
): Pick<Operation, 'shareKey' | 'sharedVariables'> {
  const rootFields = new Set(definition.selectionSet.selections);
  const withoutPosition = visit(document, {
    Field: (field) =>
      rootFields.has(field)
        ? { ...field, arguments: field.arguments?.filter((argument) => argument.name.value !== 'after') }
        : undefined,
    VariableDefinition: () => null,
  });
  const used = new Set<string>();
  visit(withoutPosition, { [Kind.VARIABLE]: (variable) => void used.add(variable.name.value) });
  return {
    shareKey: `${definition.name?.value ?? ''}\n${print(withoutPosition)}`,
    sharedVariables: [...used].toSorted(),
  };
}
