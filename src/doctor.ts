/** A checkup: what would stand in the way of a release, all of it at once. Writes nothing, here or at AWS. */
import { locate } from './config/problem';
import type { FunctionSpec, Project } from './config/project';
import type { Finding, Machine, Permissions, ServerTime } from './core/checkup';
import { ShipitError } from './core/errors';
import type { Aliases, Roles } from './core/lambda';
import type { Clock, Identity, Journal, Processes, Report } from './core/ports';
import type { Whereabouts } from './core/told';
import { checkAliases } from './release/checkup/aliases';
import { checkBuilders } from './release/checkup/builders';
import { checkCaller } from './release/checkup/caller';
import { checkClock, checkDisk, checkGit, checkNode } from './release/checkup/machine';
import { checkPermissions } from './release/checkup/permissions';

export interface DoctorPorts {
  readonly machine: Machine;
  readonly processes: Processes;
  readonly report: Report;
  /** Of this machine, whatever that of a local AWS is. */
  readonly clock: Clock;
  /** Why AWS cannot be asked at all, or whom to ask. */
  readonly aws: DoctorAws | ShipitError;
}

export interface DoctorAws {
  readonly identity: Identity;
  readonly aliases: Aliases;
  readonly roles: Roles;
  readonly permissions: Permissions;
  readonly serverTime: ServerTime;
  /** Of the world: leases are in its time. */
  readonly clock: Clock;
  readonly isLocal: boolean;
  /** Of the team; null where the project names none. */
  journal(project: Project): Pick<Journal, 'releases'> | null;
}

export interface DoctorRequest {
  readonly root: string;
  /** Flags by which the project is meant here. */
  readonly where: Whereabouts;
  /** What is right in the file, in words. Rejects with everything that is wrong in it. */
  readonly file: () => Promise<string>;
  /** Resolved, as a release would have it. */
  readonly project: () => Promise<Project>;
  readonly functions: (project: Project) => readonly FunctionSpec[];
}

/** One that does not answer hides no other. */
const patienceMs = 30_000;

/** How many findings are bad. Each is told in its turn, however long another takes. */
export async function doctor(ports: DoctorPorts, request: DoctorRequest): Promise<number> {
  const chosen = once(async () => {
    const project = await request.project();
    return { project, functions: request.functions(project) };
  });
  const { aws } = ports;
  const checks = [
    ...hereChecks(ports, request, chosen),
    // Without a project file nobody knows where at AWS, and that it is wrong is told once.
    ...(aws instanceof ShipitError
      ? [behind('AWS', chosen, () => Promise.reject(aws))]
      : awsChecks(ports, { aws, where: request.where }, chosen)),
  ];
  const running = checks.map(([area, check]) => settled(ports.clock, area, check));
  let bad = 0;
  for (const findings of running)
    for (const finding of await findings) {
      if (finding.state === 'bad') bad += 1;
      ports.report.tell({ v: 1, type: 'doctor.checked', at: ports.clock.nowMs(), ...finding });
    }
  return bad;
}

type Check = readonly [area: string, check: () => Promise<Finding[]> | Finding[]];

function hereChecks(
  { machine, processes }: DoctorPorts,
  { root, file }: DoctorRequest,
  chosen: Known<Chosen>,
): Check[] {
  return [
    ['machine', () => checkNode(machine)],
    ['disk', () => checkDisk(machine, root)],
    ['git', () => checkGit(processes, root)],
    [
      'project',
      async () => {
        const what = await file();
        await chosen();
        return [{ area: 'project', what, state: 'ok', because: '', hint: '' }];
      },
    ],
    behind('builders', chosen, ({ project: { layers }, functions }) =>
      checkBuilders({ processes, machine }, { root, functions, layers }),
    ),
  ];
}

/** The project, and those of its functions that are meant. */
interface Chosen {
  readonly project: Project;
  readonly functions: readonly FunctionSpec[];
}

