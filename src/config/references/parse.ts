import { visible } from '../characters';
import { didYouMean, nearest } from '../nearest';
import { type Flaw, flaw } from './answer';
import { argumentFlaw, type Kind, kinds, nestable } from './kinds';

/** A part of a text: itself, or a reference. */
export type Part = string | Reference;

export interface Reference {
  readonly kind: Kind;
  /** Null when there is no colon. What is nested in it is of a plain kind. */
  readonly argument: readonly Part[] | null;
  /** Index of its `$` in the text. */
  readonly offset: number;
  /** `${ssm:/orders/table}`, cut when it is long. */
  readonly written: string;
}

export interface PlacedFlaw extends Flaw {
  /** Index into the text. */
  readonly offset: number;
}

export interface Parsed {
  readonly parts: readonly Part[];
  readonly flaws: readonly PlacedFlaw[];
}

const maxReferences = 100;

/** Takes a text of the project file apart; `$${` is the text `${`. */
export function parseReferences(text: string): Parsed {
  const parser = new Parser(text);
  return { parts: parser.parts(0), flaws: parser.flaws };
}

/** True also for a reference that is wrong. Such a text is not yet what it will be. */
export function hasReference(text: string): boolean {
  if (!text.includes('${')) return false;
  const { parts, flaws } = parseReferences(text);
  return flaws.length > 0 || parts.some((part) => typeof part !== 'string');
}

class Parser {
  readonly flaws: PlacedFlaw[] = [];
  private index = 0;
  private count = 0;
  private stopped = false;

  constructor(private readonly text: string) {}

  /** Up to the end of the text; within an argument, up to the brace that closes it. */
  parts(depth: number): Part[] {
    const parts: Part[] = [];
    let literal = '';
    while (this.index < this.text.length && !(depth > 0 && this.text[this.index] === '}')) {
      if (this.text.startsWith('${', this.index)) {
        const reference = this.reference(depth);
        if (literal !== '') parts.push(literal);
        literal = '';
        if (reference) parts.push(reference);
      } else {
        literal += this.take('$${') ? '${' : (this.text[this.index++] ?? '');
      }
    }
    if (literal !== '') parts.push(literal);
    return parts;
  }

  private reference(depth: number): Reference | null {
    const offset = this.index;
    this.count += 1;
    if (this.count > maxReferences)
      return this.stop(offset, flaw(`more than ${maxReferences} references in one text`, 'use fewer'));
    if (depth > 1) return this.stop(offset, flaw('references nest one level deep', 'take this one out'));
    this.index += 2;
    const before = this.flaws.length;
    const word = this.word();
    const argument = this.take(':') ? this.parts(depth + 1) : null;
    if (!this.take('}')) return this.stop(offset, unclosed);
    if (this.flaws.length > before) return null;
    const wrong = wrongKind(word, argument, depth) ?? wrongArgument(word as Kind, argument);
    if (wrong) return this.refuse(offset, wrong);
    const written = cut(this.text.slice(offset, this.index));
    return { kind: word as Kind, argument, offset, written };
  }

  private word(): string {
    const start = this.index;
    while (this.index < this.text.length && !':}'.includes(this.text[this.index] ?? '')) this.index += 1;
    return this.text.slice(start, this.index);
  }

  private take(token: string): boolean {
    const is = this.text.startsWith(token, this.index);
    if (is) this.index += token.length;
    return is;
  }

  private refuse(offset: number, wrong: Flaw): null {
    this.flaws.push({ ...wrong, offset });
    return null;
  }

  /** Nothing after it can be made out; what it stands in is not closed either, which need not be said. */
  private stop(offset: number, wrong: Flaw): null {
    if (!this.stopped) this.refuse(offset, wrong);
    this.stopped = true;
    this.index = this.text.length;
    return null;
  }
}

const unclosed = flaw('a `${` is not closed', 'write `}` at its end, or `$${` for the text `${`');

function wrongKind(word: string, argument: readonly Part[] | null, depth: number): Flaw | null {
  if (!kinds.includes(word as Kind)) return unknownKind(word, argument !== null);
  if (depth === 0 || nestable.has(word as Kind)) return null;
  return flaw(
    `\`\${${word}:...}\` may not stand within another reference`,
    `only ${[...nestable].join(', ')} may`,
  );
}

function unknownKind(word: string, hasArgument: boolean): Flaw {
  const literally = 'or `$${` for the text `${`';
  if (word === '') return flaw('a `${` without a word', `write what it refers to, ${literally}`);
  const what = `there is no reference \`\${${cut(word)}}\``;
  if (nearest(word, kinds) !== null) return flaw(what, didYouMean(word, kinds));
  const variable = !hasArgument && /^[A-Z_][A-Z0-9_]*$/.test(word);
  return flaw(what, `${variable ? `write \`\${env:${cut(word)}}\`` : didYouMean(word, kinds)}, ${literally}`);
}

/** Checked when it is whole; what is nested in it decides later. */
function wrongArgument(kind: Kind, argument: readonly Part[] | null): Flaw | null {
  const whole = argument?.every((part) => typeof part === 'string') ?? true;
  return whole ? argumentFlaw(kind, argument?.join('') ?? null) : null;
}

function cut(text: string): string {
  const shown = visible(text.slice(0, 80));
  return text.length > 80 ? `${shown}...` : shown;
}
