/**
 * A release whose owner is dead, or has left it on purpose, gets another owner. It goes on where the same course comes out
 * of the project file; otherwise it goes back, or straight to the end where somebody asked for that.
 */
import type { Project } from './config/project';
import { commandFor } from './core/command';
import { ShipitError } from './core/errors';
import type { Event, EventOf } from './core/events';
import type { Ports } from './core/ports';
import type { Whereabouts } from './core/told';
import type { Percent } from './core/values';
import type { Stop } from './deploy';
import { drive, settle } from './drive';
import { lastWord, resultOfMember } from './finish';
import type { StrategyChoice } from './plan/choose';
import { courseFlags } from './plan/flags';
import { anchorOf, isFirst, type Member, membersOf, type OpenMember, openOf } from './plan/members';
import type { Plan } from './plan/plan';
import { resumePlan } from './plan/resume';
import { releaseOf } from './release/back';
import { type Standing, untold } from './release/found';
import { eventsAtHand } from './release/stories';
import type { Ending } from './rollout/context';
import { keepLease } from './rollout/keeper';
import type { Lane } from './rollout/lane';
import { coursesOf, enlist, type Muster } from './rollout/muster';
import { outlived, type TakenOver, takeOver } from './rollout/takeover';
import { stepOf, stopOf, type Way, wayOf } from './rollout/way';
import { hasGoneBack, windUp } from './rollout/wind-up';
import { teller } from './tell';

export interface InheritRequest {
  readonly project: Project;
  readonly release: string;
  /** As it was typed here; what the journal says of the release goes first where nothing was. */
  readonly choice: StrategyChoice;
  /** Where it is to stop, as it was typed here; null stops where its record says. */
  readonly until: Percent | null;
  /** Null takes what the journal says, else with gates. */
  readonly gated: boolean | null;
  readonly by: string;
  readonly from: string;
  /** Flags by which it is meant here. */
  readonly where: Whereabouts;
  /** What is asked of a release that was left on purpose. */
  readonly wish: 'approve' | 'promote' | 'abort' | null;
  /** Revision of the leader's alias that nobody changed for one lease; null where nobody has watched yet. */
  readonly watched: string | null;
  /** Whether these are the candidates that are wanted, by function key; null goes on with whatever they are. */
  readonly wanted: ReadonlyMap<string, string | null> | null;
  readonly stop: Stop;
}

type Finished = EventOf<'release.finished'>;

/** look -> watch -> take over -> go on, go back or close -> last word. `owned` while its owner lives: nothing was written. */
export async function inherit(ports: Ports, request: InheritRequest): Promise<Finished> {
  const { project, release } = request;
  const members = await membersOf(ports, project.functions, release);
  const anchor = anchorOf(members, release, request.where);
  await refuseUnlessDead(ports, request, anchor);
  const events = await eventsAtHand(ports.journal, release);
  const plan = await planAgain(request, { members, events, anchor });
  refuseOtherCourse(request, anchor, { plan, nowMs: ports.clock.nowMs() });
  const tell = teller(ports, release);
  const estate: Estate = { request, members, events, plan, anchor, tell };
  const heirs = enlistHeirs(ports, estate);
  const { taken, found } = await takeOver(heirs.crew);
  const way = chooseWay(ports, estate, taken);
  await tell(takenOver(ports, estate, { heirs, way, found }));
  const endings = await goThatWay(ports, way, { ...estate, heirs, taken });
  return lastWord(ports, {
    release,
    results: members.map((member) => resultOfMember(member, endings.get(member.spec.key), anchor)),
    where: request.where,
    signalCode: request.stop.exitCode(),
    tell,
  });
}

/** All that is known of the release before it is taken over. */
interface Estate {
  readonly request: InheritRequest;
  readonly members: readonly Member[];
  /** What the journal at hand has of it. */
  readonly events: readonly Event[];
  readonly plan: Plan | null;
  readonly anchor: OpenMember;
  readonly tell: (event: Event) => Promise<void>;
}

