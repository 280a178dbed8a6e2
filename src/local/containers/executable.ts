/** Files of an image that a system would run, and what they need to be run. */
import { open, stat } from 'node:fs/promises';
import { placeOf } from './inside';

export interface Executable {
  /** Of a script, or of a program that is linked when it starts; null for one that stands alone. */
  readonly interpreter: string | null;
  readonly kind: 'script' | 'program';
}

/** The words of the system for what it does not run. */
export type Refused = 'no such file or directory' | 'permission denied' | 'exec format error';

/** `path` as the image has it. */
export async function executableAt(root: string, path: string): Promise<Executable | Refused> {
  const file = placeOf(root, path);
  const found = await stat(file).catch(() => null);
  if (!found) return 'no such file or directory';
  if (!found.isFile() || (found.mode & 0o111) === 0) return 'permission denied';
  const head = await headOf(file);
  const script = /^#![ \t]*([^\s]+)/.exec(head.subarray(0, 256).toString('latin1'));
  if (script) return { kind: 'script', interpreter: script[1] ?? null };
  return isProgramHere(head) ? { kind: 'program', interpreter: interpreterOf(head) } : 'exec format error';
}

const headBytes = 65_536;

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Numbers of processors in ELF files (elf(5)). */
const machines: { readonly [arch: string]: number } = { x64: 62, arm64: 183 };

/** Of 64 bits, little end first, and for Linux on this processor. */
function isProgramHere(head: Buffer): boolean {
  if (process.platform !== 'linux' || head.length < 64) return false;
  const form = head.subarray(0, 6).toString('latin1') === '\x7fELF\x02\x01';
  return form && head.readUInt16LE(18) === machines[process.arch];
}

const interpreterSegment = 3;

function interpreterOf(head: Buffer): string | null {
  const [table, size, count] = [
    Number(head.readBigUInt64LE(32)),
    head.readUInt16LE(54),
    head.readUInt16LE(56),
  ];
  for (let at = table, left = count; left > 0 && at + 40 <= head.length; at += size, left -= 1) {
    if (head.readUInt32LE(at) !== interpreterSegment) continue;
    const [from, length] = [Number(head.readBigUInt64LE(at + 8)), Number(head.readBigUInt64LE(at + 32))];
    return head
      .subarray(from, from + length)
      .toString('latin1')
      .replace(/\0.*$/s, '');
  }
  return null;
}
