/** The composition root: the only place that reads the environment and puts adapters together. */
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { type Aws, createAws } from './aws/clients';
import { type Project, readProject } from './config/project';
import { readSeed } from './config/seed';
import { type ErrorCode, ShipitError } from './core/errors';
import type { Clock, Ports, Report } from './core/ports';
import { createClock } from './disk/clock';
import { createFiles } from './disk/files';
import { createIds } from './disk/ids';
import { createJournal } from './disk/journal';
import { AwsError } from './local/errors';
import { feed } from './local/feed';
import { type OpenOptions, type OpenWorld, openLocal } from './local/open';
import { openUi, type Ui } from './ui/choose';
import { openStreams } from './ui/streams';

export interface UiRequest {
  readonly json: boolean;
  readonly plain: boolean;
  readonly payload: 'plan.made' | 'status.read' | null;
}

export interface SessionRequest {
  readonly config: string | null;
  readonly region: string | null;
  readonly profile: string | null;
  /** Null for AWS itself. */
  readonly local: LocalRequest | null;
}

export interface LocalRequest {
  readonly port: number | null;
  readonly speed: number | null;
  /** Real milliseconds that a command which serves the world waits at its end for others that use it. */
  readonly lingerMs?: number;
  /** Limit calls a second as AWS does. */
  readonly limits?: boolean;
  /** Refuse roles that were not made in the world. */
  readonly strictIam?: boolean;
}

/** All that a command needs of the world outside. */
export interface Session {
  readonly project: Project;
  readonly ports: Ports;
  /** Null for AWS itself. */
  readonly world: OpenWorld | null;
  /** Who calls, in a few characters. */
  readonly by: string;
  /** Sends sample events through the aliases until it is stopped; only in a local world. */
  traffic(requests: readonly Traffic[]): Promise<() => void>;
  close(): Promise<void>;
}

export interface Traffic {
  readonly functionName: string;
  readonly alias: string;
  readonly perSecond: number;
  /** Absolute paths. */
  readonly samples: readonly string[];
}

const requestTimeoutMs = 10_000;
const localPort = 4580;
const localRegion = 'eu-west-1';
/** A command that happens to serve the world does not take it away from another one. */
const lingerMs = 600_000;
/** No secret: the local AWS takes any. */
const localKeys = { accessKeyId: 'local', secretAccessKey: 'local' };

const clock = createClock();
const ids = createIds(clock);
const files = createFiles(ids);

export const disk = { clock, ids, files };

export function openTerminal(request: UiRequest): Ui {
  return openUi(openStreams(process.env), request);
}

/** Reads the project file alone: for commands that never leave this machine. */
export function openProject(config: string | null): Promise<Project> {
  return readProject({ files }, { path: config, cwd: process.cwd() });
}

export async function openSession(report: Report, request: SessionRequest): Promise<Session> {
  const project = await openProject(request.config);
  const region =
    request.region ?? project.region ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? null;
  return request.local
    ? inLocal(report, project, { ...request.local, region })
    : inAws(report, project, { ...request, region });
}

function inAws(
  report: Report,
  project: Project,
  request: { region: string | null; profile: string | null },
): Session {
  const endpoint = process.env.AWS_ENDPOINT_URL ?? null;
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  const keys = endpoint !== null && accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null;
  const aws = connect({ ...request, endpoint, credentials: keys, clock });
  const traffic = () => Promise.reject(new ShipitError('badFlag', '--traffic is for --local alone'));
  return {
    project,
    ports: portsOf(aws, { report, project, clock }),
    world: null,
    by: actor(),
    traffic,
    close: async () => {},
  };
}

interface InLocal extends LocalRequest {
  readonly region: string | null;
}

