/**
 * What a function has for itself of the file system: an empty /tmp of its size, and its layers at /opt. Linux gives both to
 * anybody in a user namespace with mounts of its own (user_namespaces(7)), unless the machine forbids it, as
 * containers do. Then, and on other systems, there is a folder of its own in TMPDIR, and layers are found by variables.
 */
import { realpathSync } from 'node:fs';
import { totalmem } from 'node:os';
import type { Clock } from '../../core/ports';
import { onPath, succeeds } from './probe';
import type { Command } from './process';

export interface Sandbox {
  /** /tmp is the function's own. */
  readonly tmp: boolean;
  /** Layers are at /opt, over what the machine has there. */
  readonly opt: boolean;
}

export interface SandboxOf {
  /** Of the world: stays where it is when it is below /tmp, as code lies in it. */
  readonly worldFolder: string;
  /** Private to the environment. */
  readonly tmpFolder: string;
  readonly codeFolder: string;
  /** Null for no layers. */
  readonly layersFolder: string | null;
  /** Of /tmp. */
  readonly sizeMb: number;
}

export interface Launch {
  readonly command: Command;
  /** False for a program that does not watch the lifeline itself. */
  readonly watched: boolean;
}

export interface Sandboxes {
  /** What this environment gets. */
  of(of: SandboxOf, command: Command): Promise<Sandbox>;
  /** The command that runs another inside. */
  enter(of: SandboxOf, sandbox: Sandbox, launch: Launch): Command;
}

const none: Sandbox = { tmp: false, opt: false };

/** `path` is where the system's own programs are looked for. */
export function createSandboxes(path: string, real: Clock): Sandboxes {
  let allowed: Promise<Sandbox> | null = null;
  let unshare = '';
  const enter: Sandboxes['enter'] = (of, sandbox, launch) =>
    entered(of, sandbox, { ...launch, unshare, path });
  /** What this machine allows: asked once, by doing it, for what others own may be out of reach inside. */
  const probe = async (of: SandboxOf, { file }: Command): Promise<Sandbox> => {
    unshare = process.platform === 'linux' ? ((await onPath('unshare', path)) ?? '') : '';
    if (unshare === '') return none;
    const command = { file: '/bin/sh', args: ['-c', 'test -x "$0"', file] };
    const works = (sandbox: Sandbox, layersFolder: string | null): Promise<boolean> =>
      succeeds(enter({ ...of, layersFolder }, sandbox, { command, watched: true }), real);
    const [tmp, opt] = await Promise.all([
      works({ tmp: true, opt: false }, null),
      works({ tmp: false, opt: true }, of.tmpFolder),
    ]);
    return { tmp, opt };
  };
  return {
    async of(of, command) {
      allowed ??= probe(of, command);
      return narrowed(await allowed, of, command);
    },
    enter,
  };
}

/** What must be found in /tmp, or cannot be said to mount, goes without. */
function narrowed(
  { tmp, opt }: Sandbox,
  { worldFolder, layersFolder }: SandboxOf,
  command: Command,
): Sandbox {
  const hidden = isInTmp(command.file) && !command.file.startsWith(`${realpathSync(worldFolder)}/`);
  return { tmp: tmp && !hidden, opt: opt && layersFolder !== null && !/[,:\\]/.test(layersFolder) };
}

interface Entry extends Launch {
  readonly unshare: string;
  readonly path: string;
}

/** The function's own PATH is no place to look for `mount`. */
function entered(of: SandboxOf, { tmp, opt }: Sandbox, { command, watched, unshare, path }: Entry): Command {
  const inside = tmp || opt;
  if (!inside && watched) return command;
  const { tmpFolder, codeFolder, layersFolder, sizeMb } = of;
  const kept = realpathSync(of.worldFolder);
  const lines = [
    'set -e; stage=$1 code=$2 layers=$3 kept=$4 within=$5 own=$PATH PATH=$6; shift 6',
    ...(opt ? ['mount -t overlay -o "ro,lowerdir=$layers:/opt" overlay /opt'] : []),
    ...(tmp ? tmpLines(isInTmp(kept), sizeMb) : []),
    ...(inside ? ['cd "$code"'] : []),
    ...(watched ? [] : ['(read -r _ <&3 || :; kill -KILL 0) >/dev/null 2>&1 &']),
    watched ? 'PATH=$own; exec "$@"' : 'PATH=$own; exec "$@" 3<&-',
  ];
  const values = [tmpFolder, codeFolder, layersFolder ?? '', kept, kept.slice('/tmp/'.length), path];
  const args = ['-c', lines.join('\n'), 'sh', ...values, command.file, ...command.args];
  return inside ? { file: unshare, args: ['-Urm', '/bin/sh', ...args] } : { file: '/bin/sh', args };
}

const isInTmp = (path: string): boolean => path.startsWith('/tmp/');

/** What would not fit half of the memory is a folder on the disk, without a bound. */
function tmpLines(keeps: boolean, sizeMb: number): string[] {
  const fits = sizeMb * 1_048_576 <= totalmem() / 2;
  const size = `-t tmpfs -o "size=${sizeMb}m,mode=700" tmp`;
  if (!keeps) return [fits ? `mount ${size} /tmp` : 'mount -o bind "$stage" /tmp'];
  return [
    ...(fits ? [`mount ${size} "$stage"`] : []),
    'place=$stage/$within; mkdir -p "$place"; mount -o bind "$kept" "$place"',
    'mount -o rbind "$stage" /tmp',
  ];
}
