import { dirname, resolve } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Files, Identity, Lookups, Processes } from '../core/ports';
import type { Secret } from '../core/secret';
import { releasesOf } from './announced';
import { protectedTwins } from './conflicts';
import { type Explained, explained } from './explained';
import { readDocument } from './extends';
import { findProjectFile } from './find';
import { flatten } from './flatten';
import { didYouMean } from './nearest';
import type { Plain } from './overlay';
import type { Path } from './places';
import { badConfig, type Position } from './problem';
import type { Place, Project, Stage } from './project';
import type { Draft } from './prune';
import { resolveAll } from './references/resolve';
import { placed, settle } from './resolved';
import { type Examined, examine, settledProblems } from './rules';
import type { ProjectFile } from './schema.gen';
import { type Source, sourceOf } from './source';
import { layersOf, namesOf, specsOf } from './specs';
import { strategiesOf } from './strategies';
import { type Typed, withTyped } from './typed';
import type { View } from './view';

export interface OpenRequest extends Typed {
  /** What --config says; null when it says nothing. */
  readonly path: string | null;
  /** Absolute. */
  readonly cwd: string;
  /** The environment of the process, of which `${env:NAME}` may read what the file allows. */
  readonly env: Readonly<{ [name: string]: string | undefined }>;
}

interface Disk {
  readonly files: Files;
  readonly processes: Processes;
}

interface Remote {
  readonly lookups: Lookups;
  readonly identity: Identity;
}

/** A project of which everything is known that can be known without AWS. */
export interface OpenedProject {
  readonly file: string;
  readonly root: string;
  readonly stage: Stage | null;
  readonly place: Place;
  readonly local: Project['local'];
  /** Functions that a protected stage, and not the one that was chosen, writes too: by key, with that stage. */
  readonly twins: ReadonlyMap<string, string>;
  /** Asks AWS for what the file refers to; null leaves such texts as they are written. */
  finish(remote: Remote | null): Promise<Project>;
  /** The same as a project file that says all of it, and where each part of it came from. */
  explain(remote: Remote | null): Promise<Explained>;
}

/**
 * Finds, reads and checks the project file. `noProject` when there is none; `badConfig` with every problem as a line
 * `lambda.config.yaml:12:5  what  (hint)`, the file named as seen from the working directory.
 */
export async function openProject(disk: Disk, request: OpenRequest): Promise<OpenedProject> {
  const { path, source, views } = await readChecked(disk.files, request);
  const stage = stageOf(source.value as ProjectFile, request.stage);
  const context = { disk, path, stage, top: source.at([]) };
  const flat = withTyped(flatten(source.value as Plain, request.stage), request);
  const { allowEnv = [] } = flat as Draft;
  const facts = { stage: request.stage, project: String(flat.project), allowEnv };
  const outside = { ...disk, env: request.env, root: dirname(path) };
  const { place, resolving } = await settle(sourceOf(flat, context.top), facts, outside);
  const waiting = resolving.waiting.map((text) => text.path);
  const local = checked(context, placed(flat, resolving.value), waiting);
  const ask = async (remote: Remote): Promise<Complete> => {
    const { value, problems, secrets } = await resolveAll(resolving, remote);
    if (problems.length > 0) throw badConfig(problems);
    return { view: checked(context, placed(flat, value), []), waiting: [], secrets };
  };
  let asked: Promise<Complete> | null = null;
  const complete = async (remote: Remote | null): Promise<Complete> => {
    if (remote === null) return { view: local, waiting, secrets: [] };
    asked ??= ask(remote);
    return asked;
  };
  return {
    file: path,
    root: outside.root,
    stage,
    place,
    local: localOf(local, outside.root),
    twins: protectedTwins(views, { stage: request.stage, place }, protectedOf(source.value as ProjectFile)),
    finish: async (remote) => projectOf(context, place, await complete(remote)),
    explain: async (remote) => {
      const { view, waiting: written } = await complete(remote);
      return explained(view.source, written);
    },
  };
}

