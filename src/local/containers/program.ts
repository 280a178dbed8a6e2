/**
 * What runs a function that is made of an image. Handlers of AWS's bases for Node.js and Python are run by the programs of
 * this machine, as those of zips are. Everything else runs in the root of the image where this machine can enter it, and
 * else on this machine as far as that has what it needs.
 */
import { stat } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Clock } from '../../core/ports';
import { AwsError } from '../errors';
import type { VersionConfig } from '../lambda/book';
import { Failure } from '../runtime/failure';
import type { Program, Programs } from '../runtime/programs';
import { entryOf, type ImageEntry } from './entry';
import { type Executable, executableAt } from './executable';
import type { UnpackedImage } from './folders';
import { placeOf } from './inside';
import { type Language, lambdaEntry, languageOf } from './language';
import { machineVariables, machineWords } from './machine';
import { createRoots } from './root';

export interface ContainerProgram {
  readonly found: Program | Failure;
  /** With the variables of the image under those of the function, and a runtime and handler where there are. */
  readonly config: VersionConfig;
  /** Where it starts, on this machine. */
  readonly workingFolder: string;
  /** LAMBDA_TASK_ROOT as the program sees it. */
  readonly taskRoot: string;
  /** It runs in the root of the image, with a /tmp of its own. */
  readonly inside: boolean;
}

export interface ContainerOf {
  readonly config: VersionConfig;
  readonly image: UnpackedImage | null;
  /** Private to the environment. */
  readonly tmpFolder: string;
}

export interface ContainerProgramOptions {
  readonly programs: Programs;
  readonly nodePath: string;
  readonly path: string;
  readonly real: Clock;
}

/** Throws AwsError for what this machine cannot run. */
export function createContainerPrograms(
  options: ContainerProgramOptions,
): (of: ContainerOf) => Promise<ContainerProgram> {
  const { programs, nodePath, path, real } = options;
  const roots = createRoots(path, real);
  return async ({ config, image, tmpFolder }) => {
    if (!image) throw notPushed();
    const entry = entryOf(image.config, config);
    const of = { ...options, roots, nodePath, programs, tmpFolder, config, entry, root: image.root };
    const flaw = await folderFlaw(of);
    if (flaw) return { ...onMachine(of), found: flaw };
    return entry.words[0] === lambdaEntry ? handled(of) : started(of, entry.words);
  };
}

interface Of extends ContainerProgramOptions {
  readonly roots: ReturnType<typeof createRoots>;
  readonly tmpFolder: string;
  readonly config: VersionConfig;
  readonly entry: ImageEntry;
  readonly root: string;
}

const notPushed = (): AwsError =>
  new AwsError(
    'InvalidRuntimeException',
    502,
    'The local AWS runs images that were pushed to it; this one was only described.',
  );

async function folderFlaw({ root, entry: { workingFolder } }: Of): Promise<Failure | null> {
  const found = await stat(placeOf(root, workingFolder)).catch(() => null);
  if (found?.isDirectory()) return null;
  return Failure.workingFolder(
    `chdir ${workingFolder}: ${found ? 'not a directory' : 'no such file or directory'}`,
  );
}

const taskRootOf = ({ variables }: ImageEntry): string => variables.LAMBDA_TASK_ROOT ?? '/var/task';

function onMachine({ root, entry, config }: Of): Omit<ContainerProgram, 'found'> {
  const variables = machineVariables(root, entry.variables, config.Environment);
  return {
    config: { ...config, Runtime: 'provided', Handler: '', Environment: variables },
    workingFolder: placeOf(root, entry.workingFolder),
    taskRoot: placeOf(root, taskRootOf(entry)),
    inside: false,
  };
}

