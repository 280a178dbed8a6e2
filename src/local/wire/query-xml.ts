/** AWS Query, as STS, IAM, CloudFormation and SNS speak it: a form with an Action comes in, XML goes out. */
import { AwsError } from '../errors';
import type { WireRequest, WireResponse } from './message';
import { errorShapesOf, operationsOf } from './operation';
import type { Protocol } from './protocol';
import { readForm } from './query-form';
import { createXmlForm, element, xmlText } from './xml';

export interface QueryDialect {
  /** Of the API: `2011-06-15`. */
  readonly version: string;
  readonly xmlns: string;
}

export function createQueryXml(
  client: Readonly<{ [name: string]: unknown }>,
  { version, xmlns }: QueryDialect,
): Protocol {
  const operations = operationsOf(client);
  const shapes = errorShapesOf(client);
  const xml = createXmlForm({ xmlns: '', httpBindings: false });
  const root = (name: string, inside: string): string => `<${name} xmlns="${xmlns}">${inside}</${name}>`;
  return {
    find(request) {
      const action = formOf(request).get('Action') ?? '';
      const operation = operations.get(action);
      if (!operation) throw invalidAction(action, version);
      return { operation, labels: new Map() };
    },
    read: ({ operation }, request) => readForm(operation.input, formOf(request)),
    write({ name, output }, value, requestId) {
      const inside = output.isUnitSchema() ? '' : insideOf(xml.write(output, value));
      const result = output.isUnitSchema() ? '' : element(`${name}Result`, inside);
      const metadata = element('ResponseMetadata', id(requestId));
      return response(200, requestId, root(`${name}Response`, result + metadata));
    },
    fail(error, requestId) {
      const fault = element('Type', error.status < 500 ? 'Sender' : 'Receiver');
      const code = shapes.get(error.name)?.queryCode ?? error.name;
      const body = fault + element('Code', xmlText(code)) + element('Message', xmlText(error.message));
      return response(error.status, requestId, root('ErrorResponse', element('Error', body) + id(requestId)));
    },
  };
}

/** A form in the body, or in the address of a GET. */
const formOf = ({ body, query }: Pick<WireRequest, 'body' | 'query'>): URLSearchParams =>
  body.length > 0 ? new URLSearchParams(body.toString('utf8')) : query;

const invalidAction = (action: string, version: string): AwsError =>
  new AwsError('InvalidAction', 400, `Could not find operation ${action} for version ${version}`);

/** Without the element around it, which has the name of the shape. */
const insideOf = (text: string): string => text.replace(/^<[^>]*>/, '').replace(/<\/[^>]*>$/, '');

const id = (requestId: string): string => element('RequestId', requestId);

const response = (status: number, requestId: string, body: string): WireResponse => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
  body,
});
