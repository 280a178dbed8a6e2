/** restJson1, as Lambda speaks it: labels, query, headers and one JSON body, blob or event stream. */
import { AwsError } from '../errors';
import { type Members, payloadOf, readBindings, writeBindings } from './binding';
import { eventStream, eventStreamType } from './event-stream';
import { createJsonForm } from './json';
import type { WireRequest, WireResponse } from './message';
import { errorShapesOf, type Operation, operationsOf } from './operation';
import { errorMembers, type Found, type Protocol } from './protocol';
import { createRouter } from './route';

const json = createJsonForm({ jsonName: true });

export function createRestJson(client: Readonly<{ [name: string]: unknown }>): Protocol {
  const findRoute = createRouter(operationsOf(client).values());
  const shapes = errorShapesOf(client);
  return {
    find(request) {
      const found = findRoute(request);
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

function readInput(found: Found, request: WireRequest): Members {
  const { input } = found.operation;
  const payload = payloadOf(input);
  const body = payload ? { [payload[0]]: request.body } : json.read(input, request.body.toString('utf8'));
  return { ...body, ...readBindings(found, request) };
}

function writeOutput(operation: Operation, value: object, requestId: string): WireResponse {
  const { output } = operation;
  const { status, headers, body } = writeBindings(operation, value, requestId);
  const payload = payloadOf(output);
  const given = payload ? body[payload[0]] : undefined;
  if (payload && given !== undefined) {
    if (!payload[1].isStructSchema()) return jsonResponse(status, headers, given as Uint8Array);
    const events = given as AsyncIterable<unknown>;
    const stream = eventStream({ schema: payload[1], events, json, initial: null });
    return { status, headers: { ...headers, 'content-type': eventStreamType }, body: stream };
  }
  const empty = output.structIterator().next().done === true;
  if (status === 204 || payload || empty) return { status, headers, body: '' };
  return jsonResponse(status, headers, json.write(output, body));
}

const jsonResponse = (
  status: number,
  headers: WireResponse['headers'],
  body: WireResponse['body'],
): WireResponse => ({
  status,
  headers: { ...headers, 'content-type': 'application/json' },
  body,
});
