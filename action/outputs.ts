/** The outputs of action.yml, and whether the job is green. */
import type { EventOf, FunctionResult } from '../src/core/events';
import { warningsOf } from '../src/ui/forewarned';
import { planText } from '../src/ui/plan';
import { plainText } from '../src/ui/style';
import type { View } from '../src/ui/view';
import type { Told } from './told';
import { type Versions, versionsOf } from './versions';

export interface Ending {
  readonly outcome: string;
  readonly because: string;
  /** Of the step: what is left for a person is no failure. */
  readonly exitCode: number;
}

type Plan = EventOf<'plan.made'>;

/** Outputs are handed on as variables, and Linux starts no program with one of more than 131,071 bytes. */
const mostBytes = { because: 8000, plan: 60_000 };

export function endingOf(told: Told, exitCode: number): Ending {
  const { finished } = told.view;
  const { last } = told;
  if (finished === null || last === null)
    return { outcome: outcomeWithout(told, exitCode), because: becauseWithout(told, exitCode), exitCode };
  const { outcome, functions } = finished;
  const isLeft =
    outcome === 'waiting' && exitCode === 6 && functions.every((one) => one.outcome !== 'rolledBack');
  return { outcome, because: becauseOf(told, functions), exitCode: isLeft ? 0 : exitCode };
}

/** A command that met a bug, or was killed, had no time to say why. */
function becauseWithout({ last }: Told, exitCode: number): string {
  if (last !== null) return last.problems.join('\n');
  return exitCode === 0 ? '' : `it ended with exit ${exitCode}; the log says why`;
}

/** Of commands that are no release. */
function outcomeWithout({ view: { plan }, last, obeyed }: Told, exitCode: number): string {
  if (exitCode === 130 || exitCode === 143) return 'aborted';
  if (exitCode === 10) return plan ? 'changes' : 'different';
  if (exitCode === 2) return 'refused';
  if (exitCode === 6) return 'waiting';
  if (exitCode !== 0 || last === null) return 'failed';
  if (plan) return isIdle(plan) ? 'unchanged' : 'changes';
  return obeyed ? 'obeyed' : 'done';
}

const isIdle = ({ functions, layers, roles }: Plan): boolean =>
  functions.every(({ action }) => action === 'none') && layers.length + roles.length === 0;

/** What is wrong, else why each function ended as the release did. */
function becauseOf({ view: { finished } }: Told, functions: readonly FunctionResult[]): string {
  const problems = finished?.problems ?? [];
  const reasons = functions.filter(({ outcome, because }) => outcome === finished?.outcome && because !== '');
  const many = new Set(reasons.map(({ because }) => because)).size > 1;
  const lines = reasons.map(({ key, because }) => (many ? `${key}: ${because}` : because));
  return [...new Set([...problems, ...lines])].join('\n');
}

/** By the names of action.yml. */
export function outputsOf(told: Told, ending: Ending, details: boolean): Readonly<Record<string, string>> {
  const all = versionsOf(told);
  const moved = all.filter(({ outcome }) => outcome !== 'unchanged');
  const versions = all.map((one) => {
    const { key, name, alias, baseline, candidate, serves, outcome } = one;
    return [key, { function: name, alias, baseline, candidate, serves, outcome }] as const;
  });
  return {
    outcome: ending.outcome,
    'release-id': told.view.release ?? '',
    versions: JSON.stringify(Object.fromEntries(versions)),
    baseline: destinations(moved, ({ baseline }) => baseline),
    candidate: destinations(moved, ({ candidate }) => candidate),
    because: cut(ending.because, mostBytes.because),
    plan: told.view.plan ? cut(planOf(told.view, told.view.plan, details), mostBytes.plan) : '',
  };
}

/** `api@41 worker@7`, as the input `to` takes them. */
const destinations = (functions: readonly Versions[], version: (one: Versions) => string | null): string =>
  functions.flatMap((one) => (version(one) === null ? [] : [`${one.key}@${version(one)}`])).join(' ');

/** Warnings come first, so that a long plan does not cut them off. */
function planOf(view: View, plan: Plan, details: boolean): string {
  const warnings = warningsOf(view).map((warning) => `warning: ${warning.replace(/\s*\n\s*/g, ' ')}`);
  const head = warnings.length === 0 ? [] : [...warnings, ''];
  return [...head, ...planText(plan, details).map(plainText)].join('\n');
}

/** After a whole line if there is one, and never within a character. */
function cut(text: string, most: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= most) return text;
  const note = `[cut: ${bytes.length} bytes in all]`;
  const kept = bytes.subarray(0, most - note.length).toString();
  const line = kept.lastIndexOf('\n') + 1;
  return (line > 0 ? kept.slice(0, line) : kept.replace(/\ufffd+$/, '')) + note;
}
