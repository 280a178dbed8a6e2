/** Which program runs the code of a runtime, and where it is on this machine. */
import { execFile } from 'node:child_process';
import { open, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { AwsError } from '../errors';
import type { VersionConfig } from '../lambda/book';
import { bootstrapSource } from './bootstrap';
import { Failure } from './failure';
import { pythonSource } from './python';
import type { Launch } from './sandbox';

export interface Program extends Launch {
  /** What it reads from its standard input. */
  readonly input: string;
}

export interface Machine {
  readonly env: Readonly<{ [name: string]: string | undefined }>;
  readonly nodePath: string;
}

export interface ProgramOf {
  readonly config: VersionConfig;
  readonly codeFolder: string;
  /** Where the function finds its layers; null for none. */
  readonly layersFolder: string | null;
}

export interface Programs {
  /** A failure is the function's own. Throws AwsError for what this machine cannot run. */
  find(of: ProgramOf): Promise<Program | Failure>;
  /** Where Python is. Throws AwsError without one. */
  python(): Promise<string>;
}

/** Throws for what runs on no machine. */
export function insistOnRunnable({ PackageType, Runtime }: VersionConfig): void {
  if (PackageType === 'Image') return;
  if (!/^(nodejs\d|python3\.|provided)/.test(Runtime)) throw refused(`it cannot run the runtime ${Runtime}.`);
}

const refused = (why: string): AwsError =>
  new AwsError(
    'InvalidRuntimeException',
    502,
    `The local AWS runs Node.js, Python and custom (provided) runtimes; ${why}`,
  );

export function createPrograms({ env, nodePath }: Machine): Programs {
  let found: Promise<string> | null = null;
  const python = (): Promise<string> => {
    found ??= findPython(env);
    return found;
  };
  return {
    python,
    async find({ config, ...of }) {
      const { Runtime, MemorySize } = config;
      if (Runtime.startsWith('provided')) return findBootstrap(of);
      if (Runtime.startsWith('nodejs')) {
        const args = [`--max-old-space-size=${MemorySize}`, '-'];
        return { command: { file: nodePath, args }, watched: true, input: bootstrapSource };
      }
      const file = await python();
      return { command: { file, args: ['-B', '-s', '-'] }, watched: true, input: pythonSource };
    },
  };
}

/** Version managers put scripts before the interpreter; it is asked once where it really is. */
async function findPython(env: Machine['env']): Promise<string> {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const name = join(folder, process.platform === 'win32' ? 'python3.exe' : 'python3');
    const found = folder === '' ? null : await askPython(name, env);
    if (found !== null) return found;
  }
  throw refused('for Python it needs a python3 on its PATH, and there is none.');
}

const askPython = (file: string, env: Machine['env']): Promise<string | null> =>
  new Promise((resolve) => {
    const program = 'import sys; sys.stdout.write(sys.executable)';
    execFile(file, ['-c', program], { env: { ...env }, timeout: 10_000 }, (error, stdout) =>
      resolve(error || stdout === '' ? null : stdout),
    );
  });

/** The function's own comes before that of a layer. */
async function findBootstrap({
  codeFolder,
  layersFolder,
}: Omit<ProgramOf, 'config'>): Promise<Program | Failure> {
  const places = [
    [codeFolder, '/var/task'] as const,
    ...(layersFolder ? [[layersFolder, '/opt'] as const] : []),
  ];
  for (const [folder, shown] of places) {
    const file = join(folder, 'bootstrap');
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) continue;
    const flaw = (found.mode & 0o111) === 0 ? 'permission denied' : await formFlaw(file);
    return flaw === null
      ? { command: { file, args: [] }, watched: false, input: '' }
      : Failure.entrypoint(`fork/exec ${shown}/bootstrap: ${flaw}`);
  }
  return Failure.entrypoint("Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]");
}

/** A shell would run a script that does not name its interpreter; the system, and so Lambda, does not. */
async function formFlaw(path: string): Promise<string | null> {
  if (process.platform !== 'linux') return null;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(256), 0, 256, 0);
    const head = buffer.subarray(0, bytesRead).toString('latin1');
    if (head.startsWith('\x7fELF')) return null;
    const interpreter = /^#![ \t]*([^\s]+)(\r?)/.exec(head);
    if (!interpreter) return 'exec format error';
    const there = interpreter[2] === '' && (await stat(interpreter[1] ?? '').catch(() => null));
    return there ? null : 'no such file or directory';
  } finally {
    await file.close();
  }
}
