import { valueLines } from '../diff';
import type { FunctionPlan } from '../plan';
import { type Check, Plans } from './check';

/**
 * What Lambda takes only while it makes a function, or never takes away again (Lambda API reference,
 * UpdateFunctionConfiguration; Lambda Developer Guide, "Configure Lambda durable functions").
 */
export const creation: Check = {
  title: 'settings can be changed',
  code: 'preflight',
  run: ({ plan }) => ({ problems: Plans.changing(plan).flatMap(problemsOf), warnings: [] }),
};

type Key = 'packageType' | 'tenancy' | 'durable' | 'capacityProvider';

const reasons = {
  made: 'takes this only when it makes a function',
  kept: 'never takes this away',
} as const;

function problemsOf(planned: FunctionPlan): string[] {
  const { live, spec, config, artifact } = planned;
  if (live.latest === null || artifact === null) return [];
  const before = live.latest.config;
  const keys: readonly Key[] = ['packageType', 'tenancy', 'durable', 'capacityProvider'];
  return keys.flatMap((key) => {
    const reason = reasonOf(key, { from: before[key], to: config[key] });
    const lines = reason === null ? [] : valueLines(key, before[key], config[key]);
    return lines.map((line) => `${spec.where[key] ?? spec.key}: ${line}: Lambda ${reason}: ${wayOut(spec)}`);
  });
}

/** Null where Lambda takes the change. */
function reasonOf(key: Key, { from, to }: { from: unknown; to: unknown }): string | null {
  if (key === 'packageType' || key === 'tenancy') return reasons.made;
  if (to === null) return reasons.kept;
  return key === 'durable' && from === null ? reasons.made : null;
}

const wayOut = ({ key }: FunctionPlan['spec']): string =>
  `give it another \`name\`, which makes a new function, or \`shipit destroy ${key}\` first`;
