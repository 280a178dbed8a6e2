/**
 * What V8 made of the sources, kept from one run to the next: compiling is most of what a command does before its first line.
 * It is machine code's next of kin and V8 believes it blindly, so it is taken only from a folder and a file that nobody else can
 * write, and only when it stands there twice: a digest would find damage as well, at the price of loading what computes it. Whatever
 * goes wrong here, the command runs without it.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';

export interface Kept {
  /** How many modules had run when it was written. */
  readonly modules: number;
  readonly code: Buffer;
}

const mostBytes = 16 * 1024 * 1024;
/** Versions of shipit and of Node.js that are used in turn; chunks of the commands that somebody uses. */
const most = { folders: 3, files: 60 };

export class CodeCache {
  private readonly place: string;

  /** In `folder`, below it one folder for each `key`; `command` is one of at most a few dozen. */
  constructor(
    private readonly folder: string,
    private readonly key: string,
    private readonly command: string,
  ) {
    this.place = join(folder, key);
  }

  read(chunk: string): Kept | null {
    try {
      if (!isOurs(fs.lstatSync(this.folder)) || !isOurs(fs.lstatSync(this.place))) return null;
      return keptIn(contentOf(this.pathOf(chunk)));
    } catch {
      return null;
    }
  }

  write(chunk: string, kept: Kept): void {
    const path = this.pathOf(chunk);
    const temporary = `${path}.${process.pid}`;
    try {
      fs.mkdirSync(this.place, { recursive: true, mode: 0o700 });
      if (!isOurs(fs.lstatSync(this.folder)) || !isOurs(fs.lstatSync(this.place))) return;
      fs.writeFileSync(temporary, bytesOf(kept), { mode: 0o600, flag: 'wx' });
      fs.renameSync(temporary, path);
      this.sweep();
    } catch {
      discard(temporary);
    }
  }

  private pathOf(chunk: string): string {
    return join(this.place, `${this.command}.${chunk}`);
  }

  /** What was written last stays. */
  private sweep(): void {
    const others = fs.readdirSync(this.folder).filter((key) => key !== this.key);
    sweep(this.folder, others, most.folders - 1);
    sweep(this.place, fs.readdirSync(this.place), most.files);
  }
}

function sweep(folder: string, names: readonly string[], stay: number): void {
  if (names.length <= stay) return;
  const byAge = names.map((name) => ({ name, at: fs.lstatSync(join(folder, name)).mtimeMs }));
  byAge.sort((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(stay)) fs.rmSync(join(folder, name), { recursive: true, force: true });
}

/** Where it could not be written, it may not be looked for either. */
function discard(path: string): void {
  try {
    fs.rmSync(path, { force: true });
  } catch {
    // Then there is nothing of ours.
  }
}

/** Nobody else owns it, and nobody else may write to it; a link is neither. */
function isOurs(stats: fs.Stats): boolean {
  if (!stats.isDirectory() && !stats.isFile()) return false;
  return process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
}

function contentOf(path: string): Buffer {
  const file = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
  try {
    const stats = fs.fstatSync(file);
    if (!isOurs(stats) || !stats.isFile() || stats.size > mostBytes) return Buffer.alloc(0);
    return fs.readFileSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** V8 copies what does not begin at a multiple of eight. */
const headBytes = 8;

function keptIn(content: Buffer): Kept | null {
  const half = content.length / 2;
  const once = content.subarray(0, half);
  if (half < headBytes || !once.equals(content.subarray(half))) return null;
  return { modules: once.readUInt32LE(0), code: once.subarray(headBytes) };
}

function bytesOf({ modules, code }: Kept): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(modules, 0);
  return Buffer.concat([head, code, head, code]);
}
