/** AWS Query, as STS speaks it: a form with an Action comes in, XML goes out. Structures of scalars are all it needs. */
import type { NormalizedSchema } from '@smithy/core/schema';
import { AwsError } from '../errors';
import type { WireResponse } from './message';
import { operationsOf } from './operation';
import type { Protocol } from './protocol';

const version = '2011-06-15';
const xmlns = `https://sts.amazonaws.com/doc/${version}/`;

export function createQueryXml(client: Readonly<{ [name: string]: unknown }>): Protocol {
  const operations = operationsOf(client);
  return {
    find({ body, query }) {
      const action = new URLSearchParams(body.toString('utf8')).get('Action') ?? query.get('Action') ?? '';
      const operation = operations.get(action);
      if (!operation) throw invalidAction(action);
      return { operation, labels: new Map() };
    },
    read({ operation }, { body }) {
      const form = new URLSearchParams(body.toString('utf8'));
      const members = [...operation.input.structIterator()];
      return Object.fromEntries(members.map(([name]) => [name, form.get(name) ?? undefined]));
    },
    write({ name, output }, value, requestId) {
      const result = element(`${name}Result`, structure(output, value));
      const metadata = element('ResponseMetadata', id(requestId));
      return response(200, requestId, root(`${name}Response`, result + metadata));
    },
    fail(error, requestId) {
      const fault = element('Type', error.status < 500 ? 'Sender' : 'Receiver');
      const body = fault + element('Code', xmlText(error.name)) + element('Message', xmlText(error.message));
      return response(error.status, requestId, root('ErrorResponse', element('Error', body) + id(requestId)));
    },
  };
}

const invalidAction = (action: string): AwsError =>
  new AwsError('InvalidAction', 400, `Could not find operation ${action} for version ${version}`);

function structure(schema: NormalizedSchema, value: object): string {
  const given = value as { [member: string]: unknown };
  const members = [...schema.structIterator()].map(([name]) => [name, given[name]] as const);
  const present = members.filter(([, member]) => member !== undefined && member !== null);
  return present.map(([name, member]) => element(name, xmlText(String(member)))).join('');
}

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

const id = (requestId: string): string => element('RequestId', requestId);

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const root = (name: string, inside: string): string => `<${name} xmlns="${xmlns}">${inside}</${name}>`;

const response = (status: number, requestId: string, body: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
});
