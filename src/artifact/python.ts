/** A folder of Python together with what its requirements ask for. */
import { join, relative } from 'node:path';
import type { PythonSource } from '../config/code';
import { escapes } from '../config/inside';
import type { StagedFile } from '../core/building';
import type { Artifact } from './artifact';
import { filesOf } from './folder';
import type { MakePorts } from './make-ports';
import { pythonPackages } from './python-packages';
import { badArtifact, type Flaw, type Subject } from './refuse';
import { packStaged } from './staged';

/** Where a layer has to have it, to be found below /opt; a function has it at the top. */
export const layerFolder = 'python/';

/** What work on the code leaves in its folder. */
const never = ['__pycache__/', '*.pyc', '.venv/'];

export interface PythonWish {
  readonly source: PythonSource;
  /** Whom the installer's lines are told of. */
  readonly key: string;
  /** What every path begins with: empty, or a folder with `/` at its end. */
  readonly below: string;
}

export async function buildPython(ports: MakePorts, subject: Subject, wish: PythonWish): Promise<Artifact> {
  const { source, key, below } = wish;
  const { architecture = 'x86_64', runtime } = subject.config;
  const python = /^python(3\.\d+)$/.exec(runtime ?? '')?.[1];
  if (python === undefined) throw badArtifact(subject, [noRuntime]);
  await refuseRequirements(ports, subject, source);
  const exclude = [...never, ...source.exclude];
  const own = await filesOf(ports, { ...subject, config: {} }, { ...source, exclude });
  const packages = await pythonPackages(ports, subject, { source, key, python, architecture });
  const ownFiles = own.map(({ path, executable }) => ({ path, from: join(source.path, path), executable }));
  refuseTwice(subject, ownFiles, packages);
  const placed = [...ownFiles, ...packages].map((file) => ({ ...file, path: below + file.path }));
  const allowed = [...source.allow, ...packages.map(({ path }) => path)].map((path) => below + path);
  return packStaged(ports, { ...subject, allow: allowed }, placed);
}

const noRuntime: Flaw = {
  what: 'packages are for one version of Python, and `runtime` names none',
  hint: 'write `runtime: python3.13`; for a layer, exactly one in `runtimes`',
};

async function refuseRequirements(
  { files }: MakePorts,
  subject: Subject,
  source: PythonSource,
): Promise<void> {
  const named = relative(subject.root, source.requirements);
  const outside = escapes(named);
  const stat = outside === null ? await files.stat(source.requirements) : null;
  if (stat?.kind === 'file') return;
  const what = `${named} ${outside ?? (stat === null ? 'is not there' : 'is no file')}`;
  throw badArtifact(subject, [{ what, hint: 'name the file of requirements with `requirements`' }]);
}

/** Nobody can tell which of the two was meant. */
function refuseTwice(subject: Subject, own: readonly StagedFile[], packages: readonly StagedFile[]): void {
  const installed = new Set(packages.map(({ path }) => path));
  const twice = own.filter(({ path }) => installed.has(path));
  const flaws = twice.map(({ path }) => ({
    what: `${path} is in the folder and in a package of the requirements`,
    hint: 'delete it, or leave it out with `exclude`',
  }));
  if (flaws.length > 0) throw badArtifact(subject, flaws);
}
