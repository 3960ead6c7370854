const element = (name, attributes = {}, ...children) => {
  const made = Object.assign(document.createElement(name), attributes);
  made.append(...children);
  return made;
};

/** What a reference of the document points to. */
const resolver = (whole) => (reference) =>
  reference
    .slice(2)
    .split('/')
    .reduce((at, step) => at[step], whole);

const nameOf = (reference) => reference.split('/').at(-1);

/** In a few words what a value is. */
function typeOf(schema) {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.map(typeOf).join(' | ');
  if (schema.allOf) return schema.allOf.map(typeOf).join(' and ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items ?? {})}`;
  return [schema.type ?? 'any'].flat().join(' | ');
}

/** The object a value is or holds, if it is one. */
function objectIn(schema, resolve) {
  if (schema.$ref) return objectIn(resolve(schema.$ref), resolve);
  if (schema.properties) return schema;
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? (schema.items ? [schema.items] : []);
  return parts.map((part) => objectIn(part, resolve)).find(Boolean);
}

/** The fields of an object; what is below is shown when somebody opens it. */
function fieldsOf(schema, resolve) {
  const rows = Object.entries(schema.properties).map(([name, field]) => {
    const required = schema.required?.includes(name) ? '' : ' (may be absent)';
    const type = element('td', {}, typeOf(field) + required);
    const below = objectIn(field, resolve);
    if (below) {
      const opened = element('details', {}, element('summary', { textContent: 'fields' }));
      opened.addEventListener('toggle', () => opened.append(fieldsOf(below, resolve)), { once: true });
      type.append(opened);
    }
    return element(
      'tr',
      {},
      element('td', {}, element('code', { textContent: name })),
      type,
      element('td', { textContent: field.description ?? '' }),
    );
  });
  return element('table', {}, ...rows);
}

function messageOf(message, resolve) {
  const summary = element('summary', {}, element('code', { textContent: message.name }), ' ');
  summary.append(element('span', { textContent: message.summary }));
  const object = objectIn(message.payload, resolve);
  return element('details', {}, summary, ...(object ? [fieldsOf(object, resolve)] : []));
}

fetch('/asyncapi.json')
  .then((answer) => answer.json())
  .then((whole) => {
    const resolve = resolver(whole);
    document.getElementById('title').textContent = whole.info.title;
    document.getElementById('description').textContent = whole.info.description;
    for (const [name, channel] of Object.entries(whole.channels)) {
      document.getElementById('contents').append(element('a', { href: `#${name}`, textContent: channel.title }));
      const section = element('section', { id: name }, element('h2', { textContent: channel.title }));
      section.append(
        element('pre', { textContent: channel.address }),
        element('p', { textContent: channel.description }),
      );
      for (const operation of Object.values(whole.operations)) {
        if (operation.channel.$ref !== `#/channels/${name}`) continue;
        section.append(element('h3', { textContent: operation.title }));
        section.append(...operation.messages.map(({ $ref }) => messageOf(resolve($ref), resolve)));
      }
      document.getElementById('channels').append(section);
    }
  })
  .catch((error) => {
    document.getElementById('description').textContent = `The document cannot be read: ${error.message}`;
  });
