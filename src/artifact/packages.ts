/** Which packages are in an artifact: by the lockfile, or by what Python's installers leave beside a package. */

export interface Package {
  /** As package URLs have it: `npm` or `pypi`. */
  readonly kind: 'npm' | 'pypi';
  readonly name: string;
  readonly version: string;
  /** SPDX, as the lockfile says; null where it says nothing. */
  readonly license: string | null;
  /** Of what was installed, by algorithm of CycloneDX, in hex. */
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
}

/** `badly` is why a lockfile cannot be read. */
export type Locked = { readonly packages: readonly Located[] } | { readonly badly: string };

interface Located extends Package {
  /** `node_modules/a/node_modules/b`. */
  readonly at: string;
}

/** Production packages of a package-lock.json, versions 2 and 3. */
export function lockedPackages(text: string): Locked {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { badly: 'it is no JSON' };
  }
  const { lockfileVersion, packages } = (value ?? {}) as { readonly [key: string]: unknown };
  if (lockfileVersion !== 2 && lockfileVersion !== 3)
    return { badly: `it has lockfileVersion ${JSON.stringify(lockfileVersion)}, where 2 and 3 can be read` };
  if (typeof packages !== 'object' || packages === null) return { badly: 'it has no packages' };
  return { packages: Object.entries(packages).flatMap(([at, one]) => located(at, one)) };
}

function located(at: string, value: unknown): Located[] {
  const { version, dev, devOptional, link, license, integrity, name } = (value ?? {}) as {
    readonly [key: string]: unknown;
  };
  const isProduction = dev !== true && devOptional !== true && link !== true;
  const path = at.lastIndexOf('node_modules/');
  if (path < 0 || !isProduction || typeof version !== 'string') return [];
  const called = typeof name === 'string' ? name : at.slice(path + 'node_modules/'.length);
  const said = typeof license === 'string' ? license : null;
  const one = { kind: 'npm' as const, name: called, version, license: said };
  return [{ ...one, at, hashes: hashesOf(integrity) }];
}

const algorithms = new Map([
  ['sha1', 'SHA-1'],
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
]);

/** Subresource integrity: `sha512-<base64>`. */
function hashesOf(integrity: unknown): Package['hashes'] {
  const [, name = '', base64 = ''] = /^(sha\d+)-([A-Za-z0-9+/=]+)$/.exec(String(integrity)) ?? [];
  const alg = algorithms.get(name);
  return alg === undefined ? [] : [{ alg, content: Buffer.from(base64, 'base64').toString('hex') }];
}

/** Where modules are packed, those that are there; else, for a bundle, all of production. */
export function packagesIn(locked: readonly Located[], paths: readonly string[]): Package[] {
  const packed = foldersOf(paths);
  const there = packed.size === 0 ? locked : locked.filter(({ at }) => packed.has(at));
  return unique(there.map(({ at: _, ...one }) => one));
}

/** Every `node_modules/<name>` of the paths, from the first `node_modules` on: the root of the artifact is not that of the lockfile. */
function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  const found = paths.flatMap((path) => {
    const from = path.search(/(^|\/)node_modules\//);
    if (from < 0) return [];
    const below = path.slice(path[from] === '/' ? from + 1 : from);
    const ends = [...below.matchAll(/node_modules\/(@[^/]+\/)?[^/]+(?=\/)/g)];
    return ends.map(({ index, 0: text }) => below.slice(0, index + text.length));
  });
  return new Set(found);
}

export const isDistInfo = (path: string): boolean => /(^|\/)[^/]+\.dist-info\/METADATA$/.test(path);

/** Out of the METADATA of each `*.dist-info`. */
export function pythonPackages(metadata: ReadonlyMap<string, string>): Package[] {
  return unique(
    [...metadata.values()].flatMap((text) => {
      const [head = ''] = text.split(/\r?\n\r?\n/);
      const of = (field: string) => new RegExp(`^${field}: *(.+?)\\r?$`, 'm').exec(head)?.[1] ?? null;
      const [name, version] = [of('Name'), of('Version')];
      if (name === null || version === null) return [];
      const normal = name.toLowerCase().replace(/[-_.]+/g, '-');
      return [
        { kind: 'pypi' as const, name: normal, version, license: of('License-Expression'), hashes: [] },
      ];
    }),
  );
}

const keyOf = ({ kind, name, version }: Package): string => `${kind}/${name}@${version}`;

function unique(packages: readonly Package[]): Package[] {
  const byKey = new Map(packages.map((one) => [keyOf(one), one]));
  return [...byKey.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
