import { Secret } from '../../core/secret';
import { findHidden } from '../characters';
import { type Answer, type Found, flaw, isFlaw } from './answer';
import type { Asks } from './asks';
import { argumentFlaw } from './kinds';
import type { Part, PlacedFlaw, Reference } from './parse';

/** What became of one text. */
export interface TextResult {
  /** Null while something is missing: a flaw says what, or AWS has to be asked. */
  readonly value: string | Secret | null;
  readonly flaws: readonly PlacedFlaw[];
  /** The secret parts alone, for whoever looks for them in other texts. */
  readonly secrets: readonly Secret[];
}

const maxBytes = 64 * 1024;

/** Puts the parts of a text together. What a reference leads to is not looked at for further references. */
export async function resolveText(parts: readonly Part[], asks: Asks): Promise<TextResult> {
  const flaws: PlacedFlaw[] = [];
  const secrets: Secret[] = [];
  let text: string | null = '';
  for (const part of parts) {
    const answer = typeof part === 'string' ? { text: part, secret: false } : await ask(part, asks, flaws);
    if (answer?.secret) secrets.push(new Secret(answer.text));
    text = answer === null || text === null ? null : text + answer.text;
  }
  if (text !== null && Buffer.byteLength(text) > maxBytes) {
    flaws.push({ what: 'the result has more than 64 KB', hint: 'refer to something smaller', offset: 0 });
    text = null;
  }
  const value = text !== null && secrets.length > 0 ? new Secret(text) : text;
  return { value, flaws, secrets };
}

/** Null also for a flaw, which is noted. */
async function ask(reference: Reference, asks: Asks, flaws: PlacedFlaw[]): Promise<Found | null> {
  const { kind, offset, written } = reference;
  const note = ({ what, hint }: { what: string; hint: string | null }): null => {
    flaws.push({ what: `${written}: ${what}`, hint, offset });
    return null;
  };
  const argument = await argumentOf(reference, asks, flaws);
  if (argument === null) return null;
  const wrong = argumentFlaw(kind, reference.argument === null ? null : argument);
  const answer: Answer = wrong ?? (await asks[kind](argument));
  if (answer === null) return null;
  if (isFlaw(answer)) return note(answer);
  const hidden = answer.secret ? null : findHidden(answer.text);
  return hidden
    ? note(flaw(`leads to a text with the hidden character ${hidden.name}`, 'delete it'))
    : answer;
}

/** With what is nested in it. */
async function argumentOf(reference: Reference, asks: Asks, flaws: PlacedFlaw[]): Promise<string | null> {
  let argument: string | null = '';
  for (const part of reference.argument ?? []) {
    const nested: string | null = typeof part === 'string' ? part : await nestedText(part, asks, flaws);
    argument = nested === null || argument === null ? null : argument + nested;
  }
  return argument;
}

/** Such a text may not shift where the argument that it stands in is divided. */
async function nestedText(part: Reference, asks: Asks, flaws: PlacedFlaw[]): Promise<string | null> {
  const answer = await ask(part, asks, flaws);
  if (answer === null) return null;
  if (/^[^\s#"'[\]{}\\]+$/.test(answer.text)) return answer.text;
  const what = `${part.written}: what it leads to cannot stand within another reference`;
  flaws.push({ what, hint: 'it is empty, or has brackets, quotes, blanks or a `#`', offset: part.offset });
  return null;
}
