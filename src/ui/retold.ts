/** A release out of its journal, in the form that somebody asked for. All of them read the same view. */
import type { Event } from '../core/events';
import { fold } from './fold';
import { markdownOf } from './markdown';
import { pageHtml } from './page';
import type { TellsFrom } from './report';
import { reportHtml } from './report-html';
import { reportText } from './report-text';
import type { Line } from './style';
import { thinned } from './thin';
import { emptyView } from './view';

export interface Retold {
  /** Cleaned, oldest first. */
  readonly journal: readonly Event[];
  /** When it is told, epoch ms. */
  readonly atMs: number;
  readonly from: TellsFrom;
}

/** Of looks at functions, in a page: more of them are finer than a screen is. */
const mostCharacters = 3_000_000;

export const retoldLines = ({ journal }: Pick<Retold, 'journal'>): Line[] =>
  reportText(journal.reduce(fold, emptyView));

export function retoldDocument(kind: 'html' | 'md', { journal, atMs, from }: Retold): string {
  const view = journal.reduce(fold, emptyView);
  if (kind === 'md') return markdownOf(view, { maxBytes: null, from });
  const data = { events: thinned(journal, mostCharacters), atMs };
  return pageHtml({ mode: 'report', data, markup: reportHtml(view, from) });
}
