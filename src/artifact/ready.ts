import { zipAt } from '../core/code';
import type { Files } from '../core/ports';
import type { Artifact } from './artifact';
import { told } from './folder';
import { inspectZip } from './inspect';
import type { Subject } from './refuse';

/** A ready zip, as it lies there: looked through, never unpacked, and read again only to be uploaded, if it is still the same. */
export async function takeReady(files: Files, subject: Subject): Promise<Artifact> {
  const known = await told(subject, () => files.digest(subject.code));
  const zip = zipAt(files, subject.code, known);
  const content = await inspectZip(subject, zip);
  return { code: { zip }, digest: known.digest, bytes: known.bytes, ...content, reused: false };
}
