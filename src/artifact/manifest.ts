/** What an artifact was made of and by: kept beside it, so that somebody can prove later what runs. */
import { relative } from 'node:path';
import type { FunctionSpec, LayerSpec } from '../config/project';
import type { Source, Tools } from '../core/built';
import { ShipitError } from '../core/errors';
import type { Digest } from '../core/values';
import type { Artifact } from './artifact';
import { contentsOf, type FileIn } from './contents';

/** Nothing in it comes from the clock or from this machine: the same files, commit and tools give the same manifest. */
export interface BuildManifest extends Source {
  readonly v: 1;
  readonly key: string;
  readonly kind: 'function' | 'layer';
  /** `reference`: an image that was there already. */
  readonly form: 'zip' | 'image' | 'reference';
  /** As Lambda reports it. */
  readonly digest: Digest;
  readonly bytes: number;
  readonly unzippedBytes: number;
  /** By path; empty for an image. */
  readonly files: readonly FileIn[];
  /** What the project file says of it, paths as seen from its folder. */
  readonly inputs: object;
  readonly tools: Tools;
}

/** `layer-deps` of a layer, `api` of a function. */
export const nameOf = ({ kind, key }: Pick<BuildManifest, 'kind' | 'key'>): string =>
  kind === 'layer' ? `layer-${key}` : key;

export const fileOf = (of: Pick<BuildManifest, 'kind' | 'key' | 'form'>): string | null =>
  of.form === 'reference' ? null : `${nameOf(of)}.${of.form === 'zip' ? 'zip' : 'oci'}`;

/** What is built: a function or a layer, and by whom. */
export type Built =
  | { readonly kind: 'function'; readonly spec: FunctionSpec; readonly artifact: Artifact }
  | { readonly kind: 'layer'; readonly spec: LayerSpec; readonly artifact: Artifact };

export interface Making extends Source {
  readonly root: string;
  readonly tools: Tools;
}

/** `known` is what was written of it before: what is in the same zip is the same, and is not read again. */
export async function describe(
  built: Built,
  { root, commit, dirty, tools }: Making,
  known: BuildManifest | null,
): Promise<BuildManifest> {
  const { kind, spec, artifact } = built;
  const { code, digest, bytes, unzippedBytes } = artifact;
  const form = 'zip' in code ? 'zip' : 'image' in code ? 'image' : 'reference';
  const inputs = shown(built.kind === 'function' ? sourcesOf(built.spec) : { code: built.spec.code }, root);
  const what = { v: 1 as const, key: spec.key, kind, form, digest, bytes, unzippedBytes } as const;
  const files = 'zip' in code ? (filesOf(known, digest) ?? (await contentsOf(code.zip))) : [];
  return { ...what, files, inputs, tools, commit, dirty };
}

const filesOf = (known: BuildManifest | null, digest: Digest): readonly FileIn[] | null =>
  known?.digest === digest && known.form === 'zip' ? known.files : null;

/** Values of build arguments and files of secrets may be secret themselves: their names have to do. */
function sourcesOf({ code, image, build }: FunctionSpec): object {
  if (image === null) return { code, ...(build && { build: build.argv }) };
  if (image.kind !== 'dockerfile') return { image, ...(build && { build: build.argv }) };
  const named = { args: Object.keys(image.args).sort(), secrets: Object.keys(image.secrets).sort() };
  return { image: { ...image, ...named }, ...(build && { build: build.argv }) };
}

function shown<T>(value: T, root: string): T {
  const seen = (_: string, one: unknown) =>
    typeof one === 'string' && (one === root || one.startsWith(`${root}/`))
      ? relative(root, one) || '.'
      : one;
  return JSON.parse(JSON.stringify(value, seen)) as T;
}

/** `badArtifact` for what is no manifest of this shipit. */
export function checkManifest(value: unknown, where: string): BuildManifest {
  if (isManifest(value)) return value;
  const other = typeof value === 'object' && value !== null && 'v' in value && value.v !== 1;
  const why = other ? 'it is of another version of shipit' : 'a part of it is missing or of another form';
  throw new ShipitError('badArtifact', `${where}: ${why}`, { hint: 'Build it anew with `shipit build`.' });
}

type Form = { readonly [K in keyof BuildManifest]: (value: unknown) => boolean };

const isText = (value: unknown): boolean => typeof value === 'string';
const isSize = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0;
const isMap = (value: unknown): value is { [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const form: Form = {
  v: (value) => value === 1,
  key: isText,
  kind: (value) => value === 'function' || value === 'layer',
  form: (value) => value === 'zip' || value === 'image' || value === 'reference',
  digest: (value) => isText(value) && /^([A-Za-z0-9+/]{43}=|[0-9a-f]{64})$/.test(String(value)),
  bytes: isSize,
  unzippedBytes: isSize,
  files: (value) => Array.isArray(value) && value.every(isFile),
  inputs: isMap,
  tools: (value) => isMap(value) && Object.values(value).every(isText),
  commit: (value) => value === null || isText(value),
  dirty: (value) => value === null || typeof value === 'boolean',
};

function isFile(value: unknown): boolean {
  if (!isMap(value)) return false;
  const { path, bytes, sha256, executable } = value;
  return (
    isText(path) && isSize(bytes) && /^[0-9a-f]{64}$/.test(String(sha256)) && typeof executable === 'boolean'
  );
}

const isManifest = (value: unknown): value is BuildManifest =>
  isMap(value) && Object.entries(form).every(([key, holds]) => holds(value[key]));
