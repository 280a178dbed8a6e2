/**
 * Provisioned concurrency that no rollout brings: that of the version that is served already, when only the number
 * changes; that of first versions, which get all of their traffic at once; and that of a version to which somebody went back.
 */
import type { FunctionSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { SettingsOf } from '../core/lambda';
import { lastingFor } from '../core/lasting';
import type { Ports } from '../core/ports';
import { CapacityTag } from '../plan/capacity';
import type { CapacityPlan, FunctionPlan } from '../plan/plan';
import { type CapacityOf, dropCapacity, readyCapacity, setCapacity } from './capacity';

type KeepPorts = Pick<Ports, 'capacity' | 'aliases' | 'functions' | 'settings' | 'clock'>;

export interface CapacityWork {
  readonly tell: (event: Event) => Promise<void>;
  /** Ctrl-C: ends the waits. */
  readonly stop: AbortSignal;
  /** Versions made, by function key. */
  readonly candidates: ReadonlyMap<string, string>;
}

/** No digest of anything, so it is never what was written last. */
const unfinished = 'unfinished';

/** Of a function whose version stays: it has as before when that fails. */
export async function keepServed(
  ports: KeepPorts,
  planned: FunctionPlan,
  { tell, stop }: CapacityWork,
): Promise<void> {
  const { spec, action, upkeep } = planned;
  if (action !== 'none' || upkeep.capacity === null || upkeep.capacity.version === null) return;
  const { version, wanted: amount } = upkeep.capacity;
  const of = { functionName: spec.name, version, amount };
  const told = teller(ports, { key: spec.key, version, amount }, tell);
  if (isMarked(planned)) await mark(ports, planned, unfinished);
  if (amount > 0) await told(false);
  try {
    const lasting = lastingFor({ clock: ports.clock, tell, key: spec.key });
    await setCapacity({ ...ports, stop, lasting }, of);
  } catch (error) {
    await goBack(ports, upkeep.capacity, of);
    throw error;
  }
  await told(true);
  await markCapacity(ports, planned, version);
}

/** Of versions that get their first alias: all of them, or none. */
export async function readyFirsts(
  ports: KeepPorts,
  plans: readonly FunctionPlan[],
  work: CapacityWork,
): Promise<void> {
  const firsts = plans.flatMap((planned) => {
    const { key, name: functionName, provisionedConcurrency: amount } = planned.spec;
    const version = work.candidates.get(key);
    return amount === null || amount === 0 || version === undefined
      ? []
      : [{ planned, of: { functionName, version, amount } }];
  });
  const results = await Promise.allSettled(firsts.map((first) => readyFirst(ports, first, work)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed === undefined) return;
  for (const { of } of firsts) await dropCapacity(ports, of).catch(unlessKnown);
  throw failed.reason;
}

/** So that the next plan need not ask, as long as this version is served and nothing else is declared. */
export async function markCapacity(
  ports: Pick<Ports, 'settings' | 'functions'>,
  planned: FunctionPlan,
  version: string,
): Promise<void> {
  const { spec } = planned;
  if (spec.provisionedConcurrency === null || spec.manage === 'release') return;
  await mark(ports, planned, CapacityTag.of(spec, version, spec.provisionedConcurrency));
}

/** Traffic of one function that somebody brought back by hand. */
export interface WentBack {
  readonly spec: FunctionSpec;
  readonly from: string;
  readonly to: string;
}

/**
 * The version that serves again is asked for what is declared, and the other gives its own back. Nobody waits for it, and
 * what cannot be written is only told: the traffic is where it should be.
 */
export async function bringBack(
  ports: Pick<Ports, 'capacity' | 'aliases' | 'clock'>,
  { spec, from, to }: WentBack,
  tell: (event: Event) => Promise<void>,
): Promise<void> {
  const { key, name: functionName, provisionedConcurrency: amount } = spec;
  if (amount === null) return;
  const told = (version: string, count: number, ready: boolean) =>
    teller(ports, { key, version, amount: count }, tell)(ready);
  try {
    // What the function reserves may not be enough for both.
    if (await dropCapacity(ports, { functionName, version: from })) await told(from, 0, true);
    const has = amount === 0 ? null : await ports.capacity.read(functionName, to);
    if (amount === 0 || (has !== null && has.status !== 'FAILED' && has.requested >= amount)) return;
    await ports.capacity.write(functionName, to, amount);
    await told(to, amount, false);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    const message = `${key}: the provisioned concurrency did not move back to version ${to}: ${error.message}`;
    await tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint: error.hint });
  }
}

async function readyFirst(
  ports: KeepPorts,
  { planned, of }: { readonly planned: FunctionPlan; readonly of: CapacityOf },
  { tell, stop }: CapacityWork,
): Promise<void> {
  const { version, amount } = of;
  const told = teller(ports, { key: planned.spec.key, version, amount }, tell);
  await told(false);
  const lasting = lastingFor({ clock: ports.clock, tell, key: planned.spec.key });
  await readyCapacity({ ...ports, stop, lasting }, of);
  await told(true);
  await markCapacity(ports, planned, version);
}

/** Asked for, not waited for: whoever ends here wants to hear why. */
async function goBack({ capacity }: KeepPorts, { before }: CapacityPlan, of: CapacityOf): Promise<void> {
  const { functionName, version } = of;
  await (before === 0
    ? capacity.remove(functionName, version)
    : capacity.write(functionName, version, before)
  ).catch(unlessKnown);
}

function teller(
  { clock }: Pick<Ports, 'clock'>,
  what: { readonly key: string; readonly version: string; readonly amount: number },
  tell: (event: Event) => Promise<void>,
) {
  return (ready: boolean) => tell({ v: 1, type: 'capacity.changed', at: clock.nowMs(), ...what, ready });
}

/** What went wrong first is told; this on top of it would only hide that. */
function unlessKnown(error: unknown): void {
  if (!(error instanceof ShipitError)) throw error;
}

const isMarked = ({ spec, live }: FunctionPlan): boolean =>
  spec.manage === 'all' && (live.serving ?? live.latest)?.tags?.[CapacityTag.name] !== undefined;

/** None where the tags may not be read: nobody can say whose the function is. */
async function mark(
  { settings, functions }: Pick<Ports, 'settings' | 'functions'>,
  { spec, live }: FunctionPlan,
  text: string,
): Promise<void> {
  const here = live.serving ?? live.latest ?? (await functions.look(spec.name));
  if (here === null || here.tags === null) return;
  const of: SettingsOf = { functionName: spec.name, arn: here.arn, logGroup: null };
  await settings.mark(of, { [CapacityTag.name]: text });
}
