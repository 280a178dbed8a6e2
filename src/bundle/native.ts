/** Which packages hold code for a machine: esbuild cannot put that into a module. */
import { join } from 'node:path';
import { machineOf } from './machine';
import { filesOf, findPackage, type Package } from './packages';

export class Natives {
  private readonly known = new Map<string, Promise<boolean>>();

  /** By itself, or in one of the packages that it has for each machine. */
  has(found: Package): Promise<boolean> {
    const known = this.known.get(found.folder) ?? this.look(found);
    this.known.set(found.folder, known);
    return known;
  }

  private async look(found: Package): Promise<boolean> {
    if (found.about.compiles || (await filesOf(found)).some(isCompiled)) return true;
    for (const name of found.about.optional) {
      const part = await findPackage(name, found.folder);
      if (part !== null && isForOneMachine(part) && (await filesOf(part)).some(isCompiled)) return true;
    }
    return false;
  }
}

const isCompiled = (path: string): boolean => path.endsWith('.node');

const isForOneMachine = ({ about: { os, cpu } }: Package): boolean => os.length > 0 || cpu.length > 0;

type Architecture = 'x86_64' | 'arm64';

const cpus: { readonly [A in Architecture]: string } = { x86_64: 'x64', arm64: 'arm64' };

/** What its package.json says of machines. */
export function isMeantFor({ about: { os, cpu } }: Package, architecture: Architecture): boolean {
  const takes = (list: readonly string[], name: string): boolean =>
    list.length === 0 ||
    (list.some((one) => !one.startsWith('!')) ? list.includes(name) : !list.includes(`!${name}`));
  return takes(os, 'linux') && takes(cpu, cpus[architecture]);
}

export interface Fitting {
  /** Its files without compiled ones for other machines. */
  readonly files: readonly string[];
  readonly compiled: 'none' | 'fits' | 'fitsNot';
}

/** Of a package with code for many machines, that for one. */
export async function fitting(found: Package, architecture: Architecture): Promise<Fitting> {
  const files = await filesOf(found);
  const compiled = files.filter(isCompiled);
  if (compiled.length === 0) return { files, compiled: 'none' };
  const others = new Set<string>();
  for (const path of compiled)
    if ((await machineOf(join(found.folder, path))) !== architecture) others.add(path);
  return {
    files: files.filter((path) => !others.has(path)),
    compiled: others.size < compiled.length ? 'fits' : 'fitsNot',
  };
}
