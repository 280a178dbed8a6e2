/** What was warned of before a release began: pure. Later warnings are marks on its timeline. */
import type { EventOf } from '../core/events';
import type { View } from './view';

/** A plan of five hundred functions may warn of each; more are no help to anybody. */
const mostWarnings = 1000;

export function forewarned(view: View, { message, hint }: EventOf<'warning'>): View {
  const { release, forewarned: before } = view;
  const isKnown = before.some((known) => known.message === message && known.hint === hint);
  if (release !== null || isKnown || before.length >= mostWarnings) return view;
  return { ...view, forewarned: [...before, { message, hint }] };
}

/** In the words of the log. */
export const warningsOf = (view: Pick<View, 'forewarned'>): string[] =>
  view.forewarned.map(({ message, hint }) => `${message}${hint === '' ? '' : ` (${hint})`}`);
