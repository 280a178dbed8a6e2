import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Clock, Journal } from '../core/ports';
import { withFileLock } from './lock';

interface Entry {
  readonly seq: number;
  /** SHA-256 of the line before, in hex; null in the first. */
  readonly prev: string | null;
  readonly event: Event;
}

/** Where the next line goes, and what it says of the ones before. */
interface End {
  readonly bytes: number;
  readonly seq: number;
  readonly prev: string | null;
}

/**
 * `<root>/.shipit/journal/<release>.jsonl`: one line an event, each with the hash of the line before, so that a line that
 * was changed, taken out or moved shows (`journalBroken`). Append waits until the disk has the line. Several processes
 * may write one journal, as a rollback by hand in the middle of a rollout does; the clock is for waiting on each other.
 * A line without its end counts as absent: its writer died before it could rely on it.
 */
export function createJournal(root: string, clock: Clock): Journal {
  const writers = new Map<string, Writer>();
  const pathOf = (release: string): string => {
    if (!/^[0-9A-Za-z_-]{1,64}$/.test(release))
      throw new RangeError(`${JSON.stringify(release)} is no release id`);
    return join(root, '.shipit', 'journal', `${release}.jsonl`);
  };
  return {
    async append(release, event) {
      const path = pathOf(release);
      const writer = writers.get(path) ?? new Writer(path, clock);
      writers.set(path, writer);
      return writer.append(event);
    },
    async read(release) {
      const path = pathOf(release);
      return verify(path, wholeLines(await readOrEmpty(path)));
    },
    releases: () => releasesIn(join(root, '.shipit', 'journal')),
  };
}

/** By the names of the files alone, so that one that is damaged hides no other. */
async function releasesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const ids = names.flatMap((name) => /^([0-9A-Za-z_-]{1,64})\.jsonl$/.exec(name)?.[1] ?? []);
  return ids.sort().reverse();
}

const appendFlags = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;

class Writer {
  private end: End = { bytes: 0, seq: 0, prev: null };

  constructor(
    private readonly path: string,
    private readonly clock: Clock,
  ) {}

  append(event: Event): Promise<void> {
    return withFileLock(`${this.path}.lock`, this.clock, () => this.write(event));
  }

  private async write(event: Event): Promise<void> {
    const handle = await open(this.path, appendFlags, 0o666);
    try {
      await this.seek(handle);
      const { bytes, seq, prev } = this.end;
      const entry: Entry = { seq, prev, event };
      const line = Buffer.from(`${JSON.stringify(entry)}\n`);
      await handle.writeFile(line);
      await handle.sync();
      this.end = { bytes: bytes + line.length, seq: seq + 1, prev: hash(line.subarray(0, -1)) };
    } finally {
      await handle.close();
    }
  }

  /** Reads again only what another process wrote, and cuts off a line without its end. Damage further up stops nobody here. */
  private async seek(handle: FileHandle): Promise<void> {
    const { size } = await handle.stat();
    if (size === this.end.bytes) return;
    const content = await handle.readFile();
    const lines = wholeLines(content);
    const last = lines.at(-1);
    const bytes = content.lastIndexOf(newline) + 1;
    this.end = { bytes, seq: lines.length, prev: last === undefined ? null : hash(last) };
    await handle.truncate(bytes);
  }
}

const newline = 0x0a;

function wholeLines(content: Buffer): string[] {
  const end = content.lastIndexOf(newline);
  return end < 0 ? [] : content.subarray(0, end).toString('utf8').split('\n');
}

async function readOrEmpty(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return Buffer.alloc(0);
    throw error;
  }
}

function verify(path: string, lines: readonly string[]): Event[] {
  let prev: string | null = null;
  return lines.map((line, seq) => {
    const entry = parseEntry(line);
    if (!entry || entry.seq !== seq || entry.prev !== prev)
      throw new ShipitError(
        'journalBroken',
        `${path}: line ${seq + 1} does not follow from the lines before it`,
      );
    prev = hash(line);
    return entry.event;
  });
}

function parseEntry(line: string): Entry | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && 'event' in value ? (value as Entry) : null;
  } catch {
    return null;
  }
}

const hash = (line: string | Uint8Array): string => createHash('sha256').update(line).digest('hex');

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
