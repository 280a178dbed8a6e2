/**
 * The record is the lock: it stands in the alias's own Description, so owner, step and weights change in one
 * compare-and-set and a stale writer is refused by the very thing it wants to write. 256 characters are all there is,
 * hence the short names. A rollout that was stored elsewhere could disagree with the alias; this one cannot.
 */
import type { Percent } from './values';

export type Phase = 'claim' | 'shift' | 'bake' | 'promoted' | 'back';

export interface OpenRecord {
  readonly state: 'open';
  /** ULID of the release. */
  readonly release: string;
  /** Fencing number: rises with every take-over. */
  readonly epoch: number;
  /** Eight hex digits, one process. */
  readonly owner: string;
  /** Digest of the leader alias's key; the leader carries lease and wishes. */
  readonly leader: string;
  readonly baseline: string;
  /** Null between claim and publish. */
  readonly candidate: string | null;
  /** The good version before the baseline. */
  readonly previous: string | null;
  readonly step: number;
  /** Percent of requests that go to the candidate. */
  readonly weight: number;
  readonly phase: Phase;
  /** When the present bake is over, unix seconds. */
  readonly dueS: number;
  /** When the lease ends, unix seconds. */
  readonly leaseUntilS: number;
  readonly leaseS: number;
  /** Digest of the plan; whoever cannot reproduce it may only restore. */
  readonly plan: string;
  /** Percent at which it is to stop for a person, whoever drives it by then; null goes all the way. */
  readonly until: Percent | null;
  readonly wish: Wish | null;
  readonly by: string;
}

export interface Wish {
  readonly what: string;
  readonly step: number;
  readonly nonce: string;
}

/** What others may ask in the mailbox; any other word in it is the owner's answer, or of a later shipit. */
export const askedWords = ['pause', 'resume', 'approve', 'promote', 'abort'] as const;
export type AskedWord = (typeof askedWords)[number];

export interface DoneRecord {
  readonly state: 'done';
  readonly release: string;
  readonly epoch: number;
  readonly version: string;
  readonly previous: string | null;
  /** Digest of the code and configuration that was rolled back; `unjudged` when it went back without blame. */
  readonly bad: string | null;
}

/** `none`: nobody's alias, all of the text is the user's. `unreadable`: ours, but not for this version of shipit. */
export type Parsed =
  | { readonly kind: 'none'; readonly text: string }
  | { readonly kind: 'open'; readonly record: OpenRecord; readonly text: string }
  | { readonly kind: 'done'; readonly record: DoneRecord; readonly text: string }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Restored, but not because of the candidate: somebody stopped it, or another function of the release failed. */
export const unjudged = '00000000';

const limit = 256;
const byLimit = 24;
const separator = ' | ';

export const Record = {
  /** The record first, then as much of the user's own text as fits. */
  format(record: OpenRecord | DoneRecord, userText = ''): string {
    const own = record.state === 'open' ? formatOpen(record) : formatDone(record);
    if (own.length > limit)
      throw new RangeError(`a record of ${own.length} characters does not fit an alias`);
    const room = limit - own.length - separator.length;
    return userText === '' || room <= 0 ? own : own + separator + cut(userText, room);
  },

  parse(description: string): Parsed {
    if (!description.startsWith('shipit/')) return { kind: 'none', text: description };
    const cut = description.indexOf(separator);
    const own = cut < 0 ? description : description.slice(0, cut);
    const text = cut < 0 ? '' : description.slice(cut + separator.length);
    const words = own.split(' ');
    if (words[0] !== 'shipit/1') return { kind: 'unreadable', why: `its record has the form ${words[0]}` };
    const fields = new Map(words.slice(1).map(splitField));
    const done = words[1] === 'done' ? parseDone(fields) : null;
    if (done) return { kind: 'done', record: done, text };
    const open = words[1] === 'done' ? null : parseOpen(fields);
    return open ? { kind: 'open', record: open, text } : { kind: 'unreadable', why: 'its record is damaged' };
  },
};

/** Never through the middle of a character: half of one comes back from AWS as another text. */
function cut(text: string, length: number): string {
  const last = text.charCodeAt(length - 1);
  const isHalf = length < text.length && last >= 0xd800 && last <= 0xdbff;
  return text.slice(0, isHalf ? length - 1 : length);
}

