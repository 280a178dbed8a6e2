/** AWS JSON 1.0 in query-compatible mode, as CloudWatch speaks it since December 2025. */
import { AwsError } from '../errors';
import { createJsonForm } from './json';
import type { WireRequest, WireResponse } from './message';
import { errorShapesOf, operationsOf } from './operation';
import { errorMembers, type Protocol } from './protocol';

/** What the SDK writes before the operation's name in `X-Amz-Target`. */
export const cloudWatchTarget = 'GraniteServiceVersion20100801.';

const namespace = 'com.amazonaws.cloudwatch.v2010_08_01';
const json = createJsonForm({ jsonName: false });

export function createAwsJson(client: Readonly<{ [name: string]: unknown }>): Protocol {
  const operations = operationsOf(client);
  const shapes = errorShapesOf(client);
  return {
    find(request) {
      const operation = operations.get(targetOf(request));
      if (!operation) throw new AwsError('UnknownOperationException', 400, '');
      return { operation, labels: new Map() };
    },
    read: ({ operation }, { body }) => json.read(operation.input, body.toString('utf8')),
    write: ({ output }, value, requestId) =>
      response(200, idOf(requestId), output.isUnitSchema() ? '{}' : json.write(output, value)),
    fail(error, requestId) {
      const shape = shapes.get(error.name);
      const fault = error.status < 500 ? 'Sender' : 'Receiver';
      const body = {
        __type: `${namespace}#${error.name}`,
        ...errorMembers(error, {}),
        [shape?.messageMember ?? 'message']: error.message,
      };
      const queryError = { 'x-amzn-query-error': `${shape?.queryCode ?? error.name};${fault}` };
      const headers = { ...idOf(requestId), ...queryError, ...error.headers };
      return response(error.status, headers, JSON.stringify(body));
    },
  };
}

const targetOf = ({ headers }: WireRequest): string =>
  (headers['x-amz-target'] ?? '').slice(cloudWatchTarget.length);

const idOf = (requestId: string): WireResponse['headers'] => ({ 'x-amzn-requestid': requestId });

const response = (status: number, headers: WireResponse['headers'], body: string): WireResponse => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', ...headers },
  body,
});
