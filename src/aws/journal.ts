/**
 * The journal for teams: `<prefix>/<release>/<seq, 6 digits>.json`, one object an event, each with the hash of the body
 * before, so that an entry that was changed, taken out or moved shows. There is one chain a release, not one a function
 * and alias: a release spans functions, and what happened to it has one order. An object is created or not at all
 * (`If-None-Match: *`), so of two writers at the same place one is refused, reads on, and takes the next.
 */
import { createHash } from 'node:crypto';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Clock, Ids, Journal } from '../core/ports';
import { type End, JournalChain } from './journal-chain';
import { type JournalPlace, Shelf, type ShelfTools } from './shelf';

/** Appends are kept in order and tried until they are written; nobody has to wait for them. */
export interface SharedJournal extends Journal {
  /** Once everything that was appended is written, or AWS refused it for good. Never rejects. */
  rest(): Promise<void>;
  /** How many entries are not written yet. */
  left(): number;
  /** Gives them up. */
  stop(): void;
}

interface Tools extends ShelfTools {
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Of more, the oldest are not named. */
const mostReleases = 1000;
/** Objects that are asked for at the same time. */
const atOnce = 16;

export function createSharedJournal(tools: Tools, place: JournalPlace): SharedJournal {
  const shelf = new Shelf(tools, place);
  const chains = new Map<string, JournalChain>();
  const base = place.prefix === '' ? '' : `${place.prefix}/`;
  const folderOf = (release: string): string => {
    if (!isRelease(release)) throw new RangeError(`${JSON.stringify(release)} is no release id`);
    return `${base}${release}/`;
  };
  return {
    async append(release, event) {
      const folder = folderOf(release);
      const ports = { ...tools, write: (end: End, one: Event) => write(shelf, folder, { end, event: one }) };
      const chain = chains.get(release) ?? new JournalChain(ports);
      chains.set(release, chain);
      return chain.append(event);
    },
    async read(release) {
      return read(shelf, folderOf(release));
    },
    async releases() {
      const folders = await shelf.folders(base);
      const ids = folders.map((folder) => folder.slice(base.length, -1)).filter(isRelease);
      return ids.slice(-mostReleases).reverse();
    },
    async rest() {
      await Promise.all([...chains.values()].map((chain) => chain.rest()));
    },
    left: () => [...chains.values()].reduce((sum, chain) => sum + chain.left, 0),
    stop() {
      shelf.close();
      for (const chain of chains.values()) chain.stop();
    },
  };
}

interface Entry {
  readonly seq: number;
  /** SHA-256 of the body before, in hex; null in the first. */
  readonly prev: string | null;
  readonly event: Event;
}

/** Everybody whom we meet has written something meanwhile. */
const mostMeetings = 100;

/** Where the next entry goes once this one is written. */
async function write(shelf: Shelf, folder: string, one: { end: End; event: Event }): Promise<End> {
  let { end } = one;
  for (let meetings = 0; meetings < mostMeetings; meetings += 1) {
    const entry: Entry = { seq: end.seq, prev: end.prev, event: one.event };
    const body = JSON.stringify(entry);
    const key = keyOf(folder, end.seq);
    if (await shelf.create(key, body)) return after(end.seq, body);
    const there = await shelf.read(key);
    // Only the answer was lost, and the second try met the first.
    if (there === body) return after(end.seq, body);
    if (there !== null) end = await endBehind(shelf, folder, { seq: end.seq, body: there });
  }
  throw new ShipitError('conflict', `Others write to ${shelf.name}/${folder} without end`);
}

/** What stands behind an entry may be much: only the last of it matters to whoever adds to it. */
async function endBehind(shelf: Shelf, folder: string, known: { seq: number; body: string }): Promise<End> {
  const keys = await shelf.list(folder, keyOf(folder, known.seq));
  const last = keys.findLast((key) => seqOf(folder, key) !== null);
  const body = last === undefined ? null : await shelf.read(last);
  if (last === undefined || body === null) return after(known.seq, known.body);
  return after(seqOf(folder, last) ?? 0, body);
}

async function read(shelf: Shelf, folder: string): Promise<Event[]> {
  const keys = (await shelf.list(folder, null)).filter((key) => seqOf(folder, key) !== null);
  const bodies: (string | null)[] = [];
  for (let from = 0; from < keys.length; from += atOnce) {
    const some = keys.slice(from, from + atOnce);
    bodies.push(...(await Promise.all(some.map((key) => shelf.read(key)))));
  }
  let prev: string | null = null;
  return bodies.map((body, seq) => {
    const entry = parseEntry(body);
    if (!entry || entry.seq !== seq || entry.prev !== prev || seqOf(folder, keys[seq] ?? '') !== seq)
      throw broken(shelf, keyOf(folder, seq));
    prev = hash(body ?? '');
    return entry.event;
  });
}

const broken = (shelf: Shelf, key: string): ShipitError =>
  new ShipitError('journalBroken', `${shelf.name}/${key} does not follow from the entries before it`, {
    hint: 'Keep a copy of these objects for whoever asks; releases do not need them.',
  });

function parseEntry(body: string | null): Entry | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    return typeof value === 'object' && value !== null && 'event' in value ? (value as Entry) : null;
  } catch {
    return null;
  }
}

const isRelease = (text: string): boolean => /^[0-9A-Za-z_-]{1,64}$/.test(text);

const keyOf = (folder: string, seq: number): string => `${folder}${String(seq).padStart(6, '0')}.json`;

/** Null for what somebody else laid there. */
function seqOf(folder: string, key: string): number | null {
  const digits = /^(\d{6})\.json$/.exec(key.slice(folder.length))?.[1];
  return digits === undefined ? null : Number(digits);
}

const after = (seq: number, body: string): End => ({ seq: seq + 1, prev: hash(body) });

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
