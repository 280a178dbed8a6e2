/** restJson1, as Lambda speaks it: labels, query, headers and one JSON body or blob. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors';
import { createJsonForm } from './json';
import type { WireRequest, WireResponse } from './message';
import { errorShapesOf, type Operation, operationsOf } from './operation';
import { errorMembers, type Found, type Protocol } from './protocol';
import { findRoute } from './route';
import { unreadable } from './strict';

type Members = { [member: string]: unknown };
type Member = readonly [name: string, schema: NormalizedSchema];

const json = createJsonForm({ jsonName: true });

export function createRestJson(client: Readonly<{ [name: string]: unknown }>): Protocol {
  const operations = operationsOf(client);
  const shapes = errorShapesOf(client);
  return {
    find(request) {
      const found = findRoute(operations.values(), request);
      if (!found) throw unknownPath(request);
      return found;
    },
    read: readInput,
    write: writeOutput,
    fail(error, requestId) {
      const member = shapes.get(error.name)?.messageMember ?? 'message';
      const type =
        error.name === 'ValidationException' ? null : { Type: error.status < 500 ? 'User' : 'Service' };
      const body = JSON.stringify({ ...errorMembers(error, type ?? {}), [member]: error.message });
      const headers = { 'x-amzn-errortype': error.name, ...error.headers };
      return jsonResponse(error.status, { ...headers, 'x-amzn-requestid': requestId }, body);
    },
  };
}

const unknownPath = ({ method, path }: WireRequest): AwsError =>
  new AwsError('UnknownOperationException', 404, {
    message: `There is no operation at ${method} ${path}`,
    members: {
      Type: null,
    },
  });

function readInput({ operation, labels }: Found, request: WireRequest): Members {
  const members = [...operation.input.structIterator()];
  const payload = members.find(([, schema]) => schema.getMergedTraits().httpPayload);
  const input: Members = payload
    ? { [payload[0]]: request.body }
    : json.read(operation.input, request.body.toString('utf8'));
  for (const member of members) {
    const [bound, value] = readBinding(member, labels, request);
    if (bound) input[member[0]] = value;
  }
  return input;
}

/** A member that stands outside the body must not be taken from it. */
function readBinding(
  [name, schema]: Member,
  labels: Found['labels'],
  request: WireRequest,
): [boolean, unknown] {
  const traits = schema.getMergedTraits();
  if (traits.httpLabel) return [true, decode(labels.get(name) ?? '')];
  if (traits.httpHeader) return [true, scalar(schema, request.headers[traits.httpHeader.toLowerCase()])];
  if (!traits.httpQuery) return [false, undefined];
  if (schema.isListSchema()) return [true, request.query.getAll(traits.httpQuery)];
  return [true, scalar(schema, request.query.get(traits.httpQuery) ?? undefined)];
}

function decode(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw unreadable('The request path is not percent-encoded text');
  }
}

function scalar(schema: NormalizedSchema, text: string | undefined): unknown {
  if (text === undefined || schema.isStringSchema()) return text;
  if (schema.isBooleanSchema()) return text === 'true';
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw unreadable(`${text} can not be converted to a Number`);
  return value;
}

function writeOutput({ http, output }: Operation, value: object, requestId: string): WireResponse {
  const members = [...output.structIterator()];
  const given = value as Members;
  let status = http?.status ?? 200;
  let payload: Uint8Array | null = null;
  const isPayload = members.some(([, schema]) => schema.getMergedTraits().httpPayload);
  const headers: { [name: string]: string } = { 'x-amzn-requestid': requestId };
  const body: Members = {};
  for (const [name, schema] of members) {
    const traits = schema.getMergedTraits();
    if (given[name] === undefined || given[name] === null) continue;
    if (traits.httpResponseCode) status = Number(given[name]);
    else if (traits.httpPayload) payload = given[name] as Uint8Array;
    else if (traits.httpHeader) headers[traits.httpHeader.toLowerCase()] = String(given[name]);
    else body[name] = given[name];
  }
  if (payload) return { status, headers: { ...headers, 'content-type': 'application/json' }, body: payload };
  if (status === 204 || isPayload || members.length === 0) return { status, headers, body: '' };
  return jsonResponse(status, headers, json.write(output, body));
}

const jsonResponse = (status: number, headers: WireResponse['headers'], body: string): WireResponse => ({
  status,
  headers: { ...headers, 'content-type': 'application/json' },
  body,
});
