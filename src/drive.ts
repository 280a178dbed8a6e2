/** From a crew that owns its aliases to where they are left: whoever starts a release drives it, and whoever takes one over. */
import { ShipitError } from './core/errors';
import type { Ports } from './core/ports';
import type { FunctionPlan, Plan } from './plan/plan';
import { markCapacity } from './release/keep-capacity';
import { removeSurplus } from './release/layers';
import { unwatchCandidates } from './release/own-alarms';
import { prune } from './release/prune';
import { pruneImages } from './release/prune-images';
import { type Course, conduct } from './rollout/conduct';
import type { Ending } from './rollout/context';
import type { Crew } from './rollout/crew';
import { type Hooked, Hooks } from './rollout/hooks';
import { Reserve } from './rollout/reserve';

export interface Journey {
  readonly plan: Plan;
  readonly crew: Crew;
  readonly courses: readonly Course[];
  readonly holdForMs: number;
  readonly stop: AbortSignal;
}

export type Endings = ReadonlyMap<string, Ending>;

/** roll -> tell who wants to know that it went back -> give back what nobody needs any more. By the names of the courses. */
export async function drive(ports: Ports, journey: Journey): Promise<Endings> {
  const { crew, courses, plan } = journey;
  const ended = await roll(journey);
  await Promise.all(
    courses.map(async ({ group, functions }) => {
      const ending = ended.get(group.name);
      if (ending) await settle(ports, crew, { rollout: group.name, functions, ending });
    }),
  );
  if ([...ended.values()].every(({ outcome }) => outcome === 'promoted')) await tidyUp(ports, plan, crew);
  return ended;
}

async function roll({ crew, courses, holdForMs, stop }: Journey): Promise<Endings> {
  if (courses.length === 0) return new Map();
  const rollout = conduct(crew, { courses, holdForMs });
  const abort = () => rollout.abort('stopped by hand');
  stop.addEventListener('abort', abort);
  if (stop.aborted) abort();
  const ended = await rollout.ended;
  stop.removeEventListener('abort', abort);
  return ended;
}

export interface Settled {
  readonly rollout: string;
  readonly functions: readonly Hooked[];
  readonly ending: Ending;
}

/** A release that was left on purpose keeps all it has; one that another process has is that one's business. */
export async function settle(
  ports: Ports,
  crew: Crew,
  { rollout, functions, ending }: Settled,
): Promise<void> {
  const { outcome } = ending;
  const isOthers = functions.some(({ lane }) => lane.taken?.kind === 'takenOver');
  if (outcome === 'waiting' || isOthers) return;
  const reserve = new Reserve(crew, functions);
  const hooks = new Hooks(crew, rollout, functions);
  const wentBack = outcome === 'rolledBack' || outcome === 'aborted';
  if (wentBack && hooks.any('onRollback', []))
    await hooks.ask({ when: 'onRollback', step: 0, weight: 0 }, []);
  if (wentBack) await reserve.drop('candidate');
  if (outcome === 'promoted') await reserve.drop('baseline');
  const candidates = functions.flatMap(({ lane, spec }) => {
    const version = lane.versions.candidate;
    return version === null ? [] : [{ ref: lane.at.ref, version, own: spec.ownAlarms }];
  });
  await unwatchCandidates(ports, candidates, crew.ports.tell);
}

/** Only when all of it is out: what went back needs its old layers and versions. What stays harms nobody until the next release. */
async function tidyUp(ports: Ports, plan: Plan, { lanes, ports: { tell } }: Crew): Promise<void> {
  const moved = plan.functions.flatMap((planned) => {
    const lane = lanes.find(({ at }) => at.key === planned.spec.key);
    return lane ? [{ planned, versions: lane.versions }] : [];
  });
  const kept = moved.map(({ planned: { spec }, versions: { baseline, candidate } }) => ({
    spec,
    keep: [baseline, candidate ?? baseline],
  }));
  await withoutFailing(ports, 'old layer versions stay', () => removeSurplus(ports.layers, plan.layers));
  for (const { planned, versions } of moved) await remember(ports, planned, versions.candidate);
  await prune(ports, kept, tell);
  // Versions first: an image that a version of before ran is needed no more.
  await pruneImages(
    ports,
    moved.map(({ planned }) => planned.spec),
    tell,
  );
}

/** So that the next plan need not ask what the version has. */
async function remember(ports: Ports, planned: FunctionPlan, candidate: string | null): Promise<void> {
  if (candidate === null) return;
  const what = `${planned.spec.key}: its provisioned concurrency is asked for again by the next plan`;
  await withoutFailing(ports, what, () => markCapacity(ports, planned, candidate));
}

async function withoutFailing(
  { report, clock }: Ports,
  what: string,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    const message = `${what}: ${error.message}`;
    report.tell({ v: 1, type: 'warning', at: clock.nowMs(), message, hint: error.hint });
  }
}
