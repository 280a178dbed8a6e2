/** What PutEvents takes for an event, and the event that comes of it (recorded). */
import type { PutEventsRequestEntry, PutEventsResultEntry } from '@aws-sdk/client-eventbridge';
import type { World } from '../world';

/** As rules and targets see it. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** Whole seconds. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** Null for an entry that can become an event; else how it fails, alone. */
export function problemOf(entry: PutEventsRequestEntry): PutEventsResultEntry | null {
  const missing = (['Source', 'DetailType', 'Detail'] as const).find((member) => !entry[member]);
  if (missing !== undefined)
    return {
      ErrorCode: 'InvalidArgument',
      ErrorMessage: `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`,
    };
  if (entry.Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  if (detailIn(entry.Detail ?? '') === null)
    return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return null;
}

export function eventOf(
  { account, region, clock }: World,
  id: string,
  entry: PutEventsRequestEntry,
): BusEvent {
  const { Source: source = '', DetailType: type = '', Detail = '', Time, Resources = [] } = entry;
  const time = new Date(Time?.getTime() ?? clock.nowMs()).toISOString().replace(/\.\d+Z$/, 'Z');
  const detail = detailIn(Detail) ?? {};
  return {
    ...{ version: '0', id, 'detail-type': type, source, account, time, region },
    ...{ resources: Resources, detail },
  };
}

function detailIn(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** As AWS counts it: 14 bytes for a time, and the UTF-8 of everything else. */
export function bytesOf({ Time, Source, DetailType, Detail, Resources = [] }: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), Time ? 14 : 0);
}
