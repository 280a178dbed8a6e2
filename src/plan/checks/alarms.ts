import type { AlarmReading } from '../../core/ports';
import { Duration, Percent } from '../../core/values';
import { OwnAlarmName, ownAlarmNames, ownWindow } from '../own-alarms';
import type { FunctionPlan, Plan, RolloutPlan } from '../plan';
import type { Step } from '../step';
import { type Check, Plans, type Setting } from './check';

/** What shall watch must be there, must be quiet now, and must have the time to speak. */
export const alarms: Check = {
  title: 'alarms exist, are quiet and fit the bake',
  code: 'preflight',
  async run(setting) {
    const { plan, options, ports } = setting;
    if (!plan.gated) return { problems: [], warnings: [] };
    const names = namesOf(plan);
    const readings = names.all.length === 0 ? [] : await ports.alarms.read(names.all);
    const known = new Map(readings.map((reading) => [reading.name, reading]));
    const vetoing = readings.filter(({ name }) => names.vetoing.has(name));
    const heard = vetoing.filter(({ name }) => !plan.ignored.includes(name));
    return {
      problems: [
        ...unwatched(options.ignoreFiring, names.all),
        ...Plans.changing(plan).flatMap((planned) => missing(planned, known)),
        ...plan.rollouts.flatMap((rollout) => missingOfSteps(rollout, known)),
        ...heard.flatMap(against),
        ...(plan.guard.insufficientData === 'fail' ? heard.flatMap(refusedWithoutData) : []),
        ...plan.rollouts.flatMap((rollout) => tooShort(rollout, { known, ignored: plan.ignored })),
      ],
      warnings: [
        ...vetoing.flatMap((alarm) => ignored(alarm, setting)),
        ...(plan.guard.insufficientData === 'hold' ? heard.flatMap(heldWithoutData) : []),
      ],
    };
  },
};

type Known = ReadonlyMap<string, AlarmReading>;

/** A first deploy is not watched, so only what moves asks for quiet. */
function namesOf(plan: Plan): { all: string[]; vetoing: ReadonlySet<string> } {
  const ofSteps = plan.rollouts.flatMap(({ steps }) => steps.flatMap((step) => step.alarms));
  const moving = Plans.updating(plan).flatMap((planned) => [...planned.spec.alarms, ...ownNamesOf(planned)]);
  const named = Plans.changing(plan).flatMap(({ spec }) => spec.alarms);
  const vetoing = new Set([...moving, ...ofSteps]);
  return { all: [...new Set([...named, ...vetoing])].sort(), vetoing };
}

/** Those of the alias: a candidate that is yet to be published has none. */
const ownNamesOf = ({ ref, spec }: FunctionPlan): string[] => ownAlarmNames(ref, null, spec.ownAlarms);

/** A name that was misspelt would let nothing pass, or the wrong thing. */
function unwatched(asked: readonly string[], names: readonly string[]): string[] {
  const watching = names.length === 0 ? 'no alarm does' : `these do: ${names.join(', ')}`;
  return [...new Set(asked)]
    .filter((name) => !names.includes(name))
    .map((name) => `--ignore-firing ${name}: no alarm of that name watches this release; ${watching}`);
}

/** AWS leaves unknown names out without a word. Those that shipit makes are made when they are needed. */
function missing({ spec }: FunctionPlan, known: Known): string[] {
  return spec.alarms.flatMap((name, index) => {
    const where = spec.where[`alarms.${index}`] ?? spec.key;
    return known.has(name) ? [] : [absent(where, name)];
  });
}

function missingOfSteps({ name: rollout, steps }: RolloutPlan, known: Known): string[] {
  return steps.flatMap((step) =>
    step.alarms
      .filter((name) => !known.has(name))
      .map((name) => absent(`rollout ${rollout}, the step of ${Percent.format(step.weight)}`, name)),
  );
}

const absent = (where: string, name: string): string =>
  `${where}: alarm ${name} does not exist in this account and region: correct the name, or create it`;

/** Why it would stop the release; null when it is quiet. */
function objectionOf({ name, state, sinceMs, reason, partial }: AlarmReading): string | null {
  if (state === 'ALARM') return `alarm ${name} is in ALARM since ${timeOf(sinceMs)} (${reason})`;
  return partial ? `alarm ${name}: CloudWatch could not read all of its data, so it cannot watch` : null;
}

