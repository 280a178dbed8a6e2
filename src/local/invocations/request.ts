/** What an invocation brings along, checked: its size, and that it is JSON. */
import { AwsError } from '../errors';
import type { Request } from './perform';

export type InvocationType = 'Event' | 'RequestResponse' | 'DryRun';

/** Bytes of a payload (Lambda quotas). */
const limits: { readonly [type in InvocationType]: number } = {
  Event: 1_048_576,
  RequestResponse: 6_291_456,
  DryRun: 6_291_456,
};

/** Throws RequestTooLargeException and InvalidRequestContentException. */
export function readRequest(
  input: { readonly Payload?: Uint8Array | undefined; readonly ClientContext?: string | undefined },
  type: InvocationType,
): Request {
  const limit = limits[type];
  const payload = input.Payload ?? new Uint8Array();
  if (payload.length > limit)
    throw new AwsError(
      'RequestTooLargeException',
      413,
      `${payload.length} byte payload is too large for the ${type} invocation type (limit ${limit} bytes)`,
    );
  const clientContext = input.ClientContext || null;
  if (payload.length > 0) insistOnJson(payload, 'Could not parse request body into json');
  if (clientContext !== null)
    insistOnJson(Buffer.from(clientContext, 'base64'), 'Could not parse client context');
  return { payload, clientContext };
}

function insistOnJson(bytes: Uint8Array, what: string): void {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    throw new AwsError('InvalidRequestContentException', 400, `${what}: ${(error as Error).message}`);
  }
}
