import type { Duration, Percent } from '../core/values';
import { locate, type Position } from './problem';
import type { FunctionSpec, OwnAlarm } from './project';
import type { Alarms, AlarmThreshold, CreatedAlarm } from './schema.gen';
import type { Subject } from './subject';
import { duration, percent } from './units';
import type { View } from './view';

const kinds = ['errors', 'throttles', 'p99'] as const satisfies readonly OwnAlarm['kind'][];

type Watched = Pick<FunctionSpec, 'alarms' | 'ownAlarms'> & { where: { [path: string]: string } };

/** The alarms of a function: its own, then those of the project that it does not name itself. */
export function watchedOf(subject: Subject, { draft, source }: Pick<View, 'draft' | 'source'>): Watched {
  const entries = [
    ...placed(subject.layered.alarms, (index) => subject.at(['alarms', index])),
    ...placed(draft.alarms, (index) => source.at(['alarms', index])),
  ];
  const names = new Map<string, string>();
  const own = new Map<OwnAlarm['kind'], { threshold: number | null; at: string }>();
  for (const { entry, at } of entries) {
    if (typeof entry === 'string') {
      if (!names.has(entry)) names.set(entry, at);
      continue;
    }
    for (const created of entry.create) {
      const { kind, threshold } = ownAlarmOf(created);
      if (!own.has(kind)) own.set(kind, { threshold, at });
    }
  }
  const made = kinds.flatMap((kind) => ({ kind, ...own.get(kind) })).filter(({ at }) => at !== undefined);
  return {
    alarms: [...names.keys()],
    ownAlarms: made.map(({ kind, threshold = null }) => ({ kind, threshold })),
    where: Object.fromEntries([
      ...[...names.values()].map((at, index) => [`alarms.${index}`, at]),
      ...made.map(({ at }, index) => [`ownAlarms.${index}`, at]),
    ]),
  };
}

const placed = (alarms: Alarms = [], place: (index: number) => Position) =>
  alarms.map((entry, index) => ({ entry, at: locate(place(index)) }));

/** What one entry of `create` asks for; of a map, the schema lets one key through. */
export function ownAlarmOf(created: CreatedAlarm): OwnAlarm {
  if (typeof created === 'string') return { kind: created, threshold: null };
  const kind = kinds.find((one) => created[one] !== undefined) ?? 'errors';
  return { kind, threshold: thresholdOf(created) };
}

function thresholdOf({ errors, throttles, p99 }: AlarmThreshold): Percent | Duration | number | null {
  if (errors !== undefined) return percent(errors);
  return p99 === undefined ? (throttles ?? null) : duration(p99);
}
