import type { AlarmReading } from '../../core/ports';
import { Duration, Percent } from '../../core/values';
import type { FunctionPlan, RolloutPlan } from '../plan';
import { type Check, Plans, type Setting } from './check';

/** What shall watch must be there, must be quiet now, and must have the time to speak. */
export const alarms: Check = {
  title: 'alarms exist, are quiet and fit the bake',
  code: 'preflight',
  async run(setting) {
    const changing = Plans.changing(setting.plan);
    const names = [...new Set(changing.flatMap(({ spec }) => spec.alarms))].sort();
    if (!setting.plan.gated || names.length === 0) return { problems: [], warnings: [] };
    const readings = await setting.ports.alarms.read(names);
    const known = new Map(readings.map((reading) => [reading.name, reading]));
    return {
      problems: [
        ...changing.flatMap((planned) => missing(planned, known)),
        ...firing(setting, known),
        ...setting.plan.rollouts.flatMap((rollout) => tooShort(rollout, known)),
      ],
      warnings: [],
    };
  },
};

type Known = ReadonlyMap<string, AlarmReading>;

/** AWS leaves unknown names out without a word. */
function missing({ spec }: FunctionPlan, known: Known): string[] {
  return spec.alarms.flatMap((name, index) => {
    const where = spec.where[`alarms.${index}`] ?? spec.key;
    return known.has(name)
      ? []
      : [`${where}: alarm ${name} does not exist in this account and region: correct the name, or create it`];
  });
}

/** A first deploy is not watched, so only what moves asks for quiet. */
function firing({ plan }: Setting, known: Known): string[] {
  const names = new Set(Plans.updating(plan).flatMap(({ spec }) => spec.alarms));
  return [...known.values()]
    .filter(({ name }) => names.has(name))
    .flatMap((alarm) => {
      if (alarm.state === 'ALARM')
        return [
          `alarm ${alarm.name} is in ALARM since ${new Date(alarm.sinceMs).toISOString()} (${alarm.reason}): wait until it is quiet, or pass --no-gate --reason`,
        ];
      return alarm.partial
        ? [
            `alarm ${alarm.name}: CloudWatch could not read all of its data, so it cannot watch: correct it, or try again`,
          ]
        : [];
    });
}

/** The last step may be as short as it likes: everything has been seen before it. */
function tooShort(rollout: RolloutPlan, known: Known): string[] {
  const windows = rollout.functions
    .flatMap(({ spec }) => spec.alarms)
    .flatMap((name) => known.get(name) ?? [])
    .filter((alarm) => alarm.windowMs !== null);
  const longest = windows.sort((a, b) => (b.windowMs ?? 0) - (a.windowMs ?? 0))[0];
  const windowMs = longest?.windowMs ?? 0;
  const step = rollout.steps.find(({ weight, bakeMs }) => weight < 100 && bakeMs < windowMs);
  if (!longest || !step) return [];
  const [bake, window] = [Duration.of(step.bakeMs), Duration.of(windowMs)].map(Duration.format);
  return [
    `rollout ${rollout.name}: the step of ${Percent.format(step.weight)} bakes ${bake}, but alarm ${longest.name} looks at ${window}: bake at least that long (--bake ${window}), or shorten the alarm`,
  ];
}
