/** Makes the alarms that a function is to have, and takes away those that it is no longer to have. */
import type { OwnAlarm } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { LiveFunction } from '../core/function';
import type { SettingsOf } from '../core/lambda';
import type { AlarmDefinition, Ports } from '../core/ports';
import type { AliasRef } from '../core/values';
import { AlarmTag } from '../plan/alarm-upkeep';
import { definitionsOf, OwnAlarmName, ownAlarmNames } from '../plan/own-alarms';
import type { AlarmUpkeep, FunctionPlan } from '../plan/plan';

type Tell = (event: Event) => Promise<void>;

type KeepPorts = Pick<Ports, 'alarms' | 'settings' | 'functions' | 'clock'>;

/**
 * Those of the alias, before anything moves: first the alarms, then the tag that remembers them. Leftovers of releases that
 * died go along, where the alias is ours.
 */
export async function keepAlarms(ports: KeepPorts, planned: FunctionPlan, tell: Tell): Promise<void> {
  const upkeep = planned.upkeep.alarms;
  if (upkeep === null || !isToWrite(planned, upkeep)) return;
  const there = await namesThere(ports, upkeep);
  const wanted = definitionsOf(upkeep.subject, null);
  const made = wanted.filter(({ name }) => upkeep.state !== 'kept' || !there.includes(name));
  const gone = there.filter((name) => isGone(name, planned, wanted));
  const subject = upkeep.state === 'changed' ? await subjectOf(ports, planned) : null;
  if (subject !== null && upkeep.remembered !== null)
    await ports.settings.mark(subject, { [upkeep.mark.tag]: AlarmTag.unfinished });
  await putAll(ports, made, tell);
  await removeAll(ports, gone, tell);
  if (subject !== null) await ports.settings.mark(subject, { [upkeep.mark.tag]: upkeep.mark.value });
}

/** A function without release is left alone by those whose tags cannot tell, or each release would write them. */
const isToWrite = ({ action }: FunctionPlan, { state, missing }: AlarmUpkeep): boolean =>
  action !== 'none' || state === 'changed' || missing.length > 0;

/** Who declared none and may not ask has none, as far as anybody can say. */
async function namesThere({ alarms }: KeepPorts, { subject, state }: AlarmUpkeep): Promise<string[]> {
  try {
    const names = await alarms.named(OwnAlarmName.before(subject.ref, null));
    return names.filter(OwnAlarmName.is);
  } catch (error) {
    if (state === 'untold' && subject.own.length === 0 && ShipitError.is(error, 'accessDenied')) return [];
    throw error;
  }
}

/** While this release does not hold the alias, another one may, and watch its candidate. */
function isGone(name: string, { action }: FunctionPlan, wanted: readonly AlarmDefinition[]): boolean {
  if (OwnAlarmName.isOfCandidate(name)) return action !== 'none';
  return !wanted.some((alarm) => alarm.name === name);
}

/**
 * Those of the candidate, once it is published and before it gets any traffic. After those of its alias, which take leftovers
 * away. Answers with their names.
 */
export async function watchCandidate(
  ports: Pick<Ports, 'alarms'>,
  { upkeep }: FunctionPlan,
  version: string,
): Promise<readonly string[]> {
  if (upkeep.alarms === null) return [];
  const definitions = definitionsOf(upkeep.alarms.subject, version);
  await Promise.all(definitions.map((alarm) => ports.alarms.put(alarm)));
  return definitions.map(({ name }) => name);
}

/** A candidate whose release is over. */
export interface Watched {
  readonly ref: AliasRef;
  readonly version: string;
  readonly own: readonly OwnAlarm[];
}

/** Whatever the end was. What cannot be removed goes with the next release of the function, so it disturbs nobody now. */
export async function unwatchCandidates(
  ports: Pick<Ports, 'alarms' | 'clock'>,
  candidates: readonly Watched[],
  tell: Tell,
): Promise<void> {
  const names = candidates.flatMap(({ ref, version, own }) => ownAlarmNames(ref, version, own));
  try {
    await removeAll(ports, names, tell);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    const message = `alarms of candidates stay until the next release: ${error.message}`;
    await tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint: error.hint });
  }
}

async function putAll(
  { alarms, clock }: Pick<Ports, 'alarms' | 'clock'>,
  definitions: readonly AlarmDefinition[],
  tell: Tell,
): Promise<void> {
  for (const definition of definitions) {
    await alarms.put(definition);
    await tell({ v: 1, type: 'alarm.kept', at: clock.nowMs(), name: definition.name, what: 'made' });
  }
}

async function removeAll(
  { alarms, clock }: Pick<Ports, 'alarms' | 'clock'>,
  names: readonly string[],
  tell: Tell,
): Promise<void> {
  if (names.length === 0) return;
  await alarms.remove(names);
  for (const name of names)
    await tell({ v: 1, type: 'alarm.kept', at: clock.nowMs(), name, what: 'removed' });
}

async function subjectOf({ functions }: KeepPorts, { spec, live }: FunctionPlan): Promise<SettingsOf> {
  const here: LiveFunction | null = live.serving ?? live.latest ?? (await functions.look(spec.name));
  if (here === null) throw new ShipitError('notFound', `${spec.name} went away while it was being released`);
  return { functionName: spec.name, arn: here.arn, logGroup: null };
}
