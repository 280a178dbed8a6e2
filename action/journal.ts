/** What the journal of this machine, or of the team, has of a release that this step came to later. */
import type { FileRequest } from '../src/compose';
import { disk } from '../src/compose/disk';
import type { LocalRequest } from '../src/compose/world';
import { ShipitError } from '../src/core/errors';
import type { Event } from '../src/core/events';
import type { Report } from '../src/core/ports';
import { pause } from '../src/core/wait';
import { cleanEvent } from '../src/ui/clean';
import { Mask } from '../src/ui/mask';
import type { Env } from './env';
import { type Inputs, typedOf } from './inputs';
import { loadCompose } from './load';

/** Real time that the end of a step waits for a journal, and for the last word of whoever was asked to end a release. */
const mostMs = 20_000;
const hurriedMs = 1000;
const lastWordMs = 10_000;
const lookMs = 1000;

export interface Wanted {
  readonly release: string;
  readonly place: Place;
  /** Its owner was asked to end it, and may not have said yet how it did. */
  readonly awaitsEnd: boolean;
  /** A job that is cancelled has a few seconds: nobody is asked but the disk, and only once. */
  readonly isHurried: boolean;
  readonly stop: AbortSignal;
  readonly report: Report;
}

export interface Place {
  readonly file: FileRequest;
  readonly local: LocalRequest | null;
}

/** By what was typed, in `args` or in the environment, as the command itself took it. */
export function placeOf({ argv }: Inputs, env: Env): Place {
  const said = (name: string): string | null =>
    typedOf(argv, name) ?? (env[`SHIPIT_${name.toUpperCase()}`] || null);
  const [port, speed] = [said('port'), said('speed')];
  const file = {
    ...{ config: said('config'), stage: said('stage'), alias: said('alias') },
    ...{ region: said('region'), profile: said('profile') },
  };
  const local = { port: port === null ? null : Number(port), speed: speed === null ? null : Number(speed) };
  return { file, local: argv.includes('--local') ? local : null };
}

/** Empty where none is at hand, or none that begins at the beginning. */
export async function journalOf(wanted: Wanted): Promise<readonly Event[]> {
  const over = new AbortController();
  const stop = AbortSignal.any([wanted.stop, over.signal]);
  const late = pause({ clock: disk.clock, stop }, wanted.isHurried ? hurriedMs : mostMs).then(() => []);
  try {
    const events = await Promise.race([lookFor({ ...wanted, stop }), late]);
    return events.map((event) => cleanEvent(event, nothingHidden));
  } finally {
    over.abort();
  }
}

/** Secrets were masked before they were kept. */
const nothingHidden = new Mask();

async function lookFor({ release, place, awaitsEnd, isHurried, stop, report }: Wanted): Promise<Event[]> {
  const opened = await loadCompose().openFile(place.file);
  const near = await opened.here.read(release);
  const isNear = hasBeginning(near);
  if (isHurried) return isNear ? near : [];
  if (isNear && !awaitsEnd) return near;
  const { ports, close } = await opened.kept({ report }, place.local);
  try {
    const endMs = disk.clock.monotonicMs() + lastWordMs;
    let events = await ports.journal.read(release);
    while (awaitsEnd && !hasEnd(events) && !stop.aborted && disk.clock.monotonicMs() < endMs) {
      await pause({ clock: disk.clock, stop }, lookMs);
      events = await ports.journal.read(release);
    }
    return hasBeginning(events) ? events : [];
  } catch (error) {
    if (!isNear || !ShipitError.is(error)) throw error;
    return near;
  } finally {
    await close();
  }
}

const hasBeginning = (events: readonly Event[]): boolean =>
  events.some(({ type }) => type === 'release.started');

/** After the wish: a release that was left for a person had ended once before. */
function hasEnd(events: readonly Event[]): boolean {
  const last = (...types: Event['type'][]): number =>
    events.findLastIndex(({ type }) => types.includes(type));
  return last('release.finished') > last('control.sent');
}
