/**
 * The journal of this machine, and beside it the one that a team shares when the project names it. A rollout waits for
 * the file alone: what goes to S3 goes there in its own time, and is waited for when the command ends.
 */
import type { Aws } from '../aws/clients';
import type { SharedJournal } from '../aws/journal';
import type { Project } from '../config/project';
import { ShipitError } from '../core/errors';
import type { Event } from '../core/events';
import type { Clock, Journal, Report } from '../core/ports';
import { createJournal } from '../disk/journal';
import { cleanEvent } from '../ui/clean';
import { Mask } from '../ui/mask';

/** How long a write may wait for the disk: one that hangs must not hold up a restore. */
const writeMs = 2000;
/** How long the end of a command waits for what is not written yet, as often as some of it was written meanwhile. */
const restMs = 15_000;
const mostRests = 20;
/** How long a question waits for S3: whoever goes back to a release has the answer of this machine meanwhile. */
const questionMs = 15_000;

interface Shared {
  readonly journal: SharedJournal;
  /** `s3://bucket/prefix`, for people. */
  readonly name: string;
  /** Real time. */
  readonly clock: Clock;
  readonly warn: (message: string, hint: string) => void;
}

interface Kept {
  readonly journal: Journal;
  /** Waits for the rest, within bounds. */
  readonly close: () => Promise<void>;
}

export interface Around {
  readonly aws: Pick<Aws, 'journalAt'>;
  /** Null for AWS itself. */
  readonly world: object | null;
  readonly report: Report;
  readonly project: Pick<Project, 'root' | 'journal'>;
  readonly clock: Clock;
}

/** On this machine always; where the team reads it too when the project says where. */
export function journalsOf({ aws, world, report, project, clock }: Around): Kept {
  const near = awaited(createJournal(project.root, clock), clock);
  const both = keepBoth(near.journal, sharedOf({ aws, world, report, project, clock }));
  return { ...both, close: async () => void (await Promise.all([near.close(), both.close()])) };
}

function sharedOf({ aws, world, report, project, clock }: Around): Shared | null {
  if (project.journal === null) return null;
  const { bucket, prefix } = project.journal;
  return {
    journal: aws.journalAt({ bucket, prefix, makesBucket: world !== null }),
    name: `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`,
    clock,
    warn: (message, hint) => report.tell({ v: 1, type: 'warning', at: clock.nowMs(), message, hint }),
  };
}

export function keepBoth(near: Journal, shared: Shared | null): Kept {
  if (shared === null) return { journal: near, close: async () => {} };
  const far = new Far(shared);
  return {
    journal: {
      append(release, event) {
        far.append(release, event);
        return near.append(release, event);
      },
      async read(release) {
        const [here, there] = await Promise.allSettled([
          near.read(release),
          far.ask((one) => one.read(release)),
        ]);
        return longer(here, there);
      },
      async releases() {
        const [here, there] = await Promise.all([near.releases(), far.ask((one) => one.releases())]);
        return [...new Set([...here, ...(there ?? [])])].sort().reverse();
      },
    },
    close: () => closeShared(shared),
  };
}

/**
 * A rollout waits for a disk only so long, in real time: a local AWS in haste makes no disk faster. The end of a command
 * waits for what the disk has not taken until then.
 */
export function awaited(disk: Journal, clock: Clock): Kept {
  const open = new Set<Promise<void>>();
  const append: Journal['append'] = (release, event) => {
    const written = disk.append(release, event);
    const settled = written.catch(() => undefined).then(() => void open.delete(settled));
    open.add(settled);
    return inTime(written, clock, { ms: writeMs, what: 'it does not answer' });
  };
  const close = () =>
    new Promise<void>((resolve) => {
      const cancel = clock.after(restMs, resolve);
      void Promise.all(open).then(() => {
        cancel();
        resolve();
      });
    });
  const [read, releases] = [(release: string) => disk.read(release), () => disk.releases()];
  return { journal: { append, read, releases }, close };
}

/** The journal of the team as far as it answers. What is wrong with it is said once. */
class Far {
  private warned = false;
  /** Each question would wait for it anew. */
  private isOut = false;

  constructor(private readonly shared: Shared) {}

  append(release: string, event: Event): void {
    this.shared.journal.append(release, event).catch((error: unknown) => this.fail(error));
  }

  /** Null when it does not answer. `journalBroken` goes on to whoever asks, for it is about the one release. */
  async ask<T>(question: (journal: Journal) => Promise<T>): Promise<T | null> {
    if (this.isOut) return null;
    try {
      const { clock, name, journal } = this.shared;
      return await inTime(question(journal), clock, { ms: questionMs, what: `${name} does not answer` });
    } catch (error) {
      if (!ShipitError.is(error) || error.code === 'journalBroken') throw error;
      this.isOut = true;
      this.fail(error);
      return null;
    }
  }

  private fail(error: unknown): void {
    if (this.warned) return;
    this.warned = true;
    const why = error instanceof Error ? error.message : String(error);
    this.shared.warn(`the journal in ${this.shared.name} cannot be used: ${why}`, kept);
  }
}

/** `timedOut`, which says what, when there is no answer until then. */
function inTime<T>(answer: Promise<T>, clock: Clock, late: { ms: number; what: string }): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(late.ms, () => reject(new ShipitError('timedOut', late.what)));
    answer.finally(cancel).then(resolve, reject);
  });
}

const kept = 'What this machine did stands in its .shipit/journal.';

/** What nothing may show stands in no file either. */
export function maskedJournal(journal: Journal, secrets: readonly string[]): Journal {
  const mask = new Mask();
  mask.hide(secrets);
  return { ...journal, append: (id, event) => journal.append(id, cleanEvent(event, mask)) };
}

/** Each may know less than the other: that of this machine of what others did, that of the team of what was cut off. */
function longer(here: PromiseSettledResult<Event[]>, there: PromiseSettledResult<Event[] | null>): Event[] {
  const far = there.status === 'fulfilled' ? (there.value ?? []) : [];
  const near = here.status === 'fulfilled' ? here.value : [];
  const found = far.length > near.length ? far : near;
  if (found.length > 0) return found;
  for (const one of [here, there]) if (one.status === 'rejected') throw one.reason;
  return found;
}

/** A release of many functions has much to write in its last second. */
async function closeShared({ journal, name, clock, warn }: Shared): Promise<void> {
  let before = Number.POSITIVE_INFINITY;
  for (let rests = 0; rests < mostRests && journal.left() > 0 && journal.left() < before; rests += 1) {
    before = journal.left();
    await new Promise<void>((resolve) => {
      const cancel = clock.after(restMs, resolve);
      void journal.rest().then(() => {
        cancel();
        resolve();
      });
    });
  }
  const left = journal.left();
  journal.stop();
  if (left === 0) return;
  const entries = left === 1 ? '1 entry' : `${left} entries`;
  warn(`the journal in ${name} lacks ${entries}`, kept);
}