function awsChecks(
  { clock }: DoctorPorts,
  { aws, where }: { readonly aws: DoctorAws; readonly where: Whereabouts },
  chosen: Known<Chosen>,
): Check[] {
  const { isLocal } = aws;
  const caller = once(() => aws.identity.whoami());
  const both = once(async () => ({ caller: await caller(), ...(await chosen()) }));
  // A file that is wrong may be what names the region: that none is known is then no finding of its own.
  const isNowhere = async (): Promise<boolean> =>
    (await failureOf(chosen)) !== null && ShipitError.is(await failureOf(caller), 'noRegion');
  const somewhere = (area: string, check: () => Promise<Finding[]>): Check => [
    area,
    async () => ((await isNowhere()) ? [nowhere(area)] : check()),
  ];
  return [
    somewhere('clock', () => checkClock(aws.serverTime, clock)),
    somewhere('credentials', async () => {
      const named = await chosen().then(
        ({ project }) => ({ account: project.place.account }),
        () => null,
      );
      return checkCaller({ caller: await caller(), named, nowMs: clock.nowMs(), isLocal });
    }),
    behind('permissions', both, (known) => checkPermissions(aws, known)),
    behind('aliases', both, ({ functions }) =>
      checkAliases(aws.aliases, functions, { nowMs: aws.clock.nowMs(), where }),
    ),
    behind('journal', chosen, async ({ project }) =>
      project.journal === null ? [] : journalFindings(aws, project),
    ),
  ];
}

type Known<T> = () => Promise<T>;

/** What needs something that is not known: why that is so is told where it was asked for. */
function behind<T>(area: string, known: Known<T>, check: (value: T) => Promise<Finding[]>): Check {
  return [area, async () => ((await failureOf(known)) === null ? check(await known()) : [unasked(area)])];
}

const unasked = (area: string): Finding => ({
  area,
  what: 'not looked at',
  state: 'warn',
  because: 'what stands above is needed first',
  hint: 'Mend that, and run `shipit doctor` again.',
});

const nowhere = (area: string): Finding => ({
  ...unasked(area),
  because: 'no region is known as long as the project is not',
  hint: 'Mend what is said of the project first, or pass --region.',
});

const failureOf = (known: Known<unknown>): Promise<ShipitError | null> =>
  known().then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof ShipitError)) throw error;
      return error;
    },
  );

async function journalFindings(aws: DoctorAws, project: Project): Promise<Finding[]> {
  const journal = aws.journal(project);
  if (journal === null) return [];
  const releases = await journal.releases();
  const name = `s3://${project.journal?.bucket ?? ''}`;
  const count = releases.length === 1 ? '1 release' : `${releases.length} releases`;
  return [{ area: 'journal', what: `${name} holds ${count}`, state: 'ok', because: '', hint: '' }];
}

/** What it found; else why it could not be known. Never later than its patience. */
async function settled(clock: Clock, area: string, check: Check[1]): Promise<Finding[]> {
  let cancel = (): void => {};
  const late = new Promise<never>((_, reject) => {
    const words = `it did not answer within ${patienceMs / 1000} seconds`;
    cancel = clock.after(patienceMs, () => reject(new ShipitError('timedOut', words)));
  });
  try {
    return await Promise.race([Promise.resolve().then(check), late]);
  } catch (error) {
    if (!(error instanceof ShipitError)) throw error;
    return failed(area, error);
  } finally {
    cancel();
  }
}

const mostProblems = 20;

function failed(area: string, error: ShipitError): Finding[] {
  const { message, problems, faults, hint } = error;
  const lines = problems.length > 0 ? problems : [message];
  const told =
    faults.length > 0
      ? faults.map((fault) => ({ what: `${locate(fault)}  ${fault.what}`, hint: fault.hint ?? hint }))
      : lines.map((what) => ({ what, hint }));
  const more = lines.length - mostProblems;
  const rest = more > 0 ? [{ what: `and ${more} more`, hint }] : [];
  return [...told.slice(0, mostProblems), ...rest].map((one) => ({
    ...{ area, ...one },
    ...{ state: 'bad', because: '' },
  }));
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make();
    // Each of those who wait hears of it; nobody waiting yet is no reason to end the process.
    made.catch(() => undefined);
    return made;
  };
}
