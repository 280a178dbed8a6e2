/** Parameters of requests as they may be shown: never what a variable holds, what a function is sent, or bytes. */

/** Members whose values may be secret, whatever the service: their names tell enough. */
const hidden = new Set([
  'Variables',
  'Payload',
  'Body',
  'Message',
  'Detail',
  'SecretString',
  'SecretBinary',
  'Value',
  'ExternalId',
  'TokenCode',
  'ClientContext',
  'SSECustomerKey',
  'WebIdentityToken',
  'SAMLAssertion',
]);
const longestText = 200;
const mostItems = 20;

/** One line of JSON. */
export const redacted = (input: object): string => JSON.stringify(shownPart(input));

function shownPart(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if (value instanceof Date) return value;
  if (Array.isArray(value)) {
    const more = value.length > mostItems ? [`<${value.length - mostItems} more>`] : [];
    return [...value.slice(0, mostItems).map(shownPart), ...more];
  }
  if (typeof value !== 'object' || value === null) return value;
  if ('pipe' in value) return '<a stream>';
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, hidden.has(name) ? nameless(part) : shownPart(part)]),
  );
}

/** Of a map its names, of anything else how much of it there is. */
function nameless(value: unknown): unknown {
  if (typeof value === 'string') return `<${value.length} characters>`;
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if (typeof value !== 'object' || value === null || 'pipe' in value || Array.isArray(value))
    return '<hidden>';
  return Object.fromEntries(Object.keys(value).map((name) => [name, '<hidden>']));
}

const cut = (text: string): string =>
  text.length > longestText ? `${text.slice(0, longestText)}<${text.length - longestText} more>` : text;