function against(alarm: AlarmReading): string[] {
  const objection = objectionOf(alarm);
  if (objection === null) return [];
  const wait = alarm.state === 'ALARM' ? 'wait until it is quiet' : 'correct it, or try again';
  return [`${objection}: ${wait}, or pass --ignore-firing ${alarm.name}, or --no-gate --reason`];
}

function ignored(alarm: AlarmReading, { plan, options }: Setting): string[] {
  const objection = objectionOf(alarm);
  if (objection === null || !plan.ignored.includes(alarm.name)) return [];
  const by = options.ignoreFiring.includes(alarm.name) ? '--ignore-firing' : 'ignoreFiring of the guard';
  return [`${objection}: it cannot stop this release, by ${by}`];
}

/** Those that shipit makes begin so, and one on a percentile of few requests stays so: it says nothing of what they watch. */
const isWithoutData = ({ name, state }: AlarmReading): boolean =>
  state === 'INSUFFICIENT_DATA' && !OwnAlarmName.is(name);

function refusedWithoutData(alarm: AlarmReading): string[] {
  if (!isWithoutData(alarm)) return [];
  const { name, sinceMs, reason } = alarm;
  return [
    `alarm ${name} has no data since ${timeOf(sinceMs)} (${reason}), and the guard has insufficientData: fail: wait until it has some, set insufficientData to hold or pass, or pass --ignore-firing ${name}`,
  ];
}

function heldWithoutData(alarm: AlarmReading): string[] {
  if (!isWithoutData(alarm)) return [];
  return [
    `alarm ${alarm.name} has no data since ${timeOf(alarm.sinceMs)}: the release waits until it has some (insufficientData: hold)`,
  ];
}

const timeOf = (ms: number): string => new Date(ms).toISOString();

interface Window {
  readonly name: string;
  readonly ms: number;
}

interface Heard {
  readonly known: Known;
  readonly ignored: readonly string[];
}

/**
 * What nobody is to watch at 100% may end at once, for the steps before it were watched. A bake there is a promise to
 * look, and an alarm that cannot speak within it would break that promise without a word.
 */
function tooShort(rollout: RolloutPlan, heard: Heard): string[] {
  const always = rollout.functions.flatMap(({ spec }) => spec.alarms);
  const own = rollout.functions.flatMap(ownNamesOf).filter((name) => !heard.ignored.includes(name));
  const windows = [...windowsOf(always, heard), ...own.map((name) => ({ name, ms: ownWindow.ms }))];
  for (const step of rollout.steps.filter(({ weight, bakeMs }) => weight < 100 || bakeMs > 0)) {
    const [longest] = [...windows, ...windowsOf(step.alarms, heard)].sort((a, b) => b.ms - a.ms);
    if (longest !== undefined && step.bakeMs < longest.ms) return [tooShortFor(rollout, step, longest)];
  }
  return [];
}

function windowsOf(names: readonly string[], { known, ignored: skipped }: Heard): Window[] {
  return names.flatMap((name) => {
    const ms = known.get(name)?.windowMs ?? null;
    return ms === null || skipped.includes(name) ? [] : [{ name, ms }];
  });
}

/** A bake at 100% is set by `bakeAfter` in the file, unless there is no other step: then by --bake, too. */
function tooShortFor({ name: rollout, steps }: RolloutPlan, step: Step, alarm: Window): string {
  const [bake, window] = [Duration.of(step.bakeMs), Duration.of(alarm.ms)].map(Duration.format);
  const isAfter = step.weight === 100 && steps.length > 1;
  const what = isAfter ? `bakeAfter is ${bake}` : `the step of ${Percent.format(step.weight)} bakes ${bake}`;
  const way = isAfter
    ? `set bakeAfter to at least ${window}, or leave it out`
    : `bake at least that long (--bake ${window})`;
  const other = OwnAlarmName.is(alarm.name) ? '' : ', or shorten the alarm';
  return `rollout ${rollout}: ${what}, but alarm ${alarm.name} looks at ${window}: ${way}${other}`;
}
