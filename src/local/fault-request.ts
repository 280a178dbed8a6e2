/** Reads what `POST /_shipit/faults` asks for. */
import { AwsError } from './errors';
import { type FaultKind, type FaultRule, faultKinds } from './faults';

type Json = { readonly [member: string]: unknown };

const mostRules = 100;
const defaultMs = 5_000;
const mostMs = 24 * 3_600_000;

/** `{ faults: [{ action, kind, rate, ms?, times? }], seed? }`. Throws AwsError that says which one is wrong, and how. */
export function readFaults({ faults, seed = 0 }: Json): { rules: FaultRule[]; seed: number } {
  if (!Array.isArray(faults) || faults.length > mostRules)
    throw wrong(`faults must be a list of at most ${mostRules}`);
  if (typeof seed !== 'number' || !Number.isSafeInteger(seed)) throw wrong('seed must be a whole number');
  return { rules: faults.map(readFault), seed };
}

function readFault(given: unknown, index: number): FaultRule {
  const at = `faults[${index}]`;
  if (typeof given !== 'object' || given === null) throw wrong(`${at} must be an object`);
  const { action, kind, rate, ms = defaultMs, times = null } = given as Json;
  if (typeof action !== 'string' || !/^(\*|[A-Z]\w{1,80})$/.test(action))
    throw wrong(`${at}.action must be the name of an operation, such as UpdateAlias, or *`);
  if (!faultKinds.includes(kind as FaultKind))
    throw wrong(`${at}.kind must be one of ${faultKinds.join(', ')}`);
  if (!isWithin(rate, 0, 1)) throw wrong(`${at}.rate must be between 0 and 1`);
  if (!isWithin(ms, 0, mostMs)) throw wrong(`${at}.ms must be between 0 and ${mostMs}`);
  if (times !== null && !isWithin(times, 1, Number.MAX_SAFE_INTEGER))
    throw wrong(`${at}.times must be at least 1`);
  return { action, kind: kind as FaultKind, rate, ms, times };
}

const isWithin = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

const wrong = (message: string): AwsError => new AwsError('BadRequest', 400, message);
