/**
 * A plan that was looked at and is to be carried out later, exactly or not at all. It holds no code and no secret: it is
 * made again from the project file, and refused where anything came out differently.
 */
import type { Strategy } from '../config/project';
import { ShipitError } from '../core/errors';
import type { StrategyChoice } from './choose';
import type { Plan } from './plan';
import { problemOf } from './strategy';

export interface SavedPlan {
  readonly v: 1;
  readonly project: string;
  readonly stage: string | null;
  /** Where it was made: what is yet to be made looks the same everywhere. */
  readonly account: string;
  readonly region: string;
  /** Function keys, sorted. */
  readonly functions: readonly string[];
  readonly alias: string | null;
  readonly fromAlias: string | null;
  readonly choice: StrategyChoice;
  readonly gated: boolean;
  readonly digest: string;
  readonly reality: string;
  /** What is done with each function, by key: for people, and to say what came out differently. */
  readonly changes: Readonly<{ [key: string]: readonly string[] }>;
}

export type SaveRequest = Pick<
  SavedPlan,
  'project' | 'stage' | 'account' | 'region' | 'alias' | 'fromAlias' | 'choice' | 'gated'
>;

export function savePlan(plan: Plan, request: SaveRequest): SavedPlan {
  const { digest, reality } = plan;
  const functions = plan.functions.map(({ spec }) => spec.key);
  return { v: 1, ...request, functions, digest, reality, changes: changesByKey(plan) };
}

/** `badFlag` for what is no plan of this shipit. */
export function readSavedPlan(text: string, shown: string): SavedPlan {
  const wrong = (why: string) =>
    new ShipitError('badFlag', `--plan ${shown}: ${why}`, {
      hint: 'Make one with `shipit plan --out plan.json`.',
    });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw wrong('it is no JSON');
  }
  if (typeof value !== 'object' || value === null || (value as { v?: unknown }).v !== 1)
    throw wrong('it is no plan of this version of shipit');
  if (!hasForm(value)) throw wrong('a part of the plan is missing or of another form');
  return value;
}

const texts = ['project', 'account', 'region', 'digest', 'reality'] as const;
const textsOrNull = ['stage', 'alias', 'fromAlias'] as const;

function hasForm(value: object): value is SavedPlan {
  const plan = value as { [key: string]: unknown };
  const { functions, choice, changes } = plan;
  return (
    texts.every((key) => typeof plan[key] === 'string') &&
    textsOrNull.every((key) => plan[key] === null || typeof plan[key] === 'string') &&
    typeof plan.gated === 'boolean' &&
    isTexts(functions) &&
    typeof changes === 'object' &&
    changes !== null &&
    Object.values(changes).every(isTexts) &&
    isChoice(choice)
  );
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

function isChoice(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { strategy, rollout, bake } = value as { [key: string]: unknown };
  const plain = (rollout === null || typeof rollout === 'string') && (bake === null || isTime(bake));
  return plain && (strategy === null || isStrategy(strategy));
}

const isTime = (value: unknown): boolean => typeof value === 'number' && value >= 0;

/** Flags say nothing of alarms, hooks and approval: a saved choice that does was not written by shipit. */
const bare = { alarms: [], hooks: [] };

/** Of the right form, and then one that makes sense. */
function isStrategy(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, bakeAfter, every, steps } = value as { [key: string]: unknown };
  const forms: { [kind: string]: () => boolean } = {
    canary: () => isStep({ ...bare, ...value }),
    linear: () => isStep({ ...bare, ...value, bake: every, approval: null }) && isTime(every),
    steps: () => Array.isArray(steps) && steps.every(isStep),
    allAtOnce: () => true,
  };
  const isFormed = typeof kind === 'string' && Object.hasOwn(forms, kind) && forms[kind]?.();
  return isFormed === true && isTime(bakeAfter) && problemOf(value as Strategy) === null;
}

function isStep(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { weight, bake, alarms, hooks, approval } = value as { [key: string]: unknown };
  return (
    typeof weight === 'number' &&
    weight >= 0 &&
    weight <= 100 &&
    (bake === null || isTime(bake)) &&
    isNothing(alarms) &&
    isNothing(hooks) &&
    approval === null
  );
}

const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

export type Here = Pick<SavedPlan, 'project' | 'account' | 'region'>;

/** What to say when the plan made again here is another one; null when it is the same. */
export function moved(saved: SavedPlan, plan: Plan, here: Here): ShipitError | null {
  const other = (['project', 'account', 'region'] as const).find((key) => saved[key] !== here[key]);
  if (other !== undefined)
    return new ShipitError(
      'refused',
      `the plan was made for ${other} ${saved[other]}, and this is ${here[other]}`,
    );
  const now = changesByKey(plan);
  const keys = [...new Set([...Object.keys(saved.changes), ...Object.keys(now)])].sort();
  const lines = keys.flatMap((key) => differences(key, saved.changes[key] ?? [], now[key] ?? []));
  // What somebody read must be what is done, so the words count too.
  if (saved.digest === plan.digest && saved.reality === plan.reality && lines.length === 0) return null;
  const problems =
    lines.length > 0
      ? lines
      : ['the same changes are left to do, but something they rest on was written meanwhile'];
  return new ShipitError('refused', `reality is not what it was when the plan was made: ${problems[0]}`, {
    problems,
    hint: 'Nothing was written. Make a new plan with `shipit plan --out` and look at it again.',
  });
}

function differences(key: string, then: readonly string[], now: readonly string[]): string[] {
  return [
    ...then.filter((line) => !now.includes(line)).map((line) => `${key}: planned and no longer so: ${line}`),
    ...now.filter((line) => !then.includes(line)).map((line) => `${key}: not in the plan: ${line}`),
  ];
}

function changesByKey({ functions }: Plan): { [key: string]: string[] } {
  return Object.fromEntries(
    functions.map(({ spec, action, changes, upkeep }) => [
      spec.key,
      action === 'none' && upkeep.changes.length === 0 ? [] : [action, ...changes, ...upkeep.changes],
    ]),
  );
}
