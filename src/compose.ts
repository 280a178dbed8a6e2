/** The composition root: the only place that reads the environment and puts adapters together. */
import { join } from 'node:path';
import { type Aws, createAws } from './aws/clients';
import { actorOf, commitOf } from './compose/actor';
import { disk } from './compose/disk';
import { journalsOf, maskedJournal } from './compose/journal';
import { lending } from './compose/lending';
import { noticesOf } from './compose/notices';
import { type LocalRequest, openWorld, startTraffic, type Traffic } from './compose/world';
import { checkProject, type OpenedProject, openProject } from './config/open';
import type { Place, Project } from './config/project';
import { readSeed } from './config/seed';
import { ShipitError } from './core/errors';
import type { Clock, Journal, Ports, Report } from './core/ports';
import { Secret } from './core/secret';
import { createIds } from './disk/ids';
import { createJournal } from './disk/journal';
import { createProcesses } from './disk/processes';
import type { OpenWorld } from './local/open';
import { openUi, type Ui } from './ui/choose';
import { openStreams } from './ui/streams';
import { createWeb } from './web/http';

export interface UiRequest {
  readonly json: boolean;
  readonly plain: boolean;
  readonly payload: 'plan.made' | 'status.read' | 'history.read' | null;
  readonly details: boolean;
}

/** What decides how the project file is read, each null when it was not typed. */
export interface FileRequest {
  readonly config: string | null;
  readonly stage: string | null;
  readonly alias: string | null;
  readonly region: string | null;
  readonly profile: string | null;
}

export interface SessionRequest extends FileRequest {
  /** Null for AWS itself. */
  readonly local: LocalRequest | null;
}

/** All that a command needs of the world outside. */
export interface Session {
  readonly opened: OpenedProject;
  readonly project: Project;
  readonly ports: Ports;
  /** Null for AWS itself. */
  readonly world: OpenWorld | null;
  /** Who calls, in a few characters, and the machine or run of CI. */
  readonly by: string;
  readonly from: string;
  /** Of the project; null where there is none. */
  commit(): Promise<string | null>;
  /** Sends sample events through the aliases until it is stopped; only in a local world. */
  traffic(requests: readonly Traffic[]): Promise<() => void>;
  close(): Promise<void>;
}

const requestTimeoutMs = 10_000;
const localRegion = 'eu-west-1';
/** No secret: the local AWS takes any. */
const localKeys = { accessKeyId: 'local', secretAccessKey: 'local' };

const { clock, ids, files } = disk;
const processes = createProcesses(process.env, clock);

export function openTerminal(request: UiRequest): Ui {
  return openUi(openStreams(process.env), request);
}

interface Kept extends Pick<Session, 'project' | 'close'> {
  readonly ports: Pick<Ports, 'journal' | 'clock' | 'report'>;
}

interface OpenedFile extends OpenedProject {
  /** What is known of releases: nobody asks AWS unless the project keeps it there. Null for AWS itself. */
  kept(ui: Pick<Ui, 'report'>, local: LocalRequest | null): Promise<Kept>;
}

/** Reads the project file alone: for commands that never leave this machine. */
export async function openFile(request: FileRequest): Promise<OpenedFile> {
  const { config, ...typed } = request;
  const disks = { files, processes };
  const asked = { path: config, cwd: process.cwd(), ...typed, env: process.env };
  const opened = await openProject(disks, asked);
  return { ...opened, kept: (ui, local) => openKept(ui, opened, local) };
}

async function openKept(
  { report }: Pick<Ui, 'report'>,
  opened: OpenedProject,
  local: LocalRequest | null,
): Promise<Kept> {
  const project = await opened.finish(null);
  const near = { journal: createJournal(project.root, clock), clock, report };
  if (project.journal === null) return { project, ports: near, close: async () => {} };
  const reached = local ? await toLocal(report, opened, local) : toAws(opened);
  const { journal, close } = journalsOf({ ...reached, report, project, clock });
  return { project, ports: { ...near, journal }, close: () => close().finally(reached.close) };
}