/** An entry point of AWS's own: its first argument is the handler. */
async function handled(of: Of): Promise<ContainerProgram> {
  const handler = of.entry.words[1] ?? '';
  const language = await languageOf(of.root, taskRootOf(of.entry), handler);
  const machine = onMachine(of);
  if (language === 'provided') {
    const run = await started(of, ['/var/runtime/bootstrap', ...of.entry.words.slice(1)]);
    return { ...run, config: { ...run.config, Handler: handler } };
  }
  if (language === null)
    return {
      ...machine,
      found: Failure.entrypoint(`${lambdaEntry}: there is no runtime for ${handler || 'no handler'}`),
    };
  const config = { ...machine.config, Runtime: runtimes[language], Handler: handler };
  const codeFolder = machine.taskRoot;
  return { ...machine, config, found: await of.programs.find({ config, codeFolder, layersFolder: null }) };
}

/** Those of this machine, which are what runs. */
const runtimes: Readonly<Record<Exclude<Language, 'provided'>, string>> = {
  nodejs: `nodejs${process.versions.node.split('.')[0]}.x`,
  python: 'python3',
};

async function started(of: Of, words: readonly string[]): Promise<ContainerProgram> {
  const [name = '', ...rest] = words;
  const machine = onMachine(of);
  const { shown, executable } = await lookUp(of, name);
  const inside = typeof executable !== 'string' && (await enteredBy(of, [shown, ...rest], executable));
  if (inside) return inside;
  const own = await machineProgram(of, name);
  const alone = typeof executable !== 'string' && (await standsHere(executable));
  const file = own ?? (alone ? placeOf(of.root, shown) : null);
  if (file !== null) {
    const args = await machineWords(of.root, rest);
    return { ...machine, found: { command: { file, args }, watched: false, input: '' } };
  }
  const why = typeof executable === 'string' ? executable : 'it needs Linux that lets it enter the image';
  return {
    ...machine,
    found: Failure.entrypoint(shown === '' ? missing(name) : `fork/exec ${shown}: ${why}`),
  };
}

const missing = (name: string): string =>
  name === ''
    ? 'the image has neither entry point nor command'
    : `exec: "${name}": executable file not found in $PATH`;

interface Found {
  /** Its path in the image; empty when it is on none of its paths. */
  readonly shown: string;
  readonly executable: Executable | string;
}

async function lookUp({ root, entry }: Of, name: string): Promise<Found> {
  const absent = 'no such file or directory';
  if (name.includes('/')) {
    const shown = name.startsWith('/') ? name : posix.join('/', entry.workingFolder, name);
    return { shown, executable: await executableAt(root, shown) };
  }
  for (const folder of (entry.variables.PATH ?? '/usr/local/bin:/usr/bin:/bin').split(':')) {
    const executable =
      folder === '' || name === '' ? absent : await executableAt(root, posix.join(folder, name));
    if (typeof executable !== 'string') return { shown: posix.join(folder, name), executable };
  }
  return { shown: '', executable: absent };
}

/** In the root of the image, when all that it needs is there. */
async function enteredBy(
  of: Of,
  words: readonly string[],
  { interpreter }: Executable,
): Promise<ContainerProgram | null> {
  const { root, entry, tmpFolder, config } = of;
  const there = interpreter === null || typeof (await executableAt(root, interpreter)) !== 'string';
  const command = there
    ? await of.roots.enter({ root, tmpFolder, workingFolder: entry.workingFolder }, words)
    : null;
  if (command === null) return null;
  return {
    found: { command, watched: true, input: '' },
    config: { ...config, Runtime: 'provided', Handler: '', Environment: entry.variables },
    workingFolder: root,
    taskRoot: taskRootOf(entry),
    inside: true,
  };
}

/** Node.js and Python that the image names are those of this machine, when its own cannot be used. */
async function machineProgram({ programs, nodePath }: Of, name: string): Promise<string | null> {
  const base = posix.basename(name);
  if (base === 'node') return nodePath;
  return /^python(3(\.\d+)?)?$/.test(base) ? programs.python() : null;
}

/** A program that stands alone runs anywhere, and a script where its interpreter is. */
async function standsHere({ kind, interpreter }: Executable): Promise<boolean> {
  if (interpreter === null) return true;
  return kind === 'script' && typeof (await executableAt('/', interpreter)) !== 'string';
}
