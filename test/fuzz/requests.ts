/** Random requests to the local AWS for a random action: what a client would send, what none would, and damaged ones. */
import { gzipSync } from 'node:zlib';
import type { NormalizedSchema } from '@smithy/core/schema';
import { cloudFormationActions } from '../../src/local/actions/cloudformation';
import { cloudWatchActions } from '../../src/local/actions/cloudwatch';
import { ecrActions } from '../../src/local/actions/ecr';
import { iamActions } from '../../src/local/actions/iam';
import { lambdaActions } from '../../src/local/actions/lambda';
import { logsActions } from '../../src/local/actions/logs';
import { s3Actions } from '../../src/local/actions/s3';
import { secretsManagerActions } from '../../src/local/actions/secretsmanager';
import { ssmActions } from '../../src/local/actions/ssm';
import { stsActions } from '../../src/local/actions/sts';
import { type Operation, operationsOf } from '../../src/local/wire/operation';
import { type Chance, pick } from './texts';
import { type Making, structFor } from './values';

export interface FuzzRequest {
  /** Service and operation, or what kind of nonsense it is. */
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers: { readonly [name: string]: string };
  readonly body: Buffer;
}

type Speaks = 'rest-json' | 'json' | 'query' | 's3';

interface Target {
  readonly scope: string;
  readonly speaks: Speaks;
  readonly target: string;
  /** That the local AWS has, and that it does not. */
  readonly here: readonly Operation[];
  readonly absent: readonly Operation[];
}

function target(
  scope: string,
  client: string,
  [speaks, actions, prefix = '']: [Speaks, object, string?],
): Target {
  const operations = [...operationsOf(require(client)).values()];
  const here = operations.filter(({ name }) => name in actions);
  return { scope, speaks, target: prefix, here, absent: operations.filter((one) => !here.includes(one)) };
}

const targets: readonly Target[] = [
  target('lambda', '@aws-sdk/client-lambda', ['rest-json', lambdaActions]),
  target('monitoring', '@aws-sdk/client-cloudwatch', [
    'json',
    cloudWatchActions,
    'GraniteServiceVersion20100801.',
  ]),
  target('logs', '@aws-sdk/client-cloudwatch-logs', ['json', logsActions, 'Logs_20140328.']),
  target('ecr', '@aws-sdk/client-ecr', ['json', ecrActions, 'AmazonEC2ContainerRegistry_V20150921.']),
  target('ssm', '@aws-sdk/client-ssm', ['json', ssmActions, 'AmazonSSM.']),
  target('secretsmanager', '@aws-sdk/client-secrets-manager', [
    'json',
    secretsManagerActions,
    'secretsmanager.',
  ]),
  target('iam', '@aws-sdk/client-iam', ['query', iamActions]),
  target('sts', '@aws-sdk/client-sts', ['query', stsActions]),
  target('cloudformation', '@aws-sdk/client-cloudformation', ['query', cloudFormationActions]),
  target('s3', '@aws-sdk/client-s3', ['s3', s3Actions]),
];

/** Every operation that there is, as `service Operation`. */
export const everyOperation = targets.flatMap(({ scope, here }) =>
  here.map(({ name }) => `${scope} ${name}`),
);

export function shapedRequest(of: Pick<Making, 'next' | 'learned' | 'nowMs' | 'careful'>): FuzzRequest {
  const { next, careful } = of;
  const service = pick(next, targets);
  const operation = pick(next, careful || next() < 0.9 ? service.here : service.absent);
  const making = { ...of, scope: service.scope, operation: operation?.name ?? '' };
  if (!operation) return shapedRequest(of);
  const input = structFor(making, operation.input);
  const headers = { authorization: signed(service.scope), 'content-type': 'application/json' };
  const what = `${service.scope} ${operation.name}`;
  if (service.speaks === 'json') {
    const version = service.scope === 'monitoring' ? '1.0' : '1.1';
    const named = {
      'x-amz-target': service.target + operation.name,
      'content-type': `application/x-amz-json-${version}`,
    };
    return { what, method: 'POST', path: '/', headers: { ...headers, ...named }, body: jsonOf(input) };
  }
  if (service.speaks === 'query')
    return { what, method: 'POST', path: '/', headers, body: formOf(operation, input) };
  return { what, ...addressed(operation, input, { headers, style: service.speaks }) };
}

export const signed = (scope: string): string =>
  `AWS4-HMAC-SHA256 Credential=local/20261121/eu-west-1/${scope}/aws4_request, SignedHeaders=host, Signature=0`;

export const jsonOf = (value: unknown): Buffer => Buffer.from(JSON.stringify(value) ?? '');

