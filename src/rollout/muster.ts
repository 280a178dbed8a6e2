/** From a plan to the crew that carries it out: who owns the release, its aliases in claiming order, the courses they take. */
import type { Event } from '../core/events';
import type { Ports } from '../core/ports';
import { Record } from '../core/record';
import { AliasRef, Digest } from '../core/values';
import type { FunctionPlan, Plan } from '../plan/plan';
import type { Owner } from '../release/alias';
import type { Course } from './conduct';
import type { Crew } from './crew';
import { Lane } from './lane';
import { limits } from './limits';

export interface Muster {
  readonly crew: Crew;
  readonly courses: readonly Course[];
  /** By function key. */
  readonly lanes: ReadonlyMap<string, Lane>;
}

export interface Commission {
  readonly release: string;
  /** Who started it, for whoever finds the alias taken. */
  readonly by: string;
  readonly tell: (event: Event) => Promise<void>;
}

/** The functions that already have an alias; new ones have nobody to protect and nothing to shift. */
export function muster(ports: Ports, plan: Plan, commission: Commission): Muster {
  const moving = plan.functions.filter((planned) => planned.action === 'update').sort(byAlias);
  const lanePorts = { aliases: ports.aliases, clock: ports.clock, tell: commission.tell };
  const lanes = new Map(moving.map((planned) => [planned.spec.key, laneFor(lanePorts, planned)]));
  const [leader] = moving;
  const owner: Owner = {
    release: commission.release,
    epoch: epochFor(moving, ports.clock.nowMs()),
    nonce: ports.ids.nonce(),
    leader: Digest.short(leader ? AliasRef.key(leader.ref) : ''),
    plan: plan.digest,
    by: commission.by,
    leaseS: limits.leaseS,
  };
  const crewPorts = {
    alarms: ports.alarms,
    metrics: ports.metrics,
    clock: ports.clock,
    ids: ports.ids,
    tell: commission.tell,
  };
  const crew: Crew = { ports: crewPorts, owner, lanes: [...lanes.values()], goingBack: false };
  return { crew, courses: coursesOf(plan, lanes), lanes };
}

const byAlias = (a: FunctionPlan, b: FunctionPlan): number =>
  AliasRef.key(a.ref) < AliasRef.key(b.ref) ? -1 : 1;

function laneFor(ports: ConstructorParameters<typeof Lane>[0], planned: FunctionPlan): Lane {
  if (!planned.live.alias) throw new RangeError(`${planned.spec.key} has no alias to move`);
  return new Lane(ports, { key: planned.spec.key, ref: planned.ref }, planned.live.alias);
}

/** Above every epoch recorded, and never below the time: a wiped description cannot restart the count. */
function epochFor(moving: readonly FunctionPlan[], nowMs: number): number {
  const recorded = moving.map(({ live }) => {
    const parsed = Record.parse(live.alias?.description ?? '');
    return parsed.kind === 'open' || parsed.kind === 'done' ? parsed.record.epoch : 0;
  });
  return Math.max(Math.floor(nowMs / 1000), ...recorded.map((epoch) => epoch + 1));
}

function coursesOf(plan: Plan, lanes: ReadonlyMap<string, Lane>): Course[] {
  return plan.rollouts.map(({ name, steps, functions }) => {
    const own = functions.flatMap((planned) => {
      const lane = lanes.get(planned.spec.key);
      return lane ? [{ lane, planned }] : [];
    });
    const candidates = new Map(
      own.map(({ lane, planned: { identity, spec } }) => [lane.name, { identity, alarms: spec.alarms }]),
    );
    const guard = plan.gated ? plan.guard : null;
    return { steps, group: { name, lanes: own.map(({ lane }) => lane), candidates, guard } };
  });
}
