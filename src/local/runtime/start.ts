/** Makes environments: finds the program, lays the layers, gives a folder of its own, and enters it where the system can. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports';
import type { UnpackedImage } from '../containers/folders';
import { type ContainerProgram, createContainerPrograms } from '../containers/program';
import type { VersionConfig } from '../lambda/book';
import type { CodeStore } from '../lambda/code';
import { Environment, type EnvironmentOptions } from './environment';
import type { Failure } from './failure';
import { createLayerFolders } from './layers';
import { createPrograms, type Machine, type Program } from './programs';
import { createSandboxes, type Sandboxes, type SandboxOf } from './sandbox';
import { variablesOf } from './variables';

export interface StarterOptions extends Machine {
  /** Of the world; what functions write goes below it. */
  readonly folder: string;
  /** Real time, also in a simulated world: code takes the time it takes. */
  readonly real: Clock;
  /** World time: Lambda's own lines and the names of log streams have it. */
  readonly nowMs: () => number;
  readonly code: CodeStore;
  readonly account: string;
  readonly region: string;
  /** Takes log messages, each whole, as they are finished. */
  readonly log: (group: string, stream: string, messages: readonly string[]) => void;
  /** The unpacked contents of a layer version. */
  readonly layers: (arn: string) => Promise<string>;
  /** The image of a function, unpacked; null for one that nobody has pushed. */
  readonly image: (config: VersionConfig) => Promise<UnpackedImage | null>;
  /** Where this world is served, for the SDK inside of functions; null while it is not. */
  readonly endpoint: () => string | null;
}

export interface StartOf extends Pick<EnvironmentOptions, 'idle' | 'ended'> {
  readonly functionName: string;
  readonly version: string;
  readonly config: VersionConfig;
  /** Started ahead of any invocation. */
  readonly provisioned: boolean;
}

export interface Starter {
  /** Throws AwsError for what this machine cannot run. */
  start(of: StartOf): Promise<Environment>;
  /** Resolves when nothing is left of environments that have ended. */
  settled(): Promise<void>;
}

export function createStarter(options: StarterOptions): Starter {
  const { real, folder, log } = options;
  const prepare = createPreparation(options);
  const leaving = new Set<Promise<void>>();
  let born = 0;
  const remove = (path: string): Promise<void> => {
    const gone = rm(path, { recursive: true, force: true }).finally(() => leaving.delete(gone));
    leaving.add(gone);
    return gone;
  };
  let home: Promise<string> | null = null;
  return {
    async start(of) {
      const { config, functionName, version } = of;
      born += 1;
      const identity = `${options.region}:${functionName}:${version}:${born}`;
      const logStream = logStreamOf(version, identity, options.nowMs());
      home ??= emptyHome(join(folder, 'tmp'));
      const tmpFolder = await mkdtemp(join(await home, 'environment-'));
      try {
        return await Environment.start({
          ...of,
          ...(await prepare(of, { tmpFolder, logStream })),
          real,
          region: options.region,
          nowMs: options.nowMs,
          logged: (messages) => log(config.LoggingConfig.LogGroup, logStream, messages),
          cleanUp: () => remove(tmpFolder).catch(() => undefined),
        });
      } catch (error) {
        await remove(tmpFolder);
        throw error;
      }
    },
    async settled() {
      await Promise.allSettled(leaving);
    },
  };
}

/** A world that was killed has left things in it. */
async function emptyHome(path: string): Promise<string> {
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true, mode: 0o700 });
  return realpath(path);
}

type Prepared = Pick<EnvironmentOptions, 'program' | 'variables' | 'codeFolder'>;

interface Own {
  readonly tmpFolder: string;
  readonly logStream: string;
}

function createPreparation(options: StarterOptions): (of: StartOf, own: Own) => Promise<Prepared> {
  const { folder, real, region, env: outer } = options;
  const sandboxes = createSandboxes(outer.PATH ?? '', real);
  const ground = createGrounds(options);
  return async (of, { tmpFolder, logStream }) => {
    const { inside, found, config, workingFolder, taskRoot, layersFolder } = await ground(
      of.config,
      tmpFolder,
    );
    const own = {
      worldFolder: folder,
      tmpFolder,
      codeFolder: workingFolder,
      layersFolder,
      sizeMb: config.EphemeralStorage.Size,
    };
    const { program, ...seen } = inside
      ? { program: found, tmpFolder: '/tmp', layersFolder }
      : await placed(found, own, sandboxes);
    const { endpoint } = options;
    const where = { codeFolder: taskRoot, logStream, endpoint: endpoint() };
    const variables = { ...of, ...seen, ...where, config, outer, region };
    return { codeFolder: workingFolder, program, variables: (api) => variablesOf(variables, api) };
  };
}

interface Ground extends ContainerProgram {
  readonly layersFolder: string | null;
}

/** What a function stands on: its code with its layers, or its image. */
function createGrounds(
  options: StarterOptions,
): (config: VersionConfig, tmpFolder: string) => Promise<Ground> {
  const { folder, real, code, layers, nodePath, image, env } = options;
  const programs = createPrograms(options);
  const containers = createContainerPrograms({ programs, nodePath, real, path: env.PATH ?? '' });
  const layersOf = createLayerFolders({ folder: join(folder, 'layers'), layers });
  return async (config, tmpFolder) => {
    if (config.PackageType === 'Image') {
      const container = await containers({ config, tmpFolder, image: await image(config) });
      return { ...container, layersFolder: null };
    }
    const codeFolder = await code.folder(config.CodeSha256);
    const layersFolder = await layersOf((config.Layers ?? []).map(({ Arn }) => Arn));
    const found = await programs.find({ config, codeFolder, layersFolder });
    return { found, config, layersFolder, inside: false, workingFolder: codeFolder, taskRoot: codeFolder };
  };
}

type Placed = Pick<Prepared, 'program'> & Pick<SandboxOf, 'tmpFolder' | 'layersFolder'>;

/** The program as it is started, and the folders as it sees them. */
async function placed(found: Program | Failure, own: SandboxOf, sandboxes: Sandboxes): Promise<Placed> {
  const { tmpFolder, layersFolder } = own;
  if (!('command' in found)) return { program: found, tmpFolder, layersFolder };
  const sandbox = await sandboxes.of(own, found.command);
  return {
    program: { command: sandboxes.enter(own, sandbox, found), input: found.input },
    tmpFolder: sandbox.tmp ? '/tmp' : tmpFolder,
    layersFolder: sandbox.opt && layersFolder ? '/opt' : layersFolder,
  };
}

/** `YYYY/MM/DD/[version]` and 32 hex digits. */
function logStreamOf(version: string, identity: string, nowMs: number): string {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '/');
  const hex = createHash('sha256').update(`${identity}:${nowMs}`).digest('hex').slice(0, 32);
  return `${day}/[${version}]${hex}`;
}