async function refuseUnlessDead(
  ports: Ports,
  { watched, stop }: InheritRequest,
  { ref, alias: seen, open }: OpenMember,
): Promise<void> {
  if (open.wish?.what === 'hold' || watched === seen.revisionId) return;
  const which = `release ${open.release.slice(-6)}`;
  const message = `looks for ${open.leaseS} s whether ${open.by} still keeps ${which}`;
  const hint = 'Nothing is written until then; Ctrl-C ends it.';
  ports.report.tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message, hint });
  if (await outlived(ports, { ref, seen, leaseS: open.leaseS, stop: stop.signal })) return;
  if (stop.signal.aborted) throw new ShipitError('interrupted', 'stopped before anything was written');
  throw new ShipitError('owned', `${open.by} still drives ${which}`);
}

/** Who approves does not mean to take it back: whoever does can say so. */
function refuseOtherCourse(
  { wish, where }: InheritRequest,
  { open }: OpenMember,
  { plan, nowMs }: { readonly plan: Plan | null; readonly nowMs: number },
): void {
  const isInTime = open.wish?.what === 'hold' && nowMs < open.dueS * 1000;
  if (wish !== 'approve' || !isInTime || plan?.course === open.plan) return;
  const meant = { where, release: open.release.slice(-6), step: null };
  const message = `what is typed and the project file here lead to other steps than those of release ${meant.release}`;
  const ways = `\`${commandFor('promote', meant)}\` or \`${commandFor('abort', meant)}\``;
  throw new ShipitError('refused', message, {
    hint: `Nothing was written. Give the strategy flags of its deploy (${courseFlags}), or end it with ${ways}.`,
  });
}

/** By what was typed here, else by how it was asked for, as far as its journal is at hand. */
async function planAgain(
  { project, choice, gated }: InheritRequest,
  { members, events, anchor }: Pick<Estate, 'members' | 'events' | 'anchor'>,
): Promise<Plan | null> {
  const started = events.find((event) => event.type === 'release.started');
  const typed = choice.strategy !== null || choice.rollout !== null || choice.bake !== null;
  const asked = {
    project,
    choice: typed || !started?.asked ? choice : (started.asked.choice as StrategyChoice),
    gated: gated ?? started?.asked?.gated ?? true,
    ignoreFiring: started?.ignored ?? [],
  };
  const plan = resumePlan({ ...asked, members: openOf(members) });
  if (plan === null || project.rollbackScope === 'release') return plan;
  // Where functions go back one by one, one that has is closed, and belongs to the course as when it was open.
  const moved = members.filter((member) => !isFirst(member, anchor));
  const whole = moved.map((member) => ({ ...member, record: anchor.record }));
  return { ...plan, course: resumePlan({ ...asked, members: whole })?.course ?? plan.course };
}

function enlistHeirs(ports: Ports, { request, members, plan, anchor, tell }: Estate): Muster {
  const { release, by, project } = request;
  const until = request.until ?? stopOf(anchor.open, request.wish);
  const { root, rollbackScope } = project;
  const terms = { release, by, root, tell, course: anchor.open.plan, rollbackScope, until };
  const heirs = enlist(ports, openOf(members), terms);
  return { ...heirs, courses: plan ? coursesOf(plan, heirs.lanes) : [] };
}

function chooseWay({ clock }: Ports, estate: Estate, taken: ReadonlyMap<Lane, TakenOver>): Way {
  const { request, members, plan, anchor } = estate;
  const closedNow = [...taken].flatMap(([{ seen }, what]) => (what === 'closed' && seen ? [seen] : []));
  const isClosed = (member: Member) => member.record.kind === 'done' && !isFirst(member, anchor);
  const closedBefore = members.filter(isClosed).map(({ alias }) => alias);
  return wayOf({
    open: new Map(openOf(members).map(({ spec, open }) => [spec.key, open])),
    anchor: anchor.open,
    closed: [...closedBefore, ...closedNow].map((alias) =>
      releaseOf(alias)?.promoted ? 'promoted' : 'back',
    ),
    lost: [...taken].flatMap(([lane, what]) => (what === 'lost' ? [lane.taken?.because ?? lane.name] : [])),
    plan,
    scope: request.project.rollbackScope,
    wish: request.wish,
    wanted: request.wanted,
    nowMs: clock.nowMs(),
  });
}

