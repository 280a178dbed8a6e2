/** Lambda functions as alarm actions: invoked asynchronously, as any other caller would. */
import { invoke } from '../actions/lambda/invoke';
import type { World } from '../world';

export function connectLambda(world: World): void {
  world.alarms.outside.invoke = async (arn, event) =>
    invoke(world, { FunctionName: arn, InvocationType: 'Event', Payload: Buffer.from(event) });
}
