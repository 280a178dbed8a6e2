/** Where HTTP protocols put the members of an input and an output that stand outside the body: path, query, headers, status. */
import type { NormalizedSchema } from '@smithy/core/schema';
import type { WireRequest } from './message';
import type { Operation } from './operation';
import type { Found } from './protocol';
import { unreadable } from './strict';

export type Members = { [member: string]: unknown };

/** The member that is the whole body, if there is one. */
export function payloadOf(
  schema: NormalizedSchema,
): readonly [name: string, schema: NormalizedSchema] | null {
  for (const member of schema.structIterator()) if (member[1].getMergedTraits().httpPayload) return member;
  return null;
}

/** Every member that stands outside the body, also those that are absent: they must not be taken from it. */
export function readBindings({ operation, labels }: Found, request: WireRequest): Members {
  const input: Members = {};
  for (const [name, schema] of operation.input.structIterator()) {
    const traits = schema.getMergedTraits();
    if (traits.httpLabel) input[name] = decode(labels.get(name) ?? '');
    else if (traits.httpHeader)
      input[name] = scalar(schema, request.headers[traits.httpHeader.toLowerCase()]);
    else if (traits.httpPrefixHeaders)
      input[name] = prefixed(request, traits.httpPrefixHeaders.toLowerCase());
    else if (traits.httpQuery) input[name] = fromQuery(schema, request.query.getAll(traits.httpQuery));
  }
  return input;
}

export interface Written {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  /** What is left for the body. */
  readonly body: Members;
}

export function writeBindings({ http, output }: Operation, value: object, requestId: string): Written {
  const given = value as Members;
  let status = http?.status ?? 200;
  const headers: { [name: string]: string } = { 'x-amzn-requestid': requestId };
  const body: Members = {};
  for (const [name, schema] of output.structIterator()) {
    const traits = schema.getMergedTraits();
    const member = given[name];
    if (member === undefined || member === null) continue;
    if (traits.httpResponseCode) status = Number(member);
    else if (traits.httpHeader) headers[traits.httpHeader.toLowerCase()] = headerText(member);
    else if (traits.httpPrefixHeaders)
      for (const [key, text] of Object.entries(member))
        headers[`${traits.httpPrefixHeaders}${key}`] = String(text);
    else body[name] = member;
  }
  return { status, headers, body };
}

function decode(label: string): string {
  try {
    return decodeURIComponent(label);
  } catch {
    throw unreadable('The request path is not percent-encoded text');
  }
}

function fromQuery(schema: NormalizedSchema, texts: readonly string[]): unknown {
  return schema.isListSchema() ? [...texts] : scalar(schema, texts[0]);
}

function scalar(schema: NormalizedSchema, text: string | undefined): unknown {
  if (text === undefined || schema.isStringSchema()) return text;
  if (schema.isBooleanSchema()) return text === 'true';
  if (schema.isListSchema()) return text.split(',').map((item) => item.trim());
  if (schema.isTimestampSchema()) return instant(text);
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw unreadable(`${text} can not be converted to a Number`);
  return value;
}

/** Epoch seconds, or any of the two date forms. */
function instant(text: string): Date {
  const date = new Date(/^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : text);
  if (Number.isNaN(date.getTime())) throw unreadable(`${text} can not be converted to a Timestamp`);
  return date;
}

function prefixed({ headers }: WireRequest, prefix: string): { [key: string]: string } {
  const found = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(found.map(([name, value]) => [name.slice(prefix.length), value ?? '']));
}

const headerText = (value: unknown): string =>
  value instanceof Date ? value.toUTCString() : Array.isArray(value) ? value.join(', ') : String(value);
