/** What shipit told in one run, as far as outputs, summary and comment need it. */
import type { Event, EventOf } from '../src/core/events';
import { fold } from '../src/ui/fold';
import { emptyView, type View } from '../src/ui/view';

export interface Told {
  readonly view: View;
  readonly status: EventOf<'status.read'> | null;
  /** The last word of the command itself; null when it was killed, or met a bug. */
  readonly last: { readonly exitCode: number; readonly problems: readonly string[] } | null;
  /** Nothing came after the last word. */
  readonly isOver: boolean;
  /** What was asked of the owner of a release was obeyed. */
  readonly obeyed: boolean;
  /** Releases that this process drove, those that ended first. */
  readonly driven: readonly Driven[];
}

export interface Driven {
  readonly release: string;
  readonly by: string;
  readonly isOver: boolean;
}

export const nothingTold: Told = {
  view: emptyView,
  status: null,
  last: null,
  isOver: false,
  obeyed: false,
  driven: [],
};

/** What may still be said when all is over. */
const asides = ['warning', 'aws.called', 'local.slowed'];

export function hear(before: Told, event: Event): Told {
  const view = fold(before.view, event);
  const told = asides.includes(event.type) ? before : { ...before, isOver: false };
  if (event.type.endsWith('.finished') && 'exitCode' in event) {
    const over = event.type === 'release.finished' ? overOf(told.driven, event.release) : told.driven;
    return { ...told, view, last: event, isOver: true, driven: over };
  }
  if (event.type === 'status.read') return { ...told, view, status: event };
  if (event.type === 'wish.obeyed') return { ...told, view, obeyed: true };
  if (event.type === 'release.started' || event.type === 'release.takenOver') {
    const { release, by } = event;
    return { ...told, view, driven: [...told.driven, { release, by, isOver: false }] };
  }
  return { ...told, view };
}

const overOf = (driven: readonly Driven[], release: string | null): Driven[] =>
  driven.map((one) => (one.release === release ? { ...one, isOver: true } : one));