async function inLocal(report: Report, project: Project, request: InLocal): Promise<Session> {
  const region = request.region ?? localRegion;
  const seedAlarms = await readSeed(files, project, process.cwd());
  const folder = join(project.root, '.shipit', 'local');
  const world = await openWorld({ ...request, folder, region, seedAlarms });
  const credentials = localKeys;
  const aws = connect({ region, profile: null, endpoint: world.endpoint, credentials, clock: world.clock });
  const said = (because: string) =>
    report.tell({ v: 1, type: 'local.slowed', at: world.clock.nowMs(), because });
  const traffic = (requests: readonly Traffic[]) => startTraffic(world, requests, said);
  const close = () => world.close();
  return {
    project,
    ports: portsOf(aws, { report, project, clock: world.clock }),
    world,
    by: actor(),
    traffic,
    close,
  };
}

interface WorldRequest extends LocalRequest {
  readonly folder: string;
  readonly region: string;
  readonly seedAlarms: readonly object[];
}

const localErrors: Readonly<Record<string, ErrorCode>> = {
  EADDRINUSE: 'portInUse',
  ELOCKED: 'localLocked',
  EREGION: 'localRegion',
  EDAMAGED: 'localDamaged',
};

/** Serves the project's local world, or connects to the process that does. */
async function openWorld({ folder, region, seedAlarms, port, ...rest }: WorldRequest): Promise<OpenWorld> {
  const { nonce } = ids;
  try {
    // The local AWS checks the alarms itself, as AWS checks what it is sent.
    const alarms = { seedAlarms: seedAlarms as NonNullable<OpenOptions['seedAlarms']> };
    return await openLocal({
      folder,
      port: port ?? localPort,
      speed: rest.speed,
      lingerMs: rest.lingerMs ?? lingerMs,
      limits: rest.limits === true,
      strictIam: rest.strictIam === true,
      real: clock,
      env: process.env,
      region,
      nonce,
      ...alarms,
    });
  } catch (error) {
    if (error instanceof AwsError)
      throw new ShipitError('badConfig', `local.seed: ${error.message}`, { cause: error });
    const code = error instanceof Error && 'code' in error ? localErrors[String(error.code)] : undefined;
    if (code === undefined) throw error;
    const what =
      code === 'portInUse' ? `port ${port ?? localPort} of this machine is in use` : (error as Error).message;
    throw new ShipitError(code, what, { cause: error });
  }
}

interface Connect {
  readonly region: string | null;
  readonly profile: string | null;
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  readonly clock: Clock;
}

/** The release under way, for the user agent: CloudTrail is a second witness. */
let release: string | null = null;

function connect(request: Connect): Aws {
  // The SDK would otherwise print on standard error which versions of Node it will stop to support.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
  return createAws({ ...request, requestTimeoutMs, release: () => release, ids: createIds(request.clock) });
}

function portsOf(aws: Aws, rest: { report: Report; project: Project; clock: Clock }): Ports {
  const { project, clock: time } = rest;
  const report: Report = {
    tell(event) {
      if (event.type === 'release.started') release = event.release;
      rest.report.tell(event);
    },
  };
  return {
    ...aws,
    journal: createJournal(project.root, clock),
    files,
    clock: time,
    ids: createIds(time),
    report,
  };
}

async function startTraffic(
  world: OpenWorld,
  requests: readonly Traffic[],
  slowed: (because: string) => void,
): Promise<() => void> {
  const connection = { port: world.port, token: world.token, real: clock };
  const feeds = await Promise.all(
    requests.map(async ({ functionName, alias, perSecond, samples }) => {
      const events = await Promise.all(
        samples.map(async (path) => Buffer.from(await files.read(path)).toString('utf8')),
      );
      return feed(connection, { function: functionName, alias, perSecond, events }, ({ because }) =>
        slowed(because),
      );
    }),
  );
  return () => {
    for (const { stop } of feeds) stop();
  };
}

/** Who deploys, in at most 24 characters: a person at a machine, or a run of CI. */
function actor(): string {
  const { GITHUB_ACTOR, GITHUB_RUN_ID } = process.env;
  if (GITHUB_ACTOR && GITHUB_RUN_ID) return `${GITHUB_ACTOR}@run-${GITHUB_RUN_ID}`;
  return `${userInfo().username}@${hostname()}`;
}
