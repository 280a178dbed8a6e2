/** Artifacts in a folder, built once for many deploys: `shipit build --out` writes them, `deploy --artifacts` takes them. */
import { join } from 'node:path';
import { visible } from '../config/characters';
import type { FunctionSpec, LayerSpec } from '../config/project';
import type { Source, Tools } from '../core/built';
import { ShipitError } from '../core/errors';
import type { Files } from '../core/ports';
import type { Artifact } from './artifact';
import { type BuildManifest, type Built, checkManifest, fileOf, nameOf } from './manifest';
import { writeLayout } from './oci';

export interface SetManifest extends Source {
  readonly v: 1;
  readonly type: 'shipit-artifacts';
  readonly project: string;
  readonly stage: string | null;
  /** When it was written, ISO 8601. */
  readonly made: string;
  readonly tools: Tools;
  readonly artifacts: readonly SetEntry[];
}

export interface SetEntry extends BuildManifest {
  /** Its name in the folder; null for an image that lies in a repository. */
  readonly file: string | null;
  readonly imageUri: string | null;
}

export interface ArtifactSet {
  readonly folder: string;
  readonly manifest: SetManifest;
}

export interface SetPart {
  readonly built: Built;
  readonly manifest: BuildManifest;
}

/** The manifest comes last: a folder without one is no set. */
export async function writeSet(
  files: Files,
  folder: string,
  { parts, ...whole }: Omit<SetManifest, 'v' | 'type' | 'artifacts'> & { readonly parts: readonly SetPart[] },
): Promise<void> {
  const entries = parts.map(({ built, manifest }) => entryOf(manifest, built.artifact));
  refuseTwins(entries);
  for (const { built, manifest } of parts)
    await writeOne(files, join(folder, fileOf(manifest) ?? ''), built.artifact);
  const set: SetManifest = { v: 1, type: 'shipit-artifacts', ...whole, artifacts: entries };
  await files.write(join(folder, 'manifest.json'), `${JSON.stringify(set, null, 2)}\n`);
}

const entryOf = (manifest: BuildManifest, { code }: Artifact): SetEntry => ({
  ...manifest,
  file: fileOf(manifest),
  imageUri: 'imageUri' in code ? code.imageUri : null,
});

async function writeOne(files: Files, path: string, { code }: Artifact): Promise<void> {
  if ('zip' in code) await files.write(path, await code.zip.read());
  if ('image' in code) await writeLayout(files, path, code.image);
}

/** A function `layer-x` and a layer `x` would have one file. */
function refuseTwins(entries: readonly SetEntry[]): void {
  const twin = entries.find(
    ({ file }, index) => file !== null && entries.findIndex((other) => other.file === file) !== index,
  );
  if (twin === undefined) return;
  const what = `a function and a layer would both be ${twin.file}`;
  throw new ShipitError('badArtifact', what, { hint: 'Give one of them another key.' });
}

/** `badArtifact` for what is no set, or one of another project. */
export async function openSet(files: Files, folder: string, project: string): Promise<ArtifactSet> {
  const path = join(folder, 'manifest.json');
  const [stat, kind] = await Promise.all([files.stat(path), files.stat(folder)]);
  if (kind?.kind !== 'folder') throw bad(`${folder} is no folder`);
  if (stat?.kind !== 'file') throw bad(`${folder} has no manifest.json`);
  const manifest = parse(await files.read(path), path);
  if (manifest.project === project) return { folder, manifest };
  throw bad(`${folder} has artifacts of project ${visible(manifest.project)}, and this is ${project}`);
}

function parse(bytes: Uint8Array, path: string): SetManifest {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    throw bad(`${path} is no JSON`);
  }
  const { v, type, project, artifacts } = (value ?? {}) as { readonly [key: string]: unknown };
  if (type !== 'shipit-artifacts' || typeof project !== 'string' || !Array.isArray(artifacts))
    throw bad(`${path} is no manifest of artifacts`);
  if (v !== 1) throw bad(`${path} was written by another version of shipit`);
  for (const one of artifacts) checkEntry(one, path);
  return value as SetManifest;
}

/** No name leads out of the folder: each is the one that we would give. */
function checkEntry(value: unknown, path: string): void {
  const manifest = checkManifest(value, path);
  const { file, imageUri } = manifest as Partial<SetEntry>;
  const isNamed = file === fileOf(manifest) && (imageUri === null) === (manifest.form !== 'reference');
  if (!isNamed) throw bad(`${path}: ${visible(manifest.key)} has another name than shipit gives`);
}

/** What the set has for it; `badArtifact` names what is missing. */
export function entryFor(
  { folder, manifest }: ArtifactSet,
  kind: BuildManifest['kind'],
  { key }: FunctionSpec | LayerSpec,
): SetEntry {
  const found = manifest.artifacts.find((one) => one.kind === kind && one.key === key);
  if (found !== undefined) return found;
  const has = manifest.artifacts.map(nameOf).sort().map(visible).join(', ');
  throw bad(`${folder} has no ${kind} ${key}; it has ${has || 'nothing'}`);
}

const bad = (what: string): ShipitError =>
  new ShipitError('badArtifact', what, { hint: 'Make the artifacts with `shipit build --out <folder>`.' });
