/**
 * What a destination is told of an asynchronous invocation that is over
 * (docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html).
 */
import type { Route } from '../lambda/route';
import type { RuntimeResult } from '../runtime/pool';
import type { QueuedEvent } from './events';

export interface Ending {
  readonly condition: 'Success' | 'RetriesExhausted' | 'EventAgeExceeded' | 'ZeroReservedConcurrency';
  /** Of the last attempt; null when the function did not run. */
  readonly result: RuntimeResult | null;
  readonly attempts: number;
  readonly atMs: number;
}

export interface InvocationRecord {
  readonly version: '1.0';
  readonly timestamp: string;
  readonly requestContext: {
    readonly requestId: string;
    readonly functionArn: string;
    readonly condition: Ending['condition'];
    readonly approximateInvokeCount: number;
  };
  readonly requestPayload: unknown;
  readonly responseContext?: {
    readonly statusCode: number;
    readonly executedVersion: string;
    readonly functionError?: string;
  };
  readonly responsePayload?: unknown;
}

export function recordOf(event: QueuedEvent, { entry, version }: Route, ending: Ending): InvocationRecord {
  const { result, condition, attempts, atMs } = ending;
  return {
    version: '1.0',
    timestamp: new Date(atMs).toISOString(),
    requestContext: {
      requestId: event.id,
      functionArn: `${entry.arn}:${event.qualifier ?? '$LATEST'}`,
      condition,
      approximateInvokeCount: attempts,
    },
    requestPayload: jsonOf(event.payload),
    ...(result ? responseOf(result, version.version) : {}),
  };
}

const responseOf = (
  result: RuntimeResult,
  executedVersion: string,
): Pick<InvocationRecord, 'responseContext' | 'responsePayload'> => ({
  responseContext: {
    statusCode: 200,
    executedVersion,
    ...(result.functionError === null ? {} : { functionError: result.functionError }),
  },
  responsePayload: jsonOf(result.payload),
});

/** No payload is an empty event; what is no JSON, as a handler that writes its own response may answer, is told as text. */
function jsonOf(bytes: Uint8Array): unknown {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return text;
  }
}
