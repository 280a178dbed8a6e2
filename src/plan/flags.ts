/** Flag text becomes values here, once; a typo never becomes a weight. */
import type { Strategy, StrategyStep } from '../config/project';
import { ShipitError } from '../core/errors';
import { Duration, Percent } from '../core/values';
import type { StrategyChoice } from './choose';
import { problemOf } from './strategy';

/** As the command line gives them; undefined when the flag was not used. */
export interface StrategyFlags {
  readonly canary: string | undefined;
  readonly linear: string | undefined;
  readonly steps: string | undefined;
  readonly allAtOnce: boolean | undefined;
  readonly rollout: string | undefined;
  readonly bake: string | undefined;
}

/** All that may belong to the way a release was asked to go. */
export const courseFlags = '--canary, --linear, --steps, --rollout, --bake, --all-at-once, --no-gate';

const noBake = Duration.of(0);

const examples = {
  canary: '--canary 10% or --canary 10%/10m',
  linear: '--linear 10%/1m',
  steps: '--steps 1%/5m,25%/10m',
  bake: '--bake 10m',
} as const;

type Flag = keyof typeof examples;

/** `badFlag` with one line for the first flag that cannot be read, and for two that exclude each other. */
export function parseStrategy(flags: StrategyFlags): StrategyChoice {
  refuseTwo(flags);
  const bake = flags.bake === undefined ? null : parseBake(flags.bake);
  const strategy = strategyOf(flags);
  if (strategy !== null && bake !== null && hasOwnBake(strategy))
    throw new ShipitError('badFlag', `--bake ${flags.bake}: the steps already say how long they bake`, {
      hint: 'Give the time once: in the steps, or with --bake.',
    });
  return { strategy, rollout: flags.rollout ?? null, bake };
}

function refuseTwo(flags: StrategyFlags): void {
  const used = [
    flags.canary !== undefined && '--canary',
    flags.linear !== undefined && '--linear',
    flags.steps !== undefined && '--steps',
    flags.allAtOnce && '--all-at-once',
    flags.rollout !== undefined && '--rollout',
  ].filter((name) => typeof name === 'string');
  if (used.length < 2) return;
  throw new ShipitError('badFlag', `${used.join(' and ')} exclude each other`, {
    hint: `Keep one of ${used.join(', ')}.`,
  });
}

function strategyOf(flags: StrategyFlags): Strategy | null {
  if (flags.canary !== undefined) return parseCanary(flags.canary);
  if (flags.linear !== undefined) return parseLinear(flags.linear);
  if (flags.steps !== undefined) return parseSteps(flags.steps);
  return flags.allAtOnce ? { kind: 'allAtOnce', bakeAfter: noBake } : null;
}

/** True where --bake would contradict what the same command line says. */
function hasOwnBake(strategy: Strategy): boolean {
  if (strategy.kind === 'canary') return strategy.bake !== null;
  if (strategy.kind === 'steps') return strategy.steps.some(({ bake }) => bake !== null);
  return strategy.kind === 'linear';
}

function parseCanary(text: string): Strategy {
  const { weight, bake } = parsePart('canary', text, text);
  return checked('canary', text, { kind: 'canary', weight, bake, approval: null, bakeAfter: noBake });
}

function parseLinear(text: string): Strategy {
  const { weight, bake } = parsePart('linear', text, text);
  if (bake === null) throw bad('linear', text, 'it does not say how long each step lasts');
  return checked('linear', text, { kind: 'linear', weight, every: bake, bakeAfter: noBake });
}

function parseSteps(text: string): Strategy {
  const steps = text.split(',').map((part) => parsePart('steps', text, part.trim()));
  return checked('steps', text, { kind: 'steps', steps, bakeAfter: noBake });
}

/** `10%` or `10%/10m`. */
function parsePart(flag: Flag, text: string, part: string): StrategyStep {
  const cut = part.indexOf('/');
  const weight = parseWeight(flag, text, cut < 0 ? part : part.slice(0, cut));
  const plain = { weight, alarms: [], hooks: [], approval: null };
  if (cut < 0) return { ...plain, bake: null };
  return { ...plain, bake: parseTime(flag, text, part.slice(cut + 1)) };
}

function parseWeight(flag: Flag, text: string, word: string): Percent {
  const weight = Percent.parse(word);
  if (weight === null)
    throw bad(
      flag,
      text,
      word === '' ? 'the weight is missing' : `"${word}" is not a weight from 0.1% to 99.9%`,
    );
  return weight;
}

function parseTime(flag: Flag, text: string, word: string): Duration {
  const time = Duration.parse(word);
  if (time === null)
    throw bad(flag, text, word === '' ? 'the time is missing' : `"${word}" is not a time such as 90s or 10m`);
  if (time === 0) throw bad(flag, text, 'a step that lasts no time cannot be watched');
  return time;
}

const parseBake = (text: string): Duration => parseTime('bake', text, text);

function checked(flag: Flag, text: string, strategy: Strategy): Strategy {
  const problem = problemOf(strategy);
  if (problem !== null) throw bad(flag, text, problem);
  return strategy;
}

const bad = (flag: Flag, text: string, why: string): ShipitError =>
  new ShipitError('badFlag', `--${flag} ${text}: ${why}`, { hint: `Write it like ${examples[flag]}.` });
