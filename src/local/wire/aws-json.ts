/** AWS JSON 1.0 and 1.1: the operation stands in a header, input and output are one JSON object each. */
import { AwsError } from '../errors';
import { eventStream, eventStreamType } from './event-stream';
import { createJsonForm } from './json';
import type { WireRequest, WireResponse } from './message';
import { errorShapesOf, type Operation, operationsOf } from './operation';
import { errorMembers, type Protocol } from './protocol';

export interface AwsJsonDialect {
  /** What stands before the operation's name in `X-Amz-Target`. */
  readonly target: string;
  readonly version: '1.0' | '1.1';
  /** What stands before `#` in an error's type; null for services that give its bare name. */
  readonly namespace: string | null;
  /** Whether errors also have the code of the query protocol that the service spoke once, in a header. */
  readonly queryErrors: boolean;
}

const json = createJsonForm({ jsonName: false });

export function createAwsJson(
  client: Readonly<{ [name: string]: unknown }>,
  dialect: AwsJsonDialect,
): Protocol {
  const { target, namespace } = dialect;
  const type = `application/x-amz-json-${dialect.version}`;
  const operations = operationsOf(client);
  const shapes = errorShapesOf(client);
  return {
    find(request) {
      const operation = operations.get(operationIn(request, target));
      if (!operation) throw new AwsError('UnknownOperationException', 400, '');
      return { operation, labels: new Map() };
    },
    read: ({ operation }, { body }) => json.read(operation.input, body.toString('utf8')),
    write: ({ output }, value, requestId) =>
      streamed(output, value, requestId) ?? {
        status: 200,
        headers: { 'content-type': type, ...idOf(requestId) },
        body: output.isUnitSchema() ? '{}' : json.write(output, value),
      },
    fail(error, requestId) {
      const shape = shapes.get(error.name);
      const body = {
        __type: namespace === null ? error.name : `${namespace}#${error.name}`,
        ...errorMembers(error, {}),
        [shape?.messageMember ?? 'message']: error.message,
      };
      const fault = error.status < 500 ? 'Sender' : 'Receiver';
      const queryError = { 'x-amzn-query-error': `${shape?.queryCode ?? error.name};${fault}` };
      const headers = { ...idOf(requestId), ...(dialect.queryErrors ? queryError : {}), ...error.headers };
      return {
        status: error.status,
        headers: { 'content-type': type, ...headers },
        body: JSON.stringify(body),
      };
    },
  };
}

/** Null for an output without a stream of events. */
function streamed(output: Operation['output'], value: object, requestId: string): WireResponse | null {
  if (!output.isStructSchema()) return null;
  const member = output.getEventStreamMember();
  if (!member) return null;
  const { [member]: events, ...initial } = value as { readonly [member: string]: unknown };
  const body = eventStream({
    schema: output.getMemberSchema(member),
    events: events as AsyncIterable<unknown>,
    json,
    initial: json.write(output, initial),
  });
  return { status: 200, headers: { 'content-type': eventStreamType, ...idOf(requestId) }, body };
}

const operationIn = ({ headers }: WireRequest, target: string): string =>
  (headers['x-amz-target'] ?? '').slice(target.length);

const idOf = (requestId: string): WireResponse['headers'] => ({ 'x-amzn-requestid': requestId });
