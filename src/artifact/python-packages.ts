/** What Python's requirements come to, in a folder of the cache: installed once for the same requirements. */
import { createHash } from 'node:crypto';
import { basename, dirname, join, relative } from 'node:path';
import type { PythonSource } from '../config/code';
import type { StagedFile } from '../core/building';
import { ourFolder } from './cache-folder';
import { told } from './folder';
import { type Installer, installWords, type Target, variables, versionWords } from './installer';
import type { MakePorts } from './make-ports';
import { failure, runProgram } from './program';
import { badArtifact, type Subject } from './refuse';
import { requirementsDigest } from './requirements';

const installMs = 15 * 60_000;
const askMs = 30_000;

interface Wanted extends Target {
  readonly source: PythonSource;
  /** Whom its lines are told of. */
  readonly key: string;
}

/** The files of all packages, without what differs from one installation to the next. */
export async function pythonPackages(
  ports: MakePorts,
  subject: Subject,
  wanted: Wanted,
): Promise<StagedFile[]> {
  const { source, python, architecture } = wanted;
  const installer = await ports.once.do(`installer ${source.installer}`, () =>
    findInstaller(ports, subject, source),
  );
  refuseProject(subject, source, installer);
  const content = await told(subject, () => requirementsDigest(ports.files, source.requirements));
  const terms = JSON.stringify([content, python, architecture, installer]);
  const digest = createHash('sha256').update(terms).digest('hex');
  const folder = join(await ourFolder(ports.files, subject, 'python'), digest);
  await ports.once.do(`python ${folder}`, () => install(ports, subject, { ...wanted, installer, folder }));
  const found = await told(subject, () => ports.files.walk(folder, isLeftOut));
  return found
    .filter(({ path, kind }) => kind === 'file' && !isLeftOut(path))
    .map(({ path, executable }) => ({ path, from: join(folder, path), executable }));
}

/** Bytecode, scripts that name this machine's Python, and notes on who installed it and from where. */
const leftOut =
  /(^|\/)__pycache__(\/|$)|\.py[co]$|^bin(\/|$)|\.dist-info\/(RECORD|INSTALLER|REQUESTED|direct_url\.json|uv_cache\.json)$|^\.lock$/;
const isLeftOut = (path: string): boolean => leftOut.test(path);

/** uv where nobody says which, since it takes a tenth of the time. */
async function findInstaller(
  { processes }: MakePorts,
  subject: Subject,
  { installer }: PythonSource,
): Promise<Installer> {
  for (const name of installer === null ? (['uv', 'pip'] as const) : [installer]) {
    const options = { cwd: subject.root, timeoutMs: askMs, input: null, credentials: false, variables };
    const ran = await processes.run(versionWords[name], options);
    const version = /^\S+ \S+/.exec(ran?.stdout ?? '')?.[0];
    if (ran?.code === 0 && version !== undefined) return { name, version };
  }
  const what = `${installer ?? 'neither uv nor pip'} is ${installer === null ? '' : 'not '}installed on this machine`;
  const hint = installer === 'uv' ? 'install uv, or delete `installer`' : 'install Python 3 with pip, or uv';
  throw badArtifact(subject, [{ what, hint }]);
}

function refuseProject(subject: Subject, { requirements }: PythonSource, { name }: Installer): void {
  if (name === 'uv' || basename(requirements) !== 'pyproject.toml') return;
  const what = 'pip cannot install what a pyproject.toml needs without the project itself';
  throw badArtifact(subject, [{ what, hint: 'install uv, or name a requirements.txt with `requirements`' }]);
}

interface Installing extends Wanted {
  readonly installer: Installer;
  /** Where it is kept. */
  readonly folder: string;
}

async function install(ports: MakePorts, subject: Subject, { folder, ...work }: Installing): Promise<void> {
  const { staging } = ports;
  if (await told(subject, () => staging.uses(folder))) return;
  const fresh = await told(subject, () => staging.open(dirname(folder)));
  try {
    await runInstaller(ports, subject, { ...work, folder: fresh });
    await told(subject, () => staging.rename(fresh, folder));
  } finally {
    await staging.remove(fresh);
  }
}

async function runInstaller(ports: MakePorts, subject: Subject, work: Installing): Promise<void> {
  const { source, installer, key, python, architecture } = work;
  const { requirements } = source;
  const named = relative(subject.root, requirements);
  const argv = installWords(installer, { ...work, requirements });
  const shown = `${installer.name} install -r ${named}`;
  const rest = { cwd: dirname(requirements), timeoutMs: installMs, variables };
  const ended = await runProgram(ports, { argv, key, shown, ...rest });
  if (ended?.code === 0) return;
  const gone = { code: 127, stdout: '', stderr: '', last: [] };
  const hint = `each package needs a wheel for Python ${python} on Linux, ${architecture}; correct ${named}`;
  throw badArtifact(subject, [failure(ended ?? gone, shown, hint)]);
}
