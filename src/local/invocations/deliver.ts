/** Sends what became of an asynchronous invocation where the function's configuration says. */
import { emitCount } from '../emit';
import { Route } from '../lambda/route';
import type { World } from '../world';
import type { Chain, QueuedEvent } from './events';
import type { Request } from './perform';
import { type Ending, type InvocationRecord, recordOf } from './records';
import { readRequest } from './request';

export interface Outcome {
  readonly event: QueuedEvent;
  readonly route: Route;
  readonly ending: Ending;
}

const mostRounds = 16;

/** Accepts an asynchronous invocation. */
export type Accept = (world: World, route: Route, request: Request & { readonly chain: Chain }) => void;

/** Never rejects: what cannot be delivered is counted. */
export async function deliver(world: World, outcome: Outcome, accept: Accept): Promise<void> {
  const { event, route, ending } = outcome;
  if (ending.condition !== 'Success') deliverDeadLetter(world, outcome);
  const config = world.eventConfigs.find(event.functionName, event.qualifier ?? '$LATEST');
  const target = ending.condition === 'Success' ? config?.onSuccess : config?.onFailure;
  if (!target) return;
  try {
    await send(world, { ...outcome, target, record: recordOf(event, route, ending) }, accept);
  } catch {
    emitCount(world, route, 'DestinationDeliveryFailures');
  }
}

interface Parcel extends Outcome {
  readonly target: string;
  readonly record: InvocationRecord;
}

async function send(world: World, parcel: Parcel, accept: Accept): Promise<void> {
  const { target, record, event, route } = parcel;
  const body = JSON.stringify(record);
  const [, , service, , , name = ''] = target.split(':');
  if (service === 'lambda') return pass(world, parcel, accept);
  if (service === 's3') return world.objects.write(name, objectKey(world, parcel), Buffer.from(body));
  world.deliveries.add({
    atMs: parcel.ending.atMs,
    kind: 'destination',
    target,
    functionArn: route.entry.arn,
    requestId: event.id,
    body,
    attributes: service === 'events' ? eventAttributes(record) : {},
  });
}

/** Functions that invoke each other without an end are stopped after some sixteen rounds, unless that is allowed. */
function pass(world: World, { target, record, event }: Parcel, accept: Accept): void {
  const route = Route.resolve(world, target, null);
  const rounds = event.chain[route.entry.name] ?? 0;
  const request = readRequest({ Payload: Buffer.from(JSON.stringify(record)) }, 'Event');
  if (rounds < mostRounds || route.entry.recursiveLoop === 'Allow')
    accept(world, route, { ...request, chain: event.chain });
  else emitCount(world, route, 'RecursiveInvocationsDropped');
}

/** As an event of EventBridge whose detail is the record. */
const eventAttributes = ({ requestContext }: InvocationRecord): { [name: string]: string } => ({
  Source: 'lambda',
  DetailType: `Lambda Function Invocation Result - ${requestContext.condition === 'Success' ? 'Success' : 'Failure'}`,
});

/** `aws/lambda/async/<function>/YYYY/MM/DD/YYYY-MM-DDTHH.MM.SS-<UUID>`. */
function objectKey(world: World, { event, ending }: Parcel): string {
  const [day = '', time = ''] = new Date(ending.atMs).toISOString().slice(0, 19).split('T');
  const folder = `aws/lambda/async/${event.functionName}/${day.replaceAll('-', '/')}`;
  return `${folder}/${day}T${time.replaceAll(':', '.')}-${world.random.uuid()}`;
}

/** A dead letter is the event itself; why it is dead stands in its attributes. */
function deliverDeadLetter(world: World, { event, route, ending }: Outcome): void {
  const target = route.version.config.DeadLetterConfig?.TargetArn;
  if (!target) return;
  world.deliveries.add({
    atMs: ending.atMs,
    kind: 'dead-letter',
    target,
    functionArn: route.entry.arn,
    requestId: event.id,
    body: Buffer.from(event.payload).toString('utf8'),
    attributes: {
      RequestID: event.id,
      ErrorCode: ending.result ? '200' : '429',
      ErrorMessage: messageOf(ending),
    },
  });
}

/** The first kilobyte, as Lambda gives it. */
function messageOf({ result }: Ending): string {
  if (!result) return 'Rate Exceeded.';
  const text = Buffer.from(result.payload).toString('utf8');
  try {
    return String(JSON.parse(text).errorMessage ?? '').slice(0, 1024);
  } catch {
    return text.slice(0, 1024);
  }
}
