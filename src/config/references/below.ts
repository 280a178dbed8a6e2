import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { ShipitError } from '../../core/errors';
import type { Files } from '../../core/ports';
import { findHidden, visible } from '../characters';
import { linkOnTheWay } from '../inside';
import { type Flaw, type Found, flaw, found, isFlaw } from './answer';

interface Folder {
  readonly files: Files;
  /** Absolute. */
  readonly root: string;
}

const maxTextBytes = 64 * 1024;

/** What `file:path` leads to: text, without the line end at its end. */
export async function askFile(folder: Folder, path: string): Promise<Found | Flaw> {
  const bytes = await readBelow(folder, path, maxTextBytes);
  if (isFlaw(bytes)) return bytes;
  if (!isUtf8(bytes)) return flaw(`${path} is not UTF-8 text`, 'save it as UTF-8');
  const text = new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
  if (text.includes('\r')) return flaw(`${path} contains a carriage return`, 'save it with line ends of \\n');
  const hidden = findHidden(text);
  return hidden ? flaw(`${path} contains the hidden character ${hidden.name}`, 'delete it') : found(text);
}

/** The bytes of a file below the project; links are not followed. The path is known to lead nowhere else. */
export async function readBelow(
  { files, root }: Folder,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | Flaw> {
  try {
    const link = await linkOnTheWay(files, root, path);
    if (link !== null) return flaw(`${link} is a symbolic link`, 'name the file it leads to');
    const stat = await files.stat(join(root, path));
    if (stat === null)
      return flaw(`there is no file ${path}`, 'paths begin at the folder of the project file');
    if (stat.kind !== 'file') return flaw(`${path} is not a file`, 'name a file');
    const bytes = stat.size > maxBytes ? null : await files.read(join(root, path));
    if (bytes && bytes.length <= maxBytes) return bytes;
    return flaw(`${path} has more than ${maxBytes / 1024} KB`, 'name a smaller one');
  } catch (error) {
    if (ShipitError.is(error, 'badArtifact'))
      return flaw(visible(error.message), 'name a file that can be read');
    throw error;
  }
}