function takenOver(
  { clock }: Ports,
  { request: { release, by, where }, members, events, anchor }: Estate,
  { heirs, way, found }: { readonly heirs: Muster; readonly way: Way; readonly found: readonly Standing[] },
): Event {
  const { epoch } = heirs.crew.owner;
  const because = way.kind === 'back' ? `back to the baseline: ${way.because.text}` : way.because;
  const from = anchor.open.by;
  const told = { release, by, from, epoch, because, where };
  const unheard = untold([...found, ...closedAmong(members)], events);
  return { v: 1, type: 'release.takenOver', at: clock.nowMs(), ...told, found: unheard };
}

/** Those that were closed before it began. */
const closedAmong = (members: readonly Member[]): Standing[] =>
  members
    .filter(({ record }) => record.kind === 'done')
    .map(({ spec: { key }, ref, alias }) => ({ key, ref, state: alias }));

/** By function key. */
type Endings = ReadonlyMap<string, Ending>;

interface Legacy extends Estate {
  readonly heirs: Muster;
  readonly taken: ReadonlyMap<Lane, TakenOver>;
}

async function goThatWay(ports: Ports, way: Way, legacy: Legacy): Promise<Endings> {
  const { crew } = legacy.heirs;
  if (way.kind === 'on') return goOn(ports, legacy);
  const ours = crew.lanes.filter((lane) => legacy.taken.get(lane) === 'ours');
  const wound = await windUp(crew, ours, way);
  for (const { lanes, ending } of wound) {
    const functions = legacy.members.flatMap(({ spec }) =>
      lanes.filter(({ at }) => at.key === spec.key).map((lane) => ({ lane, spec })),
    );
    await settle(ports, crew, { rollout: 'release', functions, ending });
  }
  const endings = wound.flatMap(({ lanes, ending }) => lanes.map(({ at }) => [at.key, ending] as const));
  return new Map([...endings, ...lostAmong(crew.lanes, ours)]);
}

const lostAmong = (lanes: readonly Lane[], ours: readonly Lane[]): (readonly [string, Ending])[] =>
  lanes.flatMap((lane) =>
    lane.taken && !ours.includes(lane)
      ? [[lane.at.key, { outcome: 'lost', because: lane.taken.because }] as const]
      : [],
  );

async function goOn(ports: Ports, { request, plan, heirs, anchor }: Legacy): Promise<Endings> {
  const { crew } = heirs;
  const { wish, stop, project } = request;
  const nowMs = crew.ports.clock.nowMs();
  const courses = heirs.courses.filter(({ group }) => !group.lanes.some((lane) => hasGoneBack(lane, nowMs)));
  if (plan === null) throw new RangeError('a release goes on along a course');
  const step = stepOf(anchor.open);
  if (wish === 'approve' || wish === 'promote') crew.desk.want(wish, step);
  if (courses.some(isSpread)) crew.desk.want('promote', step);
  const stopLease = keepLease(crew);
  const journey = { plan, crew, courses, holdForMs: project.holdFor, stop: stop.signal };
  const ended = await drive(ports, journey).finally(stopLease);
  const endings = courses.flatMap(({ group, functions }) =>
    functions.map(({ spec }) => [spec.key, ended.get(group.name)] as const),
  );
  return new Map(endings.flatMap(([key, ending]) => (ending ? [[key, ending] as const] : [])));
}

/** Aliases that move together take steps one at a time, but for whoever was asked for all of it. */
function isSpread({ group }: Muster['courses'][number]): boolean {
  const steps = group.lanes.map(({ step }) => step);
  return Math.max(...steps) - Math.min(...steps) > 1;
}
