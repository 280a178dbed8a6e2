import { resolve } from 'node:path';
import type { BuildCommand, CodeSource, ImageSource, Packed } from './code';
import { wordsOf } from './command';
import type * as Written from './schema.gen';
import { duration } from './units';

/** A map of code with the keys of all its forms; the schema has seen that it keeps to one. */
export type CodeMap = Written.Files & Written.Bundle & Written.Python;
/** The same of an image. */
export type ImageMap = Written.Dockerfile & Written.Append;

/** Code as the file writes it; the rules have seen that it is whole. */
export function codeOf(root: string, code: Written.Code): CodeSource {
  if (typeof code === 'string') return { kind: 'files', path: resolve(root, code), ...packedOf({}) };
  const map: CodeMap = code;
  if (map.bundle !== undefined) return bundleOf(root, map.bundle, map);
  if (map.python !== undefined) return pythonOf(root, map.python, map);
  return { kind: 'files', path: resolve(root, map.path ?? ''), ...packedOf(map) };
}

function bundleOf(root: string, entry: string, code: CodeMap): CodeSource {
  const { minify = false, sourceMap = true, external = [], awsSdk = 'bundle' } = code;
  const format = code.format ?? (/\.m[jt]s$/.test(entry) ? 'esm' : 'cjs');
  return { kind: 'bundle', entry: resolve(root, entry), format, minify, sourceMap, external, awsSdk };
}

/** Its requirements lie in the folder, unless the file says where. */
function pythonOf(root: string, folder: string, code: CodeMap): CodeSource {
  const path = resolve(root, folder);
  const { requirements: named, installer = null } = code;
  const requirements = named === undefined ? resolve(path, 'requirements.txt') : resolve(root, named);
  return { kind: 'python', path, requirements, installer, ...packedOf(code) };
}

const packedOf = ({ include, exclude, allow }: Partial<Packed>): Packed => ({
  include: include ?? null,
  exclude: exclude ?? [],
  allow: allow ?? [],
});

/** An image as the file writes it. */
export function imageOf(root: string, image: Written.Image): ImageSource {
  if (typeof image === 'string') return { kind: 'there', uri: image };
  const map: ImageMap = image;
  if (map.base === undefined) return dockerfileOf(root, map);
  const to = (map.to ?? '/var/task').replace(/\/+$/, '');
  return {
    ...{ kind: 'append', base: map.base, add: resolve(root, map.add ?? ''), to: to === '' ? '/' : to },
    ...packedOf(map),
  };
}

function dockerfileOf(root: string, image: ImageMap): ImageSource {
  const { dockerfile = '', context = '.', target = null, builder = null } = image;
  const { args = {}, secrets = {}, cacheFrom = [], cacheTo = [] } = image;
  const files = Object.entries(secrets).map(([id, path]) => [id, resolve(root, path)]);
  return {
    kind: 'dockerfile',
    file: resolve(root, dockerfile),
    context: resolve(root, context),
    ...{ target, args, secrets: Object.fromEntries(files), cacheFrom, cacheTo, builder },
  };
}

const defaultBuildTime = '10m';

/** What runs before code is packed; null for nothing. */
export function buildOf(build: Written.Build | undefined): BuildCommand | null {
  if (build == null) return null;
  const isRun = typeof build === 'string' || Array.isArray(build);
  const { run = '', shell = false, timeout = defaultBuildTime } = isRun ? { run: build } : build;
  const argv = typeof run !== 'string' ? run : shell ? [run] : wordsOf(run);
  return { argv, shell, timeout: duration(timeout) };
}
