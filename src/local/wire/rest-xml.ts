/** restXml, as S3 speaks it: bucket and key in the path, most members in headers, bodies of bytes or XML. */
import { AwsError } from '../errors';
import { unchunked } from './aws-chunked';
import { type Members, payloadOf, readBindings, writeBindings } from './binding';
import { createBucketRouter } from './bucket-route';
import type { WireRequest, WireResponse } from './message';
import { type Operation, operationsOf } from './operation';
import { errorMembers, type Found, type Protocol } from './protocol';
import { createXmlForm, element, xmlText } from './xml';

const xmlns = 'http://s3.amazonaws.com/doc/2006-03-01/';
const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const xml = createXmlForm({ xmlns, httpBindings: true });

export function createRestXml(client: Readonly<{ [name: string]: unknown }>): Protocol {
  const findRoute = createBucketRouter(operationsOf(client).values());
  return {
    find(request) {
      const found = findRoute(request);
      if (found) return found;
      throw new AwsError(
        'MethodNotAllowed',
        405,
        'The specified method is not allowed against this resource.',
      );
    },
    read: (found, request) => readInput(found, unchunked(request)),
    write: writeOutput,
    fail(error, requestId) {
      const inside = Object.entries({ Code: error.name, Message: error.message, ...errorMembers(error, {}) });
      const elements = inside.map(([name, text]) => element(name, xmlText(text))).join('');
      const body = declaration + element('Error', elements + element('RequestId', requestId));
      const headers = { 'content-type': 'application/xml', 'x-amz-request-id': requestId, ...error.headers };
      return { status: error.status, headers, body: error.status === 304 ? '' : body };
    },
  };
}

function readInput(found: Found, request: WireRequest): Members {
  const { input } = found.operation;
  const bindings = readBindings(found, request);
  const payload = payloadOf(input);
  if (!payload || request.body.length === 0) return bindings;
  const [name, schema] = payload;
  const text = (): string => request.body.toString('utf8');
  if (schema.isStructSchema()) return { ...bindings, [name]: readXml(schema, text()) };
  return { ...bindings, [name]: schema.isStringSchema() ? text() : request.body };
}

function readXml(schema: Operation['input'], text: string): unknown {
  try {
    return xml.read(schema, text);
  } catch {
    throw new AwsError(
      'MalformedXML',
      400,
      'The XML you provided was not well-formed or did not validate against our published schema',
    );
  }
}

function writeOutput(operation: Operation, value: object, requestId: string): WireResponse {
  const { output } = operation;
  const { status, headers, body } = writeBindings(operation, value, requestId);
  const all = { ...headers, 'x-amz-request-id': requestId };
  const payload = payloadOf(output);
  if (payload) {
    const [name, schema] = payload;
    const given = body[name] as WireResponse['body'] | object | undefined;
    if (given === undefined) return { status, headers: all, body: '' };
    const part = 'content-range' in headers ? 206 : status;
    if (!schema.isStructSchema()) return { status: part, headers: all, body: given as WireResponse['body'] };
    return inXml(status, all, xml.write(schema, given));
  }
  return hasBody(operation)
    ? inXml(
        status,
        all,
        operation.name === unwrapped.operation ? unwrapped.write(body) : xml.write(output, body),
      )
    : { status, headers: all, body: '' };
}

/** The one answer whose text stands at the root itself, where its schema would have an element within. */
const unwrapped = {
  operation: 'GetBucketLocation',
  write: ({ LocationConstraint: text }: { readonly LocationConstraint?: string }): string =>
    `<LocationConstraint xmlns="${xmlns}">${xmlText(text ?? '')}</LocationConstraint>`,
};

const inXml = (status: number, headers: WireResponse['headers'], text: string): WireResponse => ({
  status,
  headers: { 'content-type': 'application/xml', ...headers },
  body: declaration + text,
});

/** Whether anything of the output stands in the body. */
function hasBody({ output, http }: Operation): boolean {
  if (http?.method === 'HEAD' || http?.status === 204) return false;
  for (const [, schema] of output.structIterator()) {
    const traits = schema.getMergedTraits();
    if (!traits.httpHeader && !traits.httpPrefixHeaders && !traits.httpResponseCode) return true;
  }
  return false;
}
