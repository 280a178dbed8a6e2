/** What only a shell gives a meaning: without one, a program would get it as it stands. */
const ofShells = /[|&;<>()$`"'\\*?[\]{}\r\n]/;

interface Flaw {
  readonly what: string;
  readonly hint: string;
}

/** The words of a command that no shell reads. */
export const wordsOf = (text: string): string[] => text.split(/[ \t]+/).filter((word) => word !== '');

/** Why a text cannot be split into words as it stands; null when it can. */
export function commandFlaw(text: string): Flaw | null {
  const [sign] = ofShells.exec(text) ?? [];
  const shown = sign === '\n' || sign === '\r' ? 'a line end' : `\`${sign}\``;
  if (sign !== undefined && /["'\\]/.test(sign)) {
    const hint = 'write program and arguments as a list, or `{ run: <command>, shell: true }`';
    return { what: `${shown} is for a shell, and none reads it`, hint };
  }
  const asShell = 'write `{ run: <command>, shell: true }`';
  if (sign !== undefined) return { what: `${shown} is for a shell, and none reads it`, hint: asShell };
  const [first, ...others] = wordsOf(text);
  if (first === undefined) return { what: 'the program has no name', hint: 'such as `npm run build`' };
  if (/^[a-zA-Z_][a-zA-Z0-9_]*=/.test(first))
    return { what: `\`${first}\` sets a variable, which only a shell does`, hint: asShell };
  const word = [first, ...others].find((one) => one.startsWith('~'));
  return word === undefined ? null : { what: `\`${word}\` is for a shell, and none reads it`, hint: asShell };
}
