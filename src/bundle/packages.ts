/** Packages of node_modules as they lie on this disk. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface Package {
  readonly name: string;
  /** Without links on the way. */
  readonly folder: string;
  readonly about: About;
}

/** As much of a package.json as counts here. */
interface About {
  readonly dependencies: readonly string[];
  /** Those that may be absent. */
  readonly optional: readonly string[];
  /** Lists of Node's names; empty for all. */
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  /** What it says of building itself from source. */
  readonly compiles: boolean;
}

/** The package that an import of that name means in a folder, as Node.js looks for it; null when there is none. */
export async function findPackage(name: string, from: string): Promise<Package | null> {
  for (let folder = from, last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    const text = await readFile(join(found, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) return { name, folder: await realpath(found), about: aboutOf(text) };
  }
  return null;
}

function aboutOf(text: string): About {
  const said = parsed(text);
  const keys = (value: unknown): string[] => (isMap(value) ? Object.keys(value) : []);
  const words = (value: unknown): string[] =>
    Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const peers = isMap(said.peerDependenciesMeta) ? said.peerDependenciesMeta : {};
  return {
    dependencies: keys(said.dependencies).filter((name) => !keys(said.optionalDependencies).includes(name)),
    optional: [...keys(said.optionalDependencies), ...keys(said.peerDependencies), ...keys(peers)],
    os: words(said.os),
    cpu: words(said.cpu),
    compiles: said.gypfile === true || isMap(said.binary) || isMap(said.napi),
  };
}

function parsed(text: string): { readonly [key: string]: unknown } {
  try {
    const said: unknown = JSON.parse(text);
    return isMap(said) ? said : {};
  } catch {
    return {};
  }
}

const isMap = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Its files, relative to it, without the packages that lie in it. Links are left out: there is nothing like them in a zip. */
export async function filesOf({ folder }: Package): Promise<string[]> {
  const found: string[] = [];
  const folders = [''];
  for (let prefix = folders.pop(); prefix !== undefined; prefix = folders.pop()) {
    for (const entry of await readdir(join(folder, prefix), { withFileTypes: true })) {
      if (entry.isFile()) found.push(prefix + entry.name);
      else if (entry.isDirectory() && entry.name !== 'node_modules') folders.push(`${prefix}${entry.name}/`);
    }
  }
  return found.sort();
}

export const isExecutable = async (path: string): Promise<boolean> => ((await stat(path)).mode & 0o111) !== 0;
