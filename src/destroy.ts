/** Takes away what shipit made: a list, a yes, then all aliases before their function, roles and layers last. */
import type { FunctionSpec, Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Removable } from './core/events';
import { exitCodes } from './core/outcome';
import type { Caller, Ports } from './core/ports';
import type { Whereabouts } from './core/told';
import type { Stop } from './deploy';
import { refuseOtherStage } from './plan/checks/stage';
import { refuseOtherAccount } from './plan/ground';
import { readRemains } from './release/remains';
import { decideRemoval, type Removal } from './release/removal';
import { type Left, removeAll } from './release/remove';

export interface DestroyRequest {
  readonly project: Project;
  /** Empty means all of the project, or of its stage: then layers go too. */
  readonly named: readonly FunctionSpec[];
  /** Functions without our tags go all the same. */
  readonly force: boolean;
  readonly consent: Consent;
  /** Flags by which the project is meant here. */
  readonly where: Whereabouts;
  /** Ctrl-C: nothing more is begun. */
  readonly stop: Stop;
}

export interface Consent {
  readonly yes: boolean;
  /** `--confirm`: the stage, by its name. */
  readonly confirm: string | null;
  /** Null where nobody can answer. */
  readonly typed: ((question: string, expected: string) => Promise<boolean>) | null;
}

/** What its last event carries. */
export interface Destroyed {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

/** read -> list -> refuse or ask -> remove -> say what is left. */
export async function destroy(ports: Ports, request: DestroyRequest): Promise<Destroyed> {
  refuseOtherStage(request.consent.confirm, request.project.stage);
  const caller = await ports.identity.whoami();
  refuseOtherAccount(request.project.place.account, caller);
  const removal = await look(ports, request);
  show(ports, removal, { request, caller });
  refuseProblems(removal);
  if (removal.goes.length === 0) return { exitCode: 0, problems: [] };
  if (!request.stop.signal.aborted) await agree(request);
  const left = await removeAll(ports, removal.goes, {
    stop: request.stop.signal,
    tell: (thing, because) => tellDone(ports, thing, because),
  });
  return close(request, removal, left);
}

async function look(ports: Ports, { project, named, force, where }: DestroyRequest): Promise<Removal> {
  const whole = named.length === 0;
  const scope = { functions: whole ? project.functions : named, layers: whole ? project.layers : [] };
  const remains = await readRemains(ports, scope);
  return decideRemoval(remains, { project, whole, force, nowMs: ports.clock.nowMs(), where });
}

function show(
  ports: Ports,
  { goes, absent, stays }: Removal,
  { request: { project }, caller: { account, region } }: { request: DestroyRequest; caller: Caller },
): void {
  const whose = { project: project.name, stage: project.stage?.name ?? null, account, region };
  const things = goes.map(({ kind, key, name, about }) => ({ kind, key, name, about }));
  const at = ports.clock.nowMs();
  ports.report.tell({ v: 1, type: 'destroy.planned', at, ...whose, goes: things, absent, stays });
}

const ways = {
  notOurs: {
    code: 'refused',
    hint: 'Nothing was removed. Name the functions that shall go, or take these away all the same with --force.',
  },
  managed: { code: 'refused', hint: 'Nothing was removed. Name the functions that shall go.' },
  owned: { code: 'owned', hint: 'Nothing was removed. Wait for it, or end it as said above.' },
  newerRecord: { code: 'newerRecord', hint: 'Nothing was removed. Clear what stands above.' },
} as const;

function refuseProblems({ problems }: Removal): void {
  const [first] = problems;
  if (first === undefined) return;
  const { code, hint } = ways[first.kind];
  throw new ShipitError(code, first.text, { problems: problems.map(({ text }) => text), hint });
}

/** Typing the name is as much as naming it by flag; a flag that is always given in CI is not. */
async function agree({ project: { name, stage }, consent, stop }: DestroyRequest): Promise<void> {
  const { yes, confirm, typed } = consent;
  const named = stage === null ? name : `${name}/${stage.name}`;
  const flags = stage?.protected ? `--yes --confirm ${stage.name}` : '--yes';
  if (yes && (!stage?.protected || confirm !== null)) return;
  if (yes)
    throw new ShipitError('needsYes', `nothing was removed: stage ${stage?.name} is protected`, {
      hint: `Repeat the command with ${flags}.`,
    });
  if (typed === null)
    throw new ShipitError('needsYes', `nothing was removed: nobody is here to type ${named}`, {
      hint: `Repeat the command with ${flags}.`,
    });
  if ((await typed('To remove all of this, type its name', named)) || stop.signal.aborted) return;
  throw new ShipitError('needsYes', `nothing was removed: ${named} was not typed`, {
    hint: `Repeat the command and type ${named}, or say it with ${flags}.`,
  });
}

function tellDone(ports: Ports, thing: Removable, because: string | null): void {
  const how = { ok: because === null, because: because ?? '' };
  ports.report.tell({ v: 1, type: 'destroy.done', at: ports.clock.nowMs(), ...thing, ...how });
}

/** To run it again is always right: what is gone already is no error. */
function close({ stop }: DestroyRequest, { goes }: Removal, left: readonly Left[]): Destroyed {
  if (left.length === 0) return { exitCode: 0, problems: [] };
  const lines = left.map(({ kind, name, because }) => `${kind} ${name} is still there: ${because}`);
  const gone = `${goes.length - left.length} of ${goes.length} things are gone`;
  const exitCode = stop.signal.aborted ? (stop.exitCode() ?? exitCodes.aborted) : exitCodes.failed;
  return { exitCode, problems: [...lines, `${gone}; run the command again for the others`] };
}
