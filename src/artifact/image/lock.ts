/** The bases of images, each pinned to what its name meant when somebody last looked: a file that belongs under version control. */
import { join } from 'node:path';
import { canonicalJson } from '../../core/canonical';
import { ShipitError } from '../../core/errors';
import type { Files } from '../../core/ports';
import type { Architecture } from './manifest';

export const lockFile = 'shipit.lock.json';

/** Digests of manifests by base, as the project file names it, and architecture. */
export type Pins = { readonly [base: string]: { readonly [name in Architecture]?: string } };

const version = 1;
const digest = /^sha256:[0-9a-f]{64}$/;

export async function readPins(files: Files, root: string): Promise<Pins> {
  const path = join(root, lockFile);
  const stat = await files.stat(path);
  if (stat === null) return {};
  const pins = parse(Buffer.from(await files.read(path)).toString('utf8'));
  if (pins !== null) return pins;
  throw new ShipitError('badConfig', `${path} is no lock file of this version of shipit`, {
    hint: 'Take it back from version control, or delete it and run `shipit build --update-base`.',
  });
}

/** Two of one process that change the same file do it one after the other. */
const queues = new Map<string, Promise<unknown>>();

/** Reads it anew, since somebody may have pinned something meanwhile, and writes it when the work changes anything. */
export function changePins(files: Files, root: string, work: (pins: Pins) => Promise<Pins>): Promise<Pins> {
  const before = queues.get(root) ?? Promise.resolve();
  const done = before.then(async () => {
    const pins = await readPins(files, root);
    const changed = await work(pins);
    const text = format(changed);
    if (text !== format(pins)) await files.write(join(root, lockFile), text);
    return changed;
  });
  queues.set(
    root,
    done.catch(() => undefined),
  );
  return done;
}

const format = (bases: Pins): string =>
  `${JSON.stringify(JSON.parse(canonicalJson({ version, bases })), null, 2)}\n`;

function parse(text: string): Pins | null {
  try {
    const { version: found, bases } = JSON.parse(text) as {
      readonly version?: unknown;
      readonly bases?: unknown;
    };
    if (found !== version || typeof bases !== 'object' || bases === null) return null;
    return Object.values(bases).every(isPinned) ? (bases as Pins) : null;
  } catch {
    return null;
  }
}

const isPinned = (entry: unknown): boolean =>
  typeof entry === 'object' &&
  entry !== null &&
  Object.entries(entry).every(
    ([name, value]) => (name === 'amd64' || name === 'arm64') && digest.test(String(value)),
  );
