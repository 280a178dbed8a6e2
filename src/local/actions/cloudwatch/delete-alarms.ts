import type { DeleteAlarmsCommandInput } from '@aws-sdk/client-cloudwatch';
import { type CloudWatchWorld, find, parentsOf } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { recordConfiguration } from './entries';
import { cloudWatchError } from './errors';

/** Alarms that exist go, also when other names of the request do not exist; none of them existing is an error. */
export function deleteAlarms(world: CloudWatchWorld, input: DeleteAlarmsCommandInput): object {
  const names = [...new Set(input.AlarmNames ?? [])];
  insist([required('alarmNames', input.AlarmNames), within('alarmNames', input.AlarmNames, [1, 100])]);
  const found = names.flatMap((name) => find(world.alarms, name) ?? []);
  if (found.length === 0) throw cloudWatchError('noAlarm', '');
  if (found.filter((entry) => entry.type === 'CompositeAlarm').length > 1)
    throw cloudWatchError('validation', 'A request can delete at most one composite alarm.');
  checkParents(world, names);
  for (const entry of found) {
    world.alarms.metric.delete(entry.name);
    world.alarms.composite.delete(entry.name);
    recordConfiguration(world, entry, 'deleted');
  }
  return {};
}

function checkParents({ alarms }: CloudWatchWorld, names: readonly string[]): void {
  const isStaying = (parent: { name: string }): boolean => !names.includes(parent.name);
  const needed = names.filter((name) => parentsOf(alarms, name).some(isStaying));
  if (needed.length === 0) return;
  const them = needed.length === 1 ? 'it' : 'them';
  throw cloudWatchError(
    'validation',
    `Cannot delete ${needed.join(',')} as there are composite alarm(s) depending on ${them}.`,
  );
}