function splitField(word: string): [string, string] {
  const at = word.indexOf('=');
  return at < 0 ? [word, ''] : [word.slice(0, at), word.slice(at + 1)];
}

function formatOpen(r: OpenRecord): string {
  const wish = r.wish ? `${r.wish.what}.${r.wish.step}.${r.wish.nonce}` : '-';
  const by = r.by.replace(/[^\x21-\x7e]|[|=]/g, '_').slice(0, byLimit) || '-';
  return (
    `shipit/1 r=${r.release} e=${r.epoch} o=${r.owner} ld=${r.leader} b=${r.baseline} c=${r.candidate ?? '-'} ` +
    `p=${r.previous ?? '-'} s=${r.step} w=${r.weight} ph=${r.phase} due=${r.dueS} lu=${r.leaseUntilS} ` +
    `l=${r.leaseS} h=${r.plan} u=${r.until ?? '-'} q=${wish} by=${by}`
  );
}

function formatDone(r: DoneRecord): string {
  return `shipit/1 done r=${r.release} e=${r.epoch} v=${r.version} prev=${r.previous ?? '-'} bad=${r.bad ?? '-'}`;
}

const patterns = {
  r: /^[0-9A-HJKMNP-TV-Z]{26}$/,
  e: /^\d{1,12}$/,
  o: /^[0-9a-f]{8}$/,
  ld: /^[0-9a-f]{8}$/,
  b: /^\d{1,18}$/,
  c: /^(\d{1,18}|-)$/,
  p: /^(\d{1,18}|-)$/,
  s: /^\d{1,6}$/,
  w: /^\d{1,3}(\.\d)?$/,
  ph: /^(claim|shift|bake|promoted|back)$/,
  due: /^\d{1,12}$/,
  lu: /^\d{1,12}$/,
  l: /^\d{1,6}$/,
  h: /^[0-9a-f]{8}$/,
  u: /^(\d{1,3}(\.\d)?|-)$/,
  q: /^(-|[a-z]{1,12}\.\d{1,6}\.[0-9a-z]{1,12})$/,
  by: /^[\x21-\x7e]{1,24}$/,
  v: /^\d{1,18}$/,
  prev: /^(\d{1,18}|-)$/,
  bad: /^([0-9a-f]{8}|-)$/,
};

type Field = keyof typeof patterns;

/** Null unless every field is there and has its form: a half-read lock is no lock. */
function readFields<K extends Field>(
  fields: Map<string, string>,
  ...names: K[]
): { [P in K]: string } | null {
  const out: Partial<{ [P in K]: string }> = {};
  for (const name of names) {
    const value = fields.get(name);
    if (value === undefined || !patterns[name].test(value)) return null;
    out[name] = value;
  }
  return out as { [P in K]: string };
}

const orNull = (text: string): string | null => (text === '-' ? null : text);

function parseWish(text: string): Wish | null {
  const [what, step, nonce] = text.split('.');
  return what && step && nonce ? { what, step: Number(step), nonce } : null;
}

function parseOpen(fields: Map<string, string>): OpenRecord | null {
  const f = readFields(
    fields,
    ...(['r', 'e', 'o', 'ld', 'b', 'c', 'p', 's', 'w', 'ph', 'due', 'lu', 'l', 'h', 'u', 'q', 'by'] as const),
  );
  if (!f) return null;
  return {
    state: 'open',
    release: f.r,
    epoch: Number(f.e),
    owner: f.o,
    leader: f.ld,
    baseline: f.b,
    candidate: orNull(f.c),
    previous: orNull(f.p),
    step: Number(f.s),
    weight: Number(f.w),
    phase: f.ph as Phase,
    dueS: Number(f.due),
    leaseUntilS: Number(f.lu),
    leaseS: Number(f.l),
    plan: f.h,
    until: f.u === '-' ? null : (Number(f.u) as Percent),
    wish: f.q === '-' ? null : parseWish(f.q),
    by: f.by,
  };
}

function parseDone(fields: Map<string, string>): DoneRecord | null {
  const f = readFields(fields, 'r', 'e', 'v', 'prev', 'bad');
  if (!f) return null;
  return {
    state: 'done',
    release: f.r,
    epoch: Number(f.e),
    version: f.v,
    previous: orNull(f.prev),
    bad: orNull(f.bad),
  };
}
