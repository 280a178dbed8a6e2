/** Packages that stay files, with all that they need, as node_modules of an artifact. */
import { join } from 'node:path';
import type { Remark, StagedFile } from '../core/building';
import { fitting, isMeantFor } from './native';
import { findPackage, isExecutable, type Package } from './packages';

export interface Carried {
  readonly files: readonly StagedFile[];
  readonly warnings: readonly Remark[];
}

interface Load {
  readonly architecture: 'x86_64' | 'arm64';
  readonly files: StagedFile[];
  /** Folders on this disk by where they go: a name is taken once at each place. */
  readonly placed: Map<string, string>;
  readonly compiled: { readonly name: string; readonly fits: boolean }[];
  readonly warnings: Remark[];
}

/** The first of a name lies at the top; another version of it lies in the package that needs it. */
export async function carry(
  packages: readonly Package[],
  architecture: Load['architecture'],
): Promise<Carried> {
  const load: Load = { architecture, files: [], placed: new Map(), compiled: [], warnings: [] };
  const sorted = [...packages].sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const found of sorted) load.placed.set(`node_modules/${found.name}`, found.folder);
  for (const found of sorted) {
    const before = load.compiled.length;
    await add(load, found, `node_modules/${found.name}`);
    warn(load, found, load.compiled.slice(before));
  }
  return load;
}

async function add(load: Load, found: Package, place: string): Promise<void> {
  const { files, compiled } = await fitting(found, load.architecture);
  if (compiled !== 'none') load.compiled.push({ name: found.name, fits: compiled === 'fits' });
  for (const path of files) {
    const from = join(found.folder, path);
    load.files.push({ path: `${place}/${path}`, from, executable: await isExecutable(from) });
  }
  for (const name of found.about.dependencies)
    await addNeeded(load, { name, by: found, place, isOptional: false });
  for (const name of found.about.optional)
    await addNeeded(load, { name, by: found, place, isOptional: true });
}

interface Needed {
  readonly name: string;
  readonly by: Package;
  readonly place: string;
  readonly isOptional: boolean;
}

async function addNeeded(load: Load, { name, by, place, isOptional }: Needed): Promise<void> {
  const found = await findPackage(name, by.folder);
  if (found === null) {
    const what = `${by.name} needs ${name}, which is not installed`;
    if (!isOptional) load.warnings.push({ at: null, what, hint: 'run `npm install`' });
    return;
  }
  if (isOptional && !isMeantFor(found, load.architecture)) return noteOther(load, found);
  const top = `node_modules/${name}`;
  const taken = load.placed.get(top);
  if (taken === found.folder) return;
  const free = taken === undefined ? top : `${place}/node_modules/${name}`;
  if (load.placed.has(free)) return;
  load.placed.set(free, found.folder);
  await add(load, found, free);
}

/** That there is code for another machine counts when there is none for this one. */
async function noteOther(load: Load, found: Package): Promise<void> {
  const { compiled } = await fitting(found, load.architecture);
  if (compiled !== 'none') load.compiled.push({ name: found.name, fits: false });
}

const npmCpus = { x86_64: 'x64', arm64: 'arm64' } as const;

function warn({ architecture, warnings }: Load, { name }: Package, compiled: Load['compiled']): void {
  if (compiled.length === 0 || compiled.some(({ fits }) => fits)) return;
  const what = `${name} has compiled code, and none of it is for Linux on ${architecture}`;
  const hint = `install it for that: \`npm install --os=linux --cpu=${npmCpus[architecture]} ${name}\``;
  warnings.push({ at: null, what, hint });
}
