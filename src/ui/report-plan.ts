/** What a report and a pull request say of a plan, as plain words. */
import type { EventOf } from '../core/events';
import { notesOf, planWords } from './plan';
import type { ReportTable } from './report-tables';
import { show } from './show';

type Plan = EventOf<'plan.made'>;

export interface PlanReport {
  /** `2 functions change, 25m in all`. */
  readonly title: string;
  readonly functions: ReportTable;
  /** How many are left as they are. */
  readonly unchanged: number;
  readonly rollouts: readonly { readonly title: string; readonly steps: readonly string[] }[];
  /** Layers and roles. */
  readonly besides: readonly string[];
  readonly notes: readonly string[];
  readonly drift: readonly string[];
  /** Every change of every function. */
  readonly changes: readonly { readonly key: string; readonly lines: readonly string[] }[];
}

/** Functions that are named before a note that holds for all of them. */
const fewNames = 4;

export function planReport(plan: Plan): PlanReport {
  const changed = plan.functions.filter(({ action }) => action !== 'none');
  return {
    title: titleOf(plan),
    functions: {
      title: 'What changes',
      noun: ['function', 'functions'],
      columns: ['What', 'Function', 'Alias', 'Changes', 'How'],
      rows: changed.map((planned) => [
        planned.action,
        planned.key,
        `${planned.name}:${planned.alias}`,
        planWords.names(planned),
        planWords.how(planned),
      ]),
      note: null,
    },
    unchanged: plan.functions.length - changed.length,
    rollouts: plan.rollouts.map(rolloutOf),
    besides: besidesOf(plan),
    notes: notesOf(changed, fewNames),
    drift: plan.functions.flatMap(({ key, drift }) => (drift ?? []).map((line) => `${key}: ${line}`)),
    changes: changed
      .filter(({ changes }) => changes.length > 0)
      .map(({ key, changes, code }) => ({
        key,
        lines: [...changes, ...(code?.digest ? [`code has the SHA-256 ${code.digest}`] : [])],
      })),
  };
}

function titleOf({ functions, layers, roles, rollouts }: Plan): string {
  const changed = functions.filter(({ action }) => action !== 'none').length;
  if (changed + layers.length + roles.length === 0) return 'nothing to release';
  const longest = Math.max(0, ...rollouts.map(({ totalMs }) => totalMs));
  const parts = [
    `${show.count(changed, 'function')} ${changed === 1 ? 'changes' : 'change'}`,
    ...(layers.length === 0 ? [] : [show.count(layers.length, 'new layer version')]),
    ...(roles.length === 0 ? [] : [show.count(roles.length, 'role')]),
    ...(longest > 0 ? [`${show.time(longest)} in all`] : []),
  ];
  return parts.join(', ');
}

function rolloutOf({ name, steps, totalMs }: Plan['rollouts'][number]): PlanReport['rollouts'][number] {
  const lines = steps.map((step) => {
    const asks = step.hooks ? `; asks ${step.hooks.join(', ')}` : '';
    const alarms = step.alarms ? `; alarms ${step.alarms.join(', ')}` : '';
    return `${planWords.step(step)}${asks}${alarms}`;
  });
  return {
    title: `Rollout ${name}: ${show.count(steps.length, 'step')}, ${show.time(totalMs)} in all`,
    steps: lines,
  };
}

function besidesOf({ layers, roles, surplus = [] }: Plan): string[] {
  return [
    ...layers.map(
      ({ key, name, bytes, digest }) =>
        `layer ${key}: a new version of ${name}, ${show.bytes(bytes)}, ${digest}`,
    ),
    ...surplus.map(({ key, versions }) => `layer ${key}: old versions go at the end: ${versions.join(', ')}`),
    ...roles.flatMap(({ name, changes }) => changes.map((change) => `role ${name}: ${change}`)),
  ];
}
