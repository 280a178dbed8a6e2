/** Which version of each function was there, came, and serves: the output `versions`, from whatever a command told. */
import type { FunctionPlan, FunctionResult } from '../src/core/events';
import type { Row } from '../src/ui/standing';
import type { FunctionView } from '../src/ui/view';
import type { Told } from './told';

export interface Versions {
  readonly key: string;
  readonly name: string;
  readonly alias: string;
  readonly baseline: string | null;
  readonly candidate: string | null;
  /** The one that has all requests; null while two have them, and where nobody said. */
  readonly serves: string | null;
  /** Null of what has not ended. */
  readonly outcome: string | null;
}

/** How it ended, else how it stands, else what is planned. */
export function versionsOf({ view, status }: Told): Versions[] {
  const { finished, functions, release, plan } = view;
  if (finished !== null)
    return finished.functions.map((one) => {
      const known = functions.get(one.key);
      const serves = finished.byHand ? servedByHand(one, known) : servedAfter(one, known);
      return { ...one, serves };
    });
  if (status !== null) return status.functions.map(ofRow);
  if (release !== null) return [...functions.values()].map(ofView);
  return (plan?.functions ?? []).map(ofPlan);
}

/** Two share them where it waits, and whoever was faster decides where the alias was lost. */
function servedAfter(result: FunctionResult, known: FunctionView | undefined): string | null {
  const { outcome, baseline, candidate } = result;
  if (outcome === 'lost') return null;
  const written = known?.serves ?? null;
  if (written !== null) return written;
  if (outcome === 'promoted') return candidate ?? baseline;
  const isShared = outcome === 'waiting' || outcome === 'stuck' || (known !== undefined && known.weight > 0);
  return isShared ? null : baseline;
}

/** Its candidate is where it went. */
function servedByHand(
  { outcome, candidate, baseline }: FunctionResult,
  known: FunctionView | undefined,
): string | null {
  if (outcome === 'rolledBack' || outcome === 'unchanged') return candidate ?? baseline;
  return known?.serves ?? null;
}

function ofRow({ key, name, alias, version: baseline, candidate, weight }: Row): Versions {
  const isOne = candidate === null || weight === 0;
  const serves = isOne ? baseline : weight === 100 ? candidate : null;
  return { key, name, alias, baseline, candidate, serves, outcome: null };
}

const ofView = ({ key, name, alias, baseline, candidate, serves, result }: FunctionView): Versions => ({
  ...{ key, name, alias, baseline, candidate, serves, outcome: result?.outcome ?? null },
});

const ofPlan = ({ key, name, alias, baseline, action }: FunctionPlan): Versions => ({
  ...{ key, name, alias, baseline, candidate: null, serves: baseline },
  outcome: action === 'none' ? 'unchanged' : 'changes',
});
