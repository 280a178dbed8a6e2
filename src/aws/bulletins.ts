import type { PutEventsResponse } from '@aws-sdk/client-eventbridge';
import { type ErrorCode, ShipitError } from '../core/errors';
import type { Bulletins } from '../core/ports';
import { Digest } from '../core/values';
import type { Connections } from './connections';
import { sdk } from './sdk';
import { type Send, writing } from './sender';

/** Who says it, for the rules of a bus. */
const source = 'shipit';

/** A topic or bus may be in another region than the functions. A bus that is not there takes events in silence: so AWS does. */
export function createBulletins(connections: Connections, send: Send): Bulletins {
  return {
    async publish(topicArn, subject, text) {
      const input = { TopicArn: topicArn, Subject: subject, Message: text, ...orderOf(topicArn, text) };
      await send({
        ...writing(`Publish ${topicArn}`, null),
        send: () => connections.sns(regionOf(topicArn)).send(new (sdk.sns().PublishCommand)(input)),
      });
    },
    async put(bus, detailType, detail) {
      const entry = { EventBusName: bus, Source: source, DetailType: detailType };
      const input = { Entries: [{ ...entry, Detail: JSON.stringify(detail) }] };
      const call = `PutEvents ${bus}`;
      await send({
        ...writing(call, null),
        send: async () => {
          const { PutEventsCommand } = sdk.eventBridge();
          refuseFailed(call, await connections.eventBridge(regionOf(bus)).send(new PutEventsCommand(input)));
        },
      });
    },
  };
}

/** FIFO topics ask for a group, and take nothing twice within five minutes that says the same. */
const orderOf = (topicArn: string, text: string) =>
  topicArn.endsWith('.fifo') ? { MessageGroupId: source, MessageDeduplicationId: Digest.short(text) } : {};

/** Null for a plain name, which is in the region of everything else. It becomes part of a host name, so it has to be one. */
const regionOf = (arn: string): string | null =>
  /^arn:[^:]+:(?:sns|events):([a-z]{2,5}(?:-[a-z]+)+-\d{1,2}):/.exec(arn)?.[1] ?? null;

/** The call as a whole succeeds although an entry of it failed. */
function refuseFailed(call: string, answer: PutEventsResponse): void {
  const failed = answer.Entries?.find(({ ErrorCode }) => ErrorCode !== undefined);
  if (!failed && !answer.FailedEntryCount) return;
  const { ErrorCode: name = 'UnknownError', ErrorMessage: message = '' } = failed ?? {};
  const code = codes.get(name) ?? 'invalid';
  throw new ShipitError(code, `${call}: ${message === '' ? name : message}`);
}

const codes = new Map<string, ErrorCode>([
  ['ThrottlingException', 'throttled'],
  ['InternalFailure', 'unavailable'],
  ['InternalException', 'unavailable'],
  ['AccessDeniedException', 'accessDenied'],
  ['NotAuthorizedForSourceException', 'accessDenied'],
  ['NotAuthorizedForDetailTypeException', 'accessDenied'],
]);
