/**
 * Enters the root of an image, so that its programs find all that they were built with. Linux lets anybody do so in a
 * user namespace (user_namespaces(7)), unless the machine forbids it. The root is shared and cannot be written to, but for
 * /tmp, which is the environment's own.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../core/ports';
import { onPath, succeeds } from '../runtime/probe';
import type { Command } from '../runtime/process';

export interface RootOf {
  readonly root: string;
  /** Private to the environment. */
  readonly tmpFolder: string;
  /** Of the image, where the program starts. */
  readonly workingFolder: string;
}

export interface Roots {
  /** The command that runs these words inside; null where this machine does not allow it. */
  enter(of: RootOf, words: readonly string[]): Promise<Command | null>;
}

/** `path` is where the system's own programs are looked for. */
export function createRoots(path: string, real: Clock): Roots {
  let tools: Promise<string | null> | null = null;
  return {
    async enter(of, words) {
      tools ??= probe(of, path, real);
      const unshare = await tools;
      return unshare === null ? null : entered(of, { unshare, path, words, last: enterLine });
    },
  };
}

/** The lifeline is watched from outside of the program, which knows nothing of it. */
const enterLine = [
  '(read -r _ <&3 || :; kill -KILL 0) >/dev/null 2>&1 &',
  'PATH=$own; exec "$unshare" --root="$root" --wd="$folder" -- "$@" 3<&-',
].join('\n');

/** Asked once, by doing it; `unshare` where it works. */
async function probe({ tmpFolder }: RootOf, path: string, real: Clock): Promise<string | null> {
  const unshare = process.platform === 'linux' ? await onPath('unshare', path) : null;
  if (unshare === null) return null;
  const root = join(tmpFolder, 'probe');
  for (const place of ['dev', 'proc', 'tmp']) await mkdir(join(root, place), { recursive: true });
  const of = { root, tmpFolder, workingFolder: '/' };
  const last = 'exec "$unshare" --root=/ --wd=/ -- "$@"';
  const command = entered(of, { unshare, path, words: ['/bin/sh', '-c', ':'], last });
  return (await succeeds(command, real)) ? unshare : null;
}

interface Inside {
  readonly unshare: string;
  readonly path: string;
  readonly words: readonly string[];
  readonly last: string;
}

function entered(
  { root, tmpFolder, workingFolder }: RootOf,
  { unshare, path, words, last }: Inside,
): Command {
  const lines = [
    'set -e; root=$1 stage=$2 folder=$3 unshare=$4 own=$PATH PATH=$5; shift 5',
    'mount -o bind "$root" "$root"; mount -o bind "$stage" "$root/tmp"',
    'mount -o rbind /dev "$root/dev"; mount -o rbind /proc "$root/proc"',
    'mount -o remount,bind,ro "$root" 2>/dev/null || :',
    last,
  ];
  const values = [root, tmpFolder, workingFolder, unshare, path];
  return { file: unshare, args: ['-Urm', '/bin/sh', '-c', lines.join('\n'), 'sh', ...values, ...words] };
}
