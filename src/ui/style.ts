/** Colour, which only repeats what the words say. */
import { styleText } from 'node:util';
import type { OutStream, TerminalFlags } from './streams';

export type Tone = 'good' | 'bad' | 'warn' | 'dim' | 'strong';

/** One line for people: plain text, or pieces of which some have a tone. */
export type Line = string | readonly (string | { readonly tone: Tone; readonly text: string })[];

const formats = { good: 'green', bad: 'red', warn: 'yellow', dim: 'gray', strong: 'bold' } as const;

/** Whether there shall be colour was decided by `wantsColour`; Node's own look at the stream would decide again. */
export function paint(tone: Tone, text: string): string {
  return text === '' ? '' : styleText(formats[tone], text, { validateStream: false });
}

export function wantsColour(stream: OutStream, flags: TerminalFlags): boolean {
  if (flags.forceColor) return true;
  return stream.isTTY === true && !flags.noColor && flags.term !== 'dumb';
}

/** The words alone. */
export function plainText(line: Line): string {
  return typeof line === 'string'
    ? line
    : line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
