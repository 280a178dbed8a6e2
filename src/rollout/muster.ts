/** From a plan to the crew that carries it out: who owns the release, its aliases in claiming order, the courses they take. */
import type { FunctionSpec } from '../config/project';
import type { Event } from '../core/events';
import type { AliasState } from '../core/lambda';
import type { Ports } from '../core/ports';
import { Record } from '../core/record';
import { AliasRef, Digest, type Percent } from '../core/values';
import { ownAlarmNames } from '../plan/own-alarms';
import type { FunctionPlan, Plan, RolloutPlan } from '../plan/plan';
import type { Owner } from '../release/alias';
import { askHook } from '../release/hooks/ask';
import type { Group } from './actors';
import type { Course } from './conduct';
import type { Crew } from './crew';
import { Desk } from './desk';
import type { Hooked } from './hooks';
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
  /** Who drives it, for whoever finds the alias taken. */
  readonly by: string;
  /** The folder of the project, where hooks run. */
  readonly root: string;
  /** Where it is to stop for a person; null goes all the way. */
  readonly until: Percent | null;
  readonly tell: (event: Event) => Promise<void>;
}

/** One alias that takes part, as it was seen. */
export interface Recruit {
  readonly spec: FunctionSpec;
  readonly alias: AliasState;
}

/** The functions that already have an alias; new ones have nobody to protect and nothing to shift. */
export function muster(ports: Ports, plan: Plan, commission: Commission): Muster {
  const moving = plan.functions.filter((planned) => planned.action === 'update');
  const recruits = moving.flatMap(({ spec, live: { alias } }) => (alias ? [{ spec, alias }] : []));
  const { crew, lanes } = enlist(ports, recruits, { ...commission, ...plan });
  return { crew, courses: coursesOf(plan, lanes), lanes };
}

/** The crew alone: going back needs no courses. */
export function enlist(
  ports: Ports,
  recruits: readonly Recruit[],
  terms: Commission & Pick<Plan, 'course' | 'rollbackScope'>,
): Pick<Muster, 'crew' | 'lanes'> {
  const { aliases, clock } = ports;
  const sorted = [...recruits].sort(byAlias);
  const lanePorts = { aliases, clock, tell: terms.tell };
  const lanes = new Map(
    sorted.map(({ spec, alias }) => [
      spec.key,
      new Lane(lanePorts, { key: spec.key, ref: refOf(spec) }, alias),
    ]),
  );
  const { alarms, metrics, ids, capacity, invoker, web, processes, files } = ports;
  const hookPorts = { invoker, web, processes, files, clock, root: terms.root };
  const crew: Crew = {
    ports: { alarms, metrics, clock, ids, tell: terms.tell, aliases, capacity },
    owner: ownerOf(ports, sorted, terms),
    lanes: [...lanes.values()],
    scope: terms.rollbackScope,
    desk: new Desk(),
    ask: (hook, occasion) => askHook(hookPorts, hook, occasion),
    goingBack: false,
    halt: new AbortController(),
    blame: null,
    post: () => {},
  };
  return { crew, lanes };
}

function ownerOf(
  { clock, ids }: Ports,
  sorted: readonly Recruit[],
  { release, by, course, until }: Commission & Pick<Plan, 'course'>,
): Owner {
  const [leader] = sorted;
  return {
    release,
    epoch: epochFor(sorted, clock.nowMs()),
    nonce: ids.nonce(),
    leader: Digest.short(leader ? AliasRef.key(refOf(leader.spec)) : ''),
    plan: course,
    until,
    by,
    leaseS: limits.leaseS,
  };
}

const refOf = ({ name, alias }: FunctionSpec): AliasRef => ({ functionName: name, alias });

const byAlias = (a: Recruit, b: Recruit): number =>
  AliasRef.key(refOf(a.spec)) < AliasRef.key(refOf(b.spec)) ? -1 : 1;

/** Above every epoch recorded, and above the time: a wiped description cannot restart the count. */
function epochFor(recruits: readonly Recruit[], nowMs: number): number {
  const recorded = recruits.map(({ alias }) => {
    const parsed = Record.parse(alias.description);
    return parsed.kind === 'open' || parsed.kind === 'done' ? parsed.record.epoch : 0;
  });
  return Math.max(Math.floor(nowMs / 1000), ...recorded) + 1;
}

/** Functions that go back one by one also move one by one. */
export function coursesOf(plan: Plan, lanes: ReadonlyMap<string, Lane>): Course[] {
  return plan.rollouts.flatMap((rollout) => {
    const own = rollout.functions.flatMap((planned) => {
      const lane = lanes.get(planned.spec.key);
      return lane ? [{ lane, planned }] : [];
    });
    if (plan.rollbackScope === 'release') return [courseOf(plan, rollout, own)];
    return own.map((one) => courseOf(plan, named(rollout, one.planned), [one]));
  });
}

const named = (rollout: RolloutPlan, { spec }: FunctionPlan): RolloutPlan => ({
  ...rollout,
  name: `${rollout.name} (${spec.key})`,
});

interface Manned {
  readonly lane: Lane;
  readonly planned: FunctionPlan;
}

/** It begins where the lowest of its aliases stands. */
function courseOf(plan: Plan, { name, steps }: RolloutPlan, own: readonly Manned[]): Course {
  const lanes = own.map(({ lane }) => lane);
  const group: Group = {
    name,
    lanes,
    candidates: new Map(own.map(({ lane, planned }) => [lane.name, candidateOf(planned)])),
    guard: plan.gated ? plan.guard : null,
    ignored: new Set(plan.ignored),
  };
  const functions: Hooked[] = own.map(({ lane, planned }) => ({ lane, spec: planned.spec }));
  return { group, functions, steps, from: Math.min(...lanes.map(({ step }) => step)) };
}

function candidateOf({ identity, spec, ref }: FunctionPlan) {
  const { alarms, ownAlarms } = spec;
  const always = [...alarms, ...ownAlarmNames(ref, null, ownAlarms)];
  return {
    identity,
    alarms: (version: string | null) =>
      version === null ? always : [...always, ...ownAlarmNames(ref, version, ownAlarms)],
  };
}
