import { relative } from 'node:path';
import { escapes, linkOnTheWay } from '../config/inside';
import type { FunctionSpec } from '../config/project';
import type { FileStat, Files } from '../core/ports';
import { Digest } from '../core/values';
import type { Artifact } from './artifact';
import { readFolder } from './folder';
import { inspectZip } from './inspect';
import { zipFlaw } from './limits';
import { badArtifact, codeOf, type Subject } from './refuse';
import { zipFiles } from './zip';

/**
 * The zip of one function: its folder, zipped, or its ready .zip, byte for byte. `badArtifact` names the file and the
 * way out. Nothing outside of the root is read, and no link is followed.
 */
export async function buildArtifact(
  ports: { files: Files },
  spec: FunctionSpec,
  root: string,
): Promise<Artifact> {
  const subject = { spec, root };
  const stat = await codeStat(ports.files, subject);
  return stat.kind === 'folder' ? fromFolder(ports.files, subject) : fromZip(ports.files, subject, stat);
}

async function codeStat(files: Files, subject: Subject): Promise<FileStat> {
  const { spec, root } = subject;
  const code = codeOf(subject);
  const outside = escapes(relative(root, spec.code));
  if (outside !== null) {
    throw badArtifact(subject, [{ what: `${code} ${outside}`, hint: 'name a path below the project file' }]);
  }
  const link = await linkOnTheWay(files, root, code);
  if (link !== null) {
    throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'name the folder it leads to' }]);
  }
  const stat = await files.stat(spec.code);
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
  return { zip, digest: Digest.of(zip), files: entries.length };
}

async function fromZip(files: Files, subject: Subject, stat: FileStat): Promise<Artifact> {
  const flaw = zipFlaw(stat.size);
  if (flaw) throw badArtifact(subject, [{ ...flaw, what: `${codeOf(subject)}: ${flaw.what}` }]);
  const zip = await files.read(subject.spec.code);
  return { zip, digest: Digest.of(zip), files: await inspectZip(subject, zip) };
}
