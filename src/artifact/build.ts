import { relative } from 'node:path';
import { escapes, linkOnTheWay } from '../config/inside';
import type { FunctionSpec, LayerSpec } from '../config/project';
import type { FileStat, Files } from '../core/ports';
import { Digest } from '../core/values';
import type { Artifact } from './artifact';
import { readFolder } from './folder';
import { inspectZip } from './inspect';
import { zipFlaw } from './limits';
import { badArtifact, codeOf, type Subject } from './refuse';
import { zipFiles } from './zip';

/**
 * The code of one function: its folder, zipped, its ready .zip, byte for byte, or the image that it names. `badArtifact`
 * names the file and the way out. Nothing outside of the root is read, and no link is followed.
 */
export async function buildArtifact(
  ports: { files: Files },
  spec: FunctionSpec,
  root: string,
): Promise<Artifact> {
  if (spec.image !== null) return fromImage(spec.image);
  const where = spec.where.code ?? spec.where.key ?? null;
  const { config } = spec;
  return build(ports.files, { title: `functions.${spec.key}`, code: spec.code ?? root, root, where, config });
}

/** The content of one layer, which lies below /opt of its functions. */
export function buildLayer(ports: { files: Files }, spec: LayerSpec, root: string): Promise<Artifact> {
  const { key, code, where } = spec;
  return build(ports.files, { title: `layers.${key}`, code, root, where, config: {} });
}

/** Lambda takes an image by its digest and reports that digest as CodeSha256. */
function fromImage(imageUri: string): Artifact {
  const digest = imageUri.slice(imageUri.lastIndexOf(':') + 1) as Digest;
  return { code: { imageUri }, digest, files: 0, bytes: 0, unzippedBytes: 0 };
}

async function build(files: Files, subject: Subject): Promise<Artifact> {
  const stat = await codeStat(files, subject);
  return stat.kind === 'folder' ? fromFolder(files, subject) : fromZip(files, subject, stat);
}

async function codeStat(files: Files, subject: Subject): Promise<FileStat> {
  const code = codeOf(subject);
  const outside = escapes(relative(subject.root, subject.code));
  if (outside !== null) {
    throw badArtifact(subject, [{ what: `${code} ${outside}`, hint: 'name a path below the project file' }]);
  }
  const link = await linkOnTheWay(files, subject.root, code);
  if (link !== null) {
    throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'name the folder it leads to' }]);
  }
  const stat = await files.stat(subject.code);
  if (stat === null) {
    const hint = 'build the code first, or correct `code`';
    throw badArtifact(subject, [{ what: `${code} is not there`, hint }]);
  }
  if (stat.kind === 'folder' || (stat.kind === 'file' && code.endsWith('.zip'))) return stat;
  throw badArtifact(subject, [
    { what: `${code} is neither a folder nor a .zip file`, hint: 'correct `code`' },
  ]);
}

async function fromFolder(files: Files, subject: Subject): Promise<Artifact> {
  const entries = await readFolder(files, subject);
  const zip = await zipFiles(entries);
  const flaw = zipFlaw(zip.length);
  if (flaw) throw badArtifact(subject, [{ ...flaw, what: `${codeOf(subject)}: ${flaw.what}` }]);
  const unzippedBytes = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return artifactOf(zip, { files: entries.length, unzippedBytes });
}

async function fromZip(files: Files, subject: Subject, stat: FileStat): Promise<Artifact> {
  const flaw = zipFlaw(stat.size);
  if (flaw) throw badArtifact(subject, [{ ...flaw, what: `${codeOf(subject)}: ${flaw.what}` }]);
  const zip = await files.read(subject.code);
  return artifactOf(zip, await inspectZip(subject, zip));
}

const artifactOf = (zip: Uint8Array, content: Pick<Artifact, 'files' | 'unzippedBytes'>): Artifact => ({
  code: { zip },
  digest: Digest.of(zip),
  bytes: zip.length,
  ...content,
});
