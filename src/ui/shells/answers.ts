/** An answer as the script in each shell reads it: a line that says how to take it, then a line an offer. */
import type { Answer, Offer } from '../../core/completion';
import { quoted, type TypedLine } from './line';

/** `words`, `open` when more is typed right behind them, `files` or `folders` when the shell knows better. */
const head = ({ offers, paths }: Answer): string =>
  paths ?? (offers.length > 0 && offers.every(({ open }) => open) ? 'open' : 'words');

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

/** Bash replaces the end of a word with what it is given, as it is: here it is cut to fit and quoted. */
export function bashAnswer(answer: Answer, { word, kept, quote }: TypedLine): string {
  const whole = answer.offers.map((offer) => ({ ...offer, value: `${answer.prefix}${offer.value}` }));
  const fitting = whole.filter(({ value }) => value.startsWith(word));
  const typed = fitting.flatMap(({ value }) => quoted(value.slice(kept.length), quote) ?? []);
  return lines([head({ ...answer, offers: fitting }), ...typed]);
}

/** Widest names that others are aligned with. */
const maxColumn = 32;

/** Zsh quotes by itself. Before each offer stands whether a blank follows, `=` or `+`, behind it how it is listed. */
export function zshAnswer(answer: Answer): string {
  const column = Math.min(maxColumn, Math.max(0, ...answer.offers.map(({ value }) => value.length)));
  const listed = ({ value, about }: Offer): string =>
    about ? `${value.padEnd(column)}  -- ${about}` : value;
  const line = (offer: Offer): string => `${offer.open ? '+' : '='}${offer.value}\t${listed(offer)}`;
  return lines([head(answer), ...answer.offers.map(line)]);
}

/** Fish quotes and chooses by itself, among whole words. */
export function fishAnswer(answer: Answer): string {
  const offers = answer.offers.map(({ value, about }) => `${answer.prefix}${value}\t${about}`);
  return lines([head(answer), ...offers]);
}
