/**
 * DeleteAlarms: docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html
 * @emulated
 */
import type { DeleteAlarmsCommandInput } from '@aws-sdk/client-cloudwatch';
import { find, parentsOf } from '../../alarms/composite';
import { suppressorOf } from '../../alarms/suppressor';
import type { CloudWatchWorld } from '../../alarms/transition';
import { insist, required, within } from './constraints';
import { recordConfiguration } from './entries';
import { cloudWatchError } from './errors';

/** Alarms that exist go, also when other names of the request do not exist; none of them existing is an error. */
export function deleteAlarms(world: CloudWatchWorld, { AlarmNames }: DeleteAlarmsCommandInput): object {
  const names = [...new Set(AlarmNames ?? [])];
  insist([
    required('alarmNames', AlarmNames),
    within('alarmNames', AlarmNames, [1, 100]),
    ...names.map((name, index) => within(`alarmNames.${index + 1}.member`, name, [1, 255])),
  ]);
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

/** An alarm stays while a composite alarm names it in its rule or has it as its suppressor. */
function checkParents({ alarms }: CloudWatchWorld, names: readonly string[]): void {
  const staying = [...alarms.composite.values()].filter((entry) => !names.includes(entry.name));
  const suppressors = new Set(staying.map((entry) => suppressorOf(alarms, entry)?.name));
  const isStaying = (parent: { name: string }): boolean => !names.includes(parent.name);
  const needed = names.filter((name) => suppressors.has(name) || parentsOf(alarms, name).some(isStaying));
  if (needed.length === 0) return;
  const them = needed.length === 1 ? 'it' : 'them';
  throw cloudWatchError(
    'validation',
    `Cannot delete ${needed.join(',')} as there are composite alarm(s) depending on ${them}.`,
  );
}
