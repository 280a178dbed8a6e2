/**
 * Subscription filters at work: what matches goes to a Lambda function, packed as AWS packs it
 * (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html), in an asynchronous invocation.
 */
import { gzipSync } from 'node:zlib';
import { EventId } from './ids';
import { createFollowing } from './pattern/match';
import { invalidPattern, type LogPattern, parsePattern } from './pattern/pattern';
import type { Arrival, SubscriptionEntry } from './store';

export interface Delivery {
  /** Name, partial or full ARN, with a qualifier or without. */
  readonly function: string;
  readonly payload: Uint8Array;
}

const functionArn = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:([\w-]+)/;

/** What to do with each arrival. `deliver` must not throw. */
export function createSubscriptions(
  owner: string,
  deliver: (delivery: Delivery) => void,
): (arrival: Arrival) => void {
  const following = new WeakMap<SubscriptionEntry, Following>();
  const followingOf = (subscription: SubscriptionEntry): Following => {
    const known = following.get(subscription) ?? follow(parsePattern(subscription.pattern, invalidPattern));
    following.set(subscription, known);
    return known;
  };
  return (arrival) => {
    for (const subscription of arrival.group.subscriptions.values()) {
      const [, name] = functionArn.exec(subscription.destinationArn) ?? [];
      if (name === undefined || isOwnLog(arrival, name)) continue;
      const logEvents = matching(arrival, followingOf(subscription));
      if (logEvents.length === 0) continue;
      const payload = pack({ owner, arrival, subscription, logEvents });
      deliver({ function: subscription.destinationArn, payload });
    }
  };
}

interface Following {
  readonly kind: LogPattern['kind'];
  readonly match: ReturnType<typeof createFollowing>;
}

const follow = (pattern: LogPattern): Following => ({
  kind: pattern.kind,
  match: createFollowing(pattern),
});

/** A function that is sent its own log lines would never come to rest: AWS prevents such recursion, too. */
const isOwnLog = ({ group }: Arrival, functionName: string): boolean =>
  group.name === `/aws/lambda/${functionName}`;

function matching({ events }: Arrival, { kind, match }: Following): object[] {
  const matches = match(events.map(({ message }) => message));
  return events.flatMap((event, index) => {
    const matched = matches[index];
    if (!matched) return [];
    const { atMs: timestamp, message } = event;
    const extracted = kind === 'delimited' ? { extractedFields: withoutSigns(matched.named) } : {};
    return [{ id: EventId.of(event), timestamp, message, ...extracted }];
  });
}

const withoutSigns = (named: { readonly [selector: string]: string }): object =>
  Object.fromEntries(Object.entries(named).map(([selector, value]) => [selector.slice(1), value]));

interface Packed {
  readonly owner: string;
  readonly arrival: Arrival;
  readonly subscription: SubscriptionEntry;
  readonly logEvents: readonly object[];
}

function pack({ owner, arrival, subscription, logEvents }: Packed): Uint8Array {
  const message = {
    messageType: 'DATA_MESSAGE',
    owner,
    logGroup: arrival.group.name,
    logStream: arrival.stream.name,
    subscriptionFilters: [subscription.name],
    logEvents,
  };
  const data = gzipSync(JSON.stringify(message)).toString('base64');
  return Buffer.from(JSON.stringify({ awslogs: { data } }));
}
