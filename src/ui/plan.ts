/** The text of `shipit plan`: what will be done, along which steps, and what will not happen. */
import type { CodePlan, EventOf, FunctionPlan, StepPlan } from '../core/events';
import { show } from './show';
import type { Line } from './style';
import { table } from './tables';

type Plan = EventOf<'plan.made'>;

/** One line a function, or with details each of its changes; functions without change only as a number. */
export function planText(plan: Plan, details: boolean): Line[] {
  const changed = plan.functions.filter(({ action }) => action !== 'none');
  const same = plan.functions.length - changed.length;
  const body = isIdle(plan)
    ? [`Nothing to release: ${show.count(same, 'function')} unchanged.`]
    : [
        ...(details ? changed.flatMap(functionText) : summary(changed)),
        ...besides(plan),
        ...(same > 0 ? [`${same} unchanged`] : []),
        ...plan.rollouts.flatMap((rollout) => ['', ...rolloutText(rollout, details)]),
        ...notesText(changed, details),
        ...(details || changed.length === 0 ? [] : ['', 'Every change: `shipit plan --details`.']),
      ];
  return [...body, ...driftText(plan)];
}

/** The same words wherever a plan is shown. */
export const planWords = { names: namesOf, how: howOf, step: stepWords } as const;

const isIdle = ({ functions, layers, roles }: Plan): boolean =>
  functions.every(({ action }) => action === 'none') && layers.length + roles.length === 0;

function summary(changed: readonly FunctionPlan[]): Line[] {
  const columns = ['', 'FUNCTION', 'ALIAS', 'CHANGES', 'HOW'];
  const rows = changed.map((planned) => [
    planned.action,
    planned.key,
    `${planned.name}:${planned.alias}`,
    namesOf(planned),
    howOf(planned),
  ]);
  return changed.length === 0
    ? []
    : table(
        columns.map((title) => ({ title, align: 'left' as const })),
        rows,
      );
}

/** More names than this are a number. */
const fewNames = 4;