export async function openSession(
  ui: Pick<Ui, 'report' | 'hide'>,
  request: SessionRequest,
): Promise<Session> {
  const opened = await openFile(request);
  const reached = request.local ? await toLocal(ui.report, opened, request.local) : toAws(opened);
  try {
    const project = await opened.finish(reached.aws);
    const secrets = project.secrets.map(Secret.reveal);
    ui.hide(secrets);
    // The local AWS is nobody's account.
    const place = reached.world ? { ...project.place, account: null } : project.place;
    const kept = journalsOf({ ...reached, report: ui.report, project, clock });
    return {
      opened,
      project: { ...project, place },
      ports: portsOf(reached, { report: ui.report, project, secrets, journal: kept.journal }),
      ...actorOf(process.env),
      commit: () => commitOf(processes, project.root, process.env),
      ...reached,
      close: () => kept.close().finally(reached.close),
    };
  } catch (error) {
    await reached.close();
    throw error;
  }
}

/** The local AWS alone: nothing that the project file refers to has to be there yet. */
export async function openLocal(
  report: Report,
  request: FileRequest & { readonly local: LocalRequest },
): Promise<{ world: OpenWorld; clock: Clock; root: string; close(): Promise<void> }> {
  const checked = await checkProject(files, { path: request.config, cwd: process.cwd() });
  const region = request.region ?? checked.region(request.stage);
  const reached = await toLocal(report, { ...checked, place: { region } }, request.local);
  return { ...reached, root: checked.root };
}

/** AWS, or a local one. */
interface Reached extends Pick<Session, 'world' | 'traffic' | 'close'> {
  readonly aws: Aws;
  readonly clock: Clock;
}

const regionOf = ({ place }: { place: Pick<Place, 'region'> }): string | null =>
  place.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? null;

function toAws(opened: OpenedProject): Reached {
  const endpoint = process.env.AWS_ENDPOINT_URL ?? null;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const keys = endpoint !== null && accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
  const { profile, assumeRole } = opened.place;
  const place = { region: regionOf(opened), profile, assumeRole };
  return {
    aws: connect({ ...place, endpoint, credentials: keys, clock }),
    clock,
    world: null,
    traffic: () => Promise.reject(new ShipitError('badFlag', '--traffic is for --local alone')),
    close: async () => {},
  };
}

/** As much of a project as its local AWS needs. */
interface Home extends Pick<OpenedProject, 'root' | 'local'> {
  readonly place: Pick<Place, 'region'>;
}

async function toLocal(report: Report, opened: Home, request: LocalRequest) {
  const region = regionOf(opened) ?? localRegion;
  const seedAlarms = await readSeed(files, opened, process.cwd());
  const folder = join(opened.root, '.shipit', 'local');
  const outside = { ids, env: process.env, clock };
  const world = await openWorld({ ...request, folder, region, seedAlarms }, outside);
  const place = { region, profile: null, assumeRole: null };
  const said = (because: string) =>
    report.tell({ v: 1, type: 'local.slowed', at: world.clock.nowMs(), because });
  return {
    aws: connect({ ...place, endpoint: world.endpoint, credentials: localKeys, clock: world.clock }),
    clock: world.clock,
    world,
    traffic: (requests: readonly Traffic[]) => startTraffic({ world, files, clock }, requests, said),
    close: () => world.close(),
  };
}

interface Connect {
  readonly region: string | null;
  readonly profile: string | null;
  readonly assumeRole: Place['assumeRole'];
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly clock: Clock;
}

/** The release under way, for the user agent: CloudTrail is a second witness. */
let release: string | null = null;

function connect(request: Connect): Aws {
  // The SDK would otherwise print on standard error which versions of Node it will stop to support.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return createAws({
    ...request,
    requestTimeoutMs,
    release: () => release,
    ids: createIds(request.clock),
  });
}

interface Shown {
  readonly report: Report;
  readonly project: Project;
  readonly journal: Journal;
  readonly secrets: readonly string[];
}

function portsOf({ aws, clock: time, world }: Reached, { report, project, journal, secrets }: Shown): Ports {
  // Like programs, those out there keep to the time of this machine, whatever that of a local AWS is.
  const web = createWeb(clock);
  const heralds = { bulletins: aws.bulletins, web, clock, report };
  return {
    ...aws,
    journal: maskedJournal(journal, secrets),
    notices: noticesOf(heralds, project, { secrets, local: world !== null }),
    files,
    processes: lending(processes, aws.lent),
    web,
    clock: time,
    ids: createIds(time),
    report: {
      tell(event) {
        if (event.type === 'release.started') release = event.release;
        report.tell(event);
      },
    },
  };
}
