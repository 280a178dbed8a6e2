/** What each wire protocol does for a service: find the operation, read its input, write its output or its error. */
import type { AwsError } from '../errors';
import type { WireRequest, WireResponse } from './message';
import type { Operation } from './operation';

export interface Protocol {
  /** Throws AwsError for an operation that AWS does not have. */
  find(request: WireRequest): Found;
  /** Throws AwsError for an input that cannot be read. */
  read(found: Found, request: WireRequest): object;
  write(operation: Operation, output: object, requestId: string): WireResponse;
  fail(error: AwsError, requestId: string): WireResponse;
}

export interface Found {
  readonly operation: Operation;
  /** Still percent-encoded; empty for protocols without addresses. */
  readonly labels: ReadonlyMap<string, string>;
}

/** The members of an error's body: whose fault it was, unless the error says otherwise, and what it adds. */
export function errorMembers(
  error: AwsError,
  defaults: { [member: string]: string },
): { [member: string]: string | number | object } {
  const members = Object.entries({ ...defaults, ...error.members });
  return Object.fromEntries(
    members.filter((member): member is [string, string | number | object] => member[1] !== null),
  );
}
