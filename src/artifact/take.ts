/** Artifacts out of a set, as good as if they had just been built: each is checked against the manifest of the set. */
import { join } from 'node:path';
import type { FilesSource } from '../config/code';
import { linkOnTheWay } from '../config/inside';
import type { FunctionSpec, LayerSpec } from '../config/project';
import { ShipitError } from '../core/errors';
import { Digest } from '../core/values';
import type { Artifact } from './artifact';
import { buildArtifact, buildLayer } from './build';
import { buildImage } from './image';
import { fileOf } from './manifest';
import { readLayout } from './oci';
import { type ArtifactSet, entryFor, type SetEntry } from './set';

type BuildPorts = Parameters<typeof buildArtifact>[0];

export async function takeArtifact(
  ports: BuildPorts,
  set: ArtifactSet,
  spec: FunctionSpec,
): Promise<Artifact> {
  const entry = entryFor(set, 'function', spec);
  const isImage = entry.form !== 'zip';
  if (isImage !== (spec.image !== null)) {
    const [is, was] = isImage ? ['a zip', 'an image'] : ['an image', 'a zip'];
    throw other(set, entry, `is ${was}, and the project file says ${is}`);
  }
  if (entry.form === 'reference')
    return same(
      set,
      entry,
      await buildImage(ports, { ...spec, image: { kind: 'there', uri: entry.imageUri ?? '' } }, set.folder),
    );
  if (entry.form === 'image') return same(set, entry, await takeImage(ports, set, entry));
  const code = readyZip(set, entry, spec);
  return same(
    set,
    entry,
    await buildArtifact(ports, { ...spec, code, image: null, build: null }, set.folder),
  );
}

export async function takeLayer(ports: BuildPorts, set: ArtifactSet, spec: LayerSpec): Promise<Artifact> {
  const entry = entryFor(set, 'layer', spec);
  const code = readyZip(set, entry, spec);
  return same(set, entry, await buildLayer(ports, { ...spec, code, build: null }, set.folder));
}

/** Looked through like any other ready zip, by what is declared here. */
function readyZip(set: ArtifactSet, entry: SetEntry, { code }: Pick<FunctionSpec, 'code'>): FilesSource {
  const allow = code !== null && 'allow' in code ? code.allow : [];
  return { kind: 'files', path: join(set.folder, fileOf(entry) ?? ''), include: null, exclude: [], allow };
}

async function takeImage({ files }: BuildPorts, set: ArtifactSet, entry: SetEntry): Promise<Artifact> {
  const name = fileOf(entry) ?? '';
  const link = await linkOnTheWay(files, set.folder, name);
  if (link !== null) throw other(set, entry, 'is a symbolic link');
  const image = await readLayout(files, join(set.folder, name), `sha256:${Digest.hex(entry.digest)}`);
  const { bytes, unzippedBytes, digest } = entry;
  return { code: { image }, digest, files: 0, bytes, unzippedBytes, reused: true };
}

function same(set: ArtifactSet, entry: SetEntry, artifact: Artifact): Artifact {
  if (artifact.digest === entry.digest) return { ...artifact, reused: true };
  throw other(set, entry, `has digest ${artifact.digest}, and the manifest says ${entry.digest}`);
}

const other = ({ folder }: ArtifactSet, { kind, key }: SetEntry, what: string): ShipitError =>
  new ShipitError('badArtifact', `${folder}: ${kind} ${key} ${what}`, {
    hint: 'Nothing was written. Make the artifacts again with `shipit build --out <folder>`.',
  });
