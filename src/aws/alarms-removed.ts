/** Takes alarms away, whether they are there or not. */
import { ShipitError } from '../core/errors';
import type { Alarms } from '../core/ports';
import type { Connections } from './connections';
import { unlessGone } from './errors';
import { sdk } from './sdk';
import { repeatable, type Send } from './sender';

/** DeleteAlarms takes this many names. */
const namesPerCall = 100;

interface Tools {
  readonly connections: Connections;
  readonly send: Send;
  readonly read: Alarms['read'];
}

export async function removeAlarms(tools: Tools, names: readonly string[]): Promise<void> {
  const gone = [...new Set(names)];
  for (let at = 0; at < gone.length; at += namesPerCall)
    await removeBatch(tools, gone.slice(at, at + namesPerCall));
}

/**
 * A name that does not exist may be an error, and AWS promises that no alarm is deleted when there is an error. Then those
 * that are still there go by themselves.
 */
async function removeBatch(tools: Tools, names: string[]): Promise<void> {
  try {
    await removeThese(tools, names);
  } catch (error) {
    if (!ShipitError.is(error, 'notFound')) throw error;
    const left = (await tools.read(names)).map(({ name }) => name);
    if (left.length > 0) await removeThese(tools, left).catch(unlessGone);
  }
}

async function removeThese({ connections, send }: Tools, names: string[]): Promise<void> {
  const { DeleteAlarmsCommand } = sdk.cloudwatch();
  const [first] = names;
  const what = names.length === 1 ? first : `${first} and ${names.length - 1} more`;
  await send({
    ...repeatable(`DeleteAlarms ${what}`, 'deleteAlarms'),
    send: () => connections.cloudwatch().send(new DeleteAlarmsCommand({ AlarmNames: names })),
  });
}
