/** Events that other services hand to functions, in asynchronous invocations. */
import { invoke } from '../actions/lambda/invoke';
import type { World } from '../world';
import { type Invoking, mayInvoke } from './permits';

export interface HandOver extends Pick<Invoking, 'source'> {
  /** Full ARN, with a version or an alias or without. */
  readonly functionArn: string;
  /** As it stands in the function's policy: `sns.amazonaws.com`. */
  readonly principal: string;
  readonly event: object;
}

const functionArns = /^arn:aws[\w-]*:lambda:[\w-]+:\d{12}:function:([\w-]+)(?::([\w$-]+))?$/;

/** A function that is gone, refuses, or does not let the service, loses the event: who sent it has its answer already. */
export async function handOver(
  world: World,
  { functionArn, principal, source, event }: HandOver,
): Promise<void> {
  const [, name = '', qualifier = '$LATEST'] = functionArns.exec(functionArn) ?? [];
  const entry = world.functions.entries.get(name);
  if (!entry || !mayInvoke(entry, qualifier, { principals: [principal], source, account: world.account }))
    return;
  const Payload = Buffer.from(JSON.stringify(event));
  try {
    await invoke(world, { FunctionName: functionArn, InvocationType: 'Event', Payload });
  } catch {}
}
