/** Alarms that shipit makes, on an alias and on one version behind it: their names and what they say. Pure. */
import type { OwnAlarm } from '../config/project';
import type { AlarmDefinition } from '../core/ports';
import type { AliasRef } from '../core/values';

/** Whose alarms, and what their defaults rest on. */
export interface AlarmSubject {
  readonly ref: AliasRef;
  readonly own: readonly OwnAlarm[];
  /** Percent: the guard's own limit. */
  readonly maxErrorRate: number;
  /** Of the function. */
  readonly timeoutS: number;
  /** By which shipit knows its own. */
  readonly tags: AlarmDefinition['tags'];
}

/**
 * Two minutes of the last three. One bad minute is noise: of two requests at night one fails, and that is half of them. Two
 * of two would let go of a function that is called every other minute. Three minutes are all that a bake has to have, and
 * whoever needs to know sooner has the guard, which counts requests as they come.
 */
export const ownWindow = { breaching: 2, minutes: 3, ms: 180_000 } as const;

const kinds = ['errors', 'throttles', 'p99'] as const;

/** Of the candidate when there is a version, else of the alias. Sorted by kind; whether they are there is another question. */
export function ownAlarmNames(
  ref: AliasRef,
  version: string | null,
  own: readonly Pick<OwnAlarm, 'kind'>[],
): string[] {
  return kinds
    .filter((kind) => own.some((alarm) => alarm.kind === kind))
    .map((kind) => `${OwnAlarmName.before(ref, version)}${kind}`);
}

/** The dots cannot stand in names of functions and aliases, so no two of them are alike. */
export const OwnAlarmName = {
  before: ({ functionName, alias }: AliasRef, version: string | null): string =>
    `shipit-${functionName}.${alias}.${version === null ? '' : `v${version}.`}`,

  /** What all of the function begin with. */
  ofFunction: (functionName: string): string => `shipit-${functionName}.`,

  is: (name: string): boolean => ownForm.test(name),

  isOfCandidate: (name: string): boolean => ownForm.exec(name)?.[1] !== undefined,
};

const ownForm = /^shipit-[\w-]+\.[\w-]+\.(v\d+\.)?(?:errors|throttles|p99)$/;

/** In the order of the names. */
export function definitionsOf(subject: AlarmSubject, version: string | null): AlarmDefinition[] {
  const { ref, tags } = subject;
  const { breaching, minutes } = ownWindow;
  return thresholdsOf(subject).map(({ kind, threshold }) => ({
    ...ref,
    name: `${OwnAlarmName.before(ref, version)}${kind}`,
    ...{ kind, version, threshold, breaching, minutes, tags },
    description: describe({ ref, version }, kind, threshold),
  }));
}

interface Threshold {
  readonly kind: OwnAlarm['kind'];
  readonly threshold: number;
}

/** One a kind, with the defaults written out. */
function thresholdsOf({ own, maxErrorRate, timeoutS }: AlarmSubject): Threshold[] {
  // A request that takes nine tenths of its time is about to be cut off.
  const defaults = { errors: maxErrorRate, throttles: 0, p99: timeoutS * 900 };
  return kinds.flatMap((kind) => {
    const alarm = own.find((one) => one.kind === kind);
    return alarm === undefined ? [] : [{ kind, threshold: alarm.threshold ?? defaults[kind] }];
  });
}

function describe(
  { ref, version }: { ref: AliasRef; version: string | null },
  kind: OwnAlarm['kind'],
  threshold: number,
): string {
  const what = {
    errors: `more than ${threshold}% of the requests fail`,
    throttles: `more than ${threshold} requests a minute are throttled`,
    p99: `the slowest hundredth of the requests takes more than ${threshold} ms`,
  }[kind];
  const behind = version === null ? '' : `, version ${version} alone`;
  const { breaching, minutes } = ownWindow;
  return `Made by shipit, which writes over it and removes it. ${ref.functionName}:${ref.alias}${behind}: ${what}, in ${breaching} of ${minutes} minutes.`;
}