export interface CheckedFile {
  readonly path: string;
  readonly root: string;
  readonly local: Project['local'];
  readonly stages: readonly string[];
  /** Keys of the functions of any stage. */
  readonly functions: readonly string[];
  /** That of a stage, null for none; null when the file leaves it open. `badFlag` for a stage that is not there. */
  region(stage: string | null): string | null;
}

/** Checks the project file in all its stages, without asking anybody for what it refers to. `badConfig` as above. */
export async function checkProject(
  files: Files,
  request: Pick<OpenRequest, 'path' | 'cwd'>,
): Promise<CheckedFile> {
  const { path, source, views } = await readChecked(files, request);
  const root = dirname(path);
  const specs = await Promise.all(views.map((view) => specsOf(files, root, view)));
  const problems = specs.flatMap((one) => one.problems);
  if (problems.length > 0) throw badConfig(problems);
  const keys = specs.flatMap((one) => one.specs.map(({ key }) => key));
  const [base] = views;
  return {
    path,
    root,
    local: base ? localOf(base, root) : { seed: null },
    stages: views.flatMap(({ stage }) => stage ?? []),
    functions: [...new Set(keys)].sort(),
    region(name) {
      const stage = stageOf(source.value as ProjectFile, name)?.name ?? null;
      return views.find((view) => view.stage === stage)?.draft.region ?? null;
    },
  };
}

interface Context {
  readonly disk: Disk;
  readonly path: string;
  readonly stage: Stage | null;
  readonly top: Position;
}

interface Complete {
  readonly view: View;
  /** Texts that are still as they are written. */
  readonly waiting: readonly Path[];
  readonly secrets: readonly Secret[];
}

interface Read {
  readonly path: string;
  readonly source: Source;
  readonly views: Examined['views'];
}

async function readChecked(files: Files, request: Pick<OpenRequest, 'path' | 'cwd'>): Promise<Read> {
  const path = await findProjectFile(files, request);
  const source = await readDocument(files, path, request.cwd);
  const { problems, views } = examine(source);
  if (problems.length > 0) throw badConfig(problems);
  return { path, source, views };
}

function checked({ stage, top }: Context, value: unknown, waiting: readonly Path[]): View {
  const settled = settledProblems(sourceOf(value, top), { stage: stage?.name ?? null, waiting });
  if (settled.problems.length > 0) throw badConfig(settled.problems);
  return settled.usable;
}

async function projectOf({ disk, path, stage }: Context, place: Place, complete: Complete): Promise<Project> {
  const root = dirname(path);
  const { view, secrets } = complete;
  const { project = '', rollouts = {} } = view.draft;
  const { specs, problems } = await specsOf(disk.files, root, view);
  if (problems.length > 0) throw badConfig(problems);
  return {
    name: project,
    file: path,
    root,
    stage,
    place,
    functions: specs,
    layers: layersOf(view, root),
    rollouts: strategiesOf(rollouts, namesOf(view)),
    ...releasesOf(view.draft),
    local: localOf(view, root),
    secrets,
  };
}

function stageOf({ stages = {} }: ProjectFile, name: string | null): Stage | null {
  if (name === null) return null;
  const own = Object.hasOwn(stages, name) ? stages[name] : undefined;
  if (own) return { name, protected: own.protected ?? false };
  const legal = Object.keys(stages);
  const hint =
    legal.length > 0
      ? didYouMean(name, legal)
      : 'Write `stages:` into the project file, or leave --stage out.';
  throw new ShipitError('badFlag', `the project file has no stage ${name}`, { hint });
}

const protectedOf = ({ stages = {} }: ProjectFile): string[] =>
  Object.keys(stages).filter((name) => stages[name]?.protected);

const localOf = ({ draft }: View, root: string): Project['local'] => ({
  seed: draft.local?.seed === undefined ? null : resolve(root, draft.local.seed),
});