function formOf({ name }: Operation, input: object): Buffer {
  const form = new URLSearchParams({ Action: name, Version: '2010-05-08' });
  const add = (path: string, value: unknown): void => {
    if (Array.isArray(value))
      for (const [index, item] of value.entries()) add(`${path}.member.${index + 1}`, item);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) add(`${path}.${key}`, item);
    else form.append(path, String(value));
  };
  for (const [key, value] of Object.entries(input)) add(key, value);
  return Buffer.from(form.toString());
}

/** Members that stand in path, query and headers go there; the rest is the body. */
function addressed(
  { http, input: schema }: Operation,
  input: { [name: string]: unknown },
  { headers: given, style }: { headers: { [name: string]: string }; style: Speaks },
): Omit<FuzzRequest, 'what'> {
  const query = new URLSearchParams([...(http?.query ?? [])]);
  const headers = { ...given };
  const rest: { [name: string]: unknown } = {};
  const labels = new Map<string, string>();
  let body: Buffer | null = null;
  for (const [name, member] of schema.structIterator()) {
    if (input[name] === undefined) continue;
    const { httpLabel, httpQuery, httpHeader, httpPayload } = member.getMergedTraits();
    if (httpLabel) labels.set(name, encodeURIComponent(wellFormed(input[name])));
    else if (httpQuery) query.set(httpQuery, String(input[name]).slice(0, 8000));
    else if (httpHeader) headers[httpHeader.toLowerCase()] = headerText(input[name]);
    else if (httpPayload) body = payload(member, input[name], style);
    else rest[name] = input[name];
  }
  const segments = (http?.segments ?? []).map((segment) => {
    const label = /^\{(\w+)\+?\}$/.exec(segment)?.[1];
    return label === undefined ? segment : (labels.get(label) ?? '');
  });
  const bucket = style === 's3' ? `/${labels.get('Bucket') ?? ''}` : '';
  const path = `${bucket}/${segments.join('/')}`.replace(/(?<=.)\/$/, '').slice(0, 8000);
  const method = http?.method ?? 'POST';
  return {
    method,
    path: `${path}?${query}`,
    headers,
    body: body ?? (method === 'GET' ? Buffer.alloc(0) : jsonOf(rest)),
  };
}

/** Half of a surrogate pair cannot be percent-encoded. */
const wellFormed = (value: unknown): string => Buffer.from(String(value)).toString('utf8');

const headerText = (value: unknown): string =>
  (typeof value === 'number' && value > 1e9
    ? new Date(Math.min(value, 4e9) * 1000).toUTCString()
    : String(value)
  )
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 2000);

function payload(schema: NormalizedSchema, value: unknown, style: Speaks): Buffer {
  if (!schema.isStructSchema()) return Buffer.from(String(value));
  return style === 's3' ? Buffer.from(xmlOf('X', schema, value)) : jsonOf(value);
}

function xmlOf(name: string, schema: NormalizedSchema, value: unknown): string {
  if (Array.isArray(value) && schema.isListSchema()) {
    const item = schema.getValueSchema();
    const flat = schema.getMergedTraits().xmlFlattened;
    const items = value.map((one) =>
      xmlOf(flat ? name : String(item.getMergedTraits().xmlName ?? 'member'), item, one),
    );
    return flat ? items.join('') : `<${name}>${items.join('')}</${name}>`;
  }
  if (typeof value !== 'object' || value === null) return `<${name}>${String(value)}</${name}>`;
  const inside = schema.isStructSchema()
    ? [...schema.structIterator()]
        .filter(([member]) => member in value)
        .map(([member, of]) =>
          xmlOf(
            String(of.getMergedTraits().xmlName ?? member),
            of,
            (value as { [name: string]: unknown })[member],
          ),
        )
    : [];
  return `<${name}>${inside.join('')}</${name}>`;
}

export function damaged(next: Chance, request: FuzzRequest): FuzzRequest {
  const body = Buffer.from(request.body);
  for (let count = Math.floor(next() * 6); count > 0 && body.length > 0; count -= 1)
    body[Math.floor(next() * body.length)] = Math.floor(next() * 256);
  const cut = next() < 0.3 ? body.subarray(0, Math.floor(next() * body.length)) : body;
  const packed = next() < 0.2 ? gzipSync(cut) : cut;
  const encodings = next() < 0.3 ? ['gzip', 'deflate', 'aws-chunked', 'gzip,aws-chunked'] : [];
  const encoding = Object.fromEntries(
    encodings.length > 0 ? [['content-encoding', pick(next, encodings)]] : [],
  );
  const method =
    next() < 0.2 ? pick(next, ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']) : request.method;
  return {
    ...request,
    what: `damaged ${request.what}`,
    method,
    headers: { ...request.headers, ...encoding },
    body: packed,
  };
}