/** `code, memorySize, environment.TABLE and 2 more`; of a function that is new, nothing more need be said. */
function namesOf({ action, changes }: FunctionPlan): string {
  if (action === 'create' && changes.length === 0) return 'an alias for what is there';
  if (action === 'create') return show.count(changes.length, 'setting');
  const names = [...new Set(changes.map((line) => line.split(' ')[1] ?? line))];
  if (names.length === 0) return 'moves to a version that is there';
  const rest = names.length - fewNames;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, fewNames).join(', ')} and ${rest} more`;
}

function howOf({ action, baseline, rollout }: FunctionPlan): string {
  if (action === 'create') return 'new, all requests at once';
  if (action === 'settings') return 'no new version';
  return `from version ${baseline ?? '(none)'}, by ${rollout}`;
}

function functionText(planned: FunctionPlan): Line[] {
  const { key, name, alias, action, changes, code } = planned;
  return [
    [{ tone: 'strong', text: `${action} ${key}` }, `  ${name}:${alias}  ${howOf(planned)}`],
    ...changes.flatMap((change) =>
      code !== null && /^[~+] code /.test(change) ? codeText(change, code) : [`    ${change}`],
    ),
  ];
}

/** More files than this are a number: a new dependency brings hundreds. */
const fewFiles = 20;

function codeText(change: string, { fromBytes, toBytes, files }: CodePlan): Line[] {
  const sizes = [fromBytes, toBytes].filter((bytes) => bytes !== null && bytes > 0) as number[];
  const size = sizes.length === 0 ? '' : `  (${sizes.map(show.bytes).join(' -> ')})`;
  const shown = (files ?? []).slice(0, fewFiles).map((file) => `        ${file}`);
  const rest = (files ?? []).length - shown.length;
  return [
    `    ${change}${size}`,
    ...shown,
    ...(rest > 0 ? [`        and ${show.count(rest, 'more file')}`] : []),
  ];
}

function besides({ layers, roles, surplus = [] }: Plan): Line[] {
  return [
    ...layers.map(({ key, name, bytes }) => `layer ${key}  a new version of ${name}, ${show.bytes(bytes)}`),
    ...surplus.map(
      ({ key, name, versions }) =>
        `layer ${key}  ${show.count(versions.length, 'old version')} of ${name} removed at the end: ${versions.join(', ')}`,
    ),
    ...roles.flatMap(({ name, changes }) => [
      [{ tone: 'strong' as const, text: `role ${name}` }],
      ...changes.flatMap((change) => roleText(name, change)),
    ]),
  ];
}

/** The name stands above already. */
function roleText(name: string, change: string): Line[] {
  if (change === `+ role ${name}`) return ['    + new, for Lambda alone'];
  return [`    ${change.replace(` ${name}: `, ' ')}`];
}

function rolloutText({ name, steps, totalMs, endsAtMs }: Plan['rollouts'][number], details: boolean): Line[] {
  const end = totalMs > 0 ? `, over at ${show.clock(endsAtMs)} if it begins now` : '';
  return [
    [
      { tone: 'strong', text: `rollout ${name}` },
      `  ${show.count(steps.length, 'step')}, ${show.time(totalMs)} in all${end}`,
    ],
    ...steps.flatMap((step, at) => stepText(step, at + 1, details)),
  ];
}

/** Whether somebody has to be there is said always, what is asked only with details. */
function stepText(step: StepPlan, number: number, details: boolean): Line[] {
  const { hooks, alarms } = step;
  return [
    `    ${number}. ${stepWords(step)}`,
    ...(details && hooks ? [`        asks ${hooks.join(', ')}`] : []),
    ...(details && alarms ? [`        alarms ${alarms.join(', ')}`] : []),
  ];
}

/** `10%, watch for 10m`. */
function stepWords({ weight, bakeMs, approval }: StepPlan): string {
  const bake = bakeMs > 0 ? `watch for ${show.time(bakeMs)}` : 'no wait';
  const wait = approval ? [`wait for approval, ${approvalText(approval)}`] : [];
  return [`${weight}%`, bake, ...wait].join(', ');
}

const approvalText = ({ expiresMs, otherwise }: NonNullable<StepPlan['approval']>): string =>
  `${show.time(expiresMs)} at most, then ${otherwise === 'continue' ? 'go on' : 'go back'}`;

/** `api, worker: <note>`: what holds for several functions is said once, for more than `most` by their number. */
export function notesOf(functions: readonly FunctionPlan[], most: number): string[] {
  const keys = new Map<string, string[]>();
  for (const { key, notes } of functions)
    for (const note of notes) keys.set(note, [...(keys.get(note) ?? []), key]);
  return [...keys].map(([note, who]) => {
    const names = who.length <= most ? who.join(', ') : show.count(who.length, 'function');
    return `${names}: ${note}`;
  });
}

function notesText(changed: readonly FunctionPlan[], details: boolean): Line[] {
  const lines = notesOf(changed, details ? changed.length : fewNames).map((note) => `note: ${note}`);
  return lines.length === 0 ? [] : ['', ...lines];
}

function driftText({ functions }: Plan): Line[] {
  const looked = functions.filter(({ drift }) => drift !== null);
  if (looked.length === 0) return [];
  const drifted = looked.filter(({ drift }) => drift !== null && drift.length > 0);
  if (drifted.length === 0) {
    const was = looked.length === 1 ? 'it was' : 'they were';
    return ['', `No drift: ${show.count(looked.length, 'function')} as ${was} released last.`];
  }
  return [
    '',
    [{ tone: 'strong', text: 'drift' }, '  live settings that differ from what was released last'],
    ...drifted.flatMap(({ key, drift }) => [`  ${key}`, ...(drift ?? []).map((line) => `    ${line}`)]),
  ];
}
