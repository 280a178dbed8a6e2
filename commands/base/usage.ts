import type { Command } from '@oclif/core';
import { nearest } from '../../src/config/nearest';
import { ShipitError } from '../../src/core/errors';

/** A command like help has no flags, though the framework's types say that all have some. */
type CommandClass = Partial<Pick<typeof Command, 'flags'>> & { readonly id?: string };

/** What the framework refuses of a line that was typed, in our words and with the way out. */
export function usageError(error: Error, command: CommandClass): ShipitError {
  const help = `See \`shipit ${command.id ?? ''} --help\` for what there is.`;
  const unknown = unknownFlags(error);
  const problems = unknown ? unknown.map((flag) => noSuchFlag(flag, command)) : sentences(error.message);
  const hint = unknown ? help : (howTo(error.message, command) ?? help);
  return new ShipitError('badFlag', problems.join('; '), { hint, problems });
}

/** The framework names them with what was typed behind them. */
function unknownFlags(error: Error): string[] | null {
  const flags: unknown = 'flags' in error ? error.flags : null;
  return Array.isArray(flags) ? flags.map((flag) => String(flag).split('=', 1)[0] ?? '') : null;
}

function noSuchFlag(flag: string, { flags = {}, id = 'shipit' }: CommandClass): string {
  const known = [...Object.keys(flags), 'help'].map((name) => `--${name}`);
  // A word behind one dash is a flag that lacks the other, and not many short ones.
  const word = /^-[^-]./.test(flag) ? `-${flag}` : flag;
  const meant = word.startsWith('--') ? nearest(word, known) : null;
  return `${id} has no flag ${flag}${meant === null ? '' : ` (did you mean ${meant}?)`}`;
}

/** The framework puts a heading above and an advice below what it has to say. */
function sentences(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const said = lines.filter(
    (line) => line !== '' && !/^(The following errors? occurred:|See more help)/.test(line),
  );
  return said.map(sentence);
}

const forms: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^Expected (--[\w-]+)=(.*) to be one of: (.*)$/s,
    (flag, value, legal) => noneOf(`${flag} ${value}`, value, legal),
  ],
  [/^Expected (.*) to be one of: (.*)$/s, (value, legal) => noneOf(value, value, legal)],
  [/^Flag (--[\w-]+) expects a value$/, (flag) => `${flag} wants a value`],
  [
    /^All of the following must be provided when using (--[\w-]+): (.*)$/,
    (flag, others) => `${flag} goes with ${others}`,
  ],
  [
    /^(--[\w-]+)=.* cannot also be provided when using (--[\w-]+)$/s,
    (one, other) => `${one} does not go with ${other}`,
  ],
  [/^Unexpected arguments?: (.*)$/s, (words) => `what is ${words}? No such word is expected here`],
];

function sentence(line: string): string {
  for (const [form, say] of forms) {
    const found = form.exec(line);
    if (found) return say(...found.slice(1));
  }
  return line;
}

function noneOf(what: string, value = '', legal = ''): string {
  const meant = nearest(value, legal.split(', '));
  return `${what}: that is none of ${legal}${meant === null ? '' : ` (did you mean ${meant}?)`}`;
}

/** A flag without its value is shown with one. */
function howTo(message: string, { flags = {} }: CommandClass): string | null {
  const [, name = ''] = /^Flag --([\w-]+) expects a value/m.exec(message) ?? [];
  const flag = Object.hasOwn(flags, name) ? flags[name] : undefined;
  const value = flag && 'helpValue' in flag ? flag.helpValue : undefined;
  return value === undefined ? null : `Write it as --${name} ${[value].flat()[0]}.`;
}
