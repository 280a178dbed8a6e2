/** Metric math as tokens. */
import { ExpressionProblem } from './problem';

export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'sign'; readonly sign: string };

const pattern =
  /\s*(?:(?<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|'(?<single>(?:[^'\\]|\\.)*)'|"(?<double>(?:[^"\\]|\\.)*)"|(?<sign>[=!<>]=|&&|\|\||[-+*/^()[\],<>]))/suy;

const words: { readonly [word: string]: string } = { AND: '&&', OR: '||' };

/** Throws ExpressionProblem for what is no token. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const whole = text.trimEnd();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < whole.length) {
    const found = pattern.exec(whole);
    if (!found) throw new ExpressionProblem('Invalid syntax');
    tokens.push(tokenOf(found.groups ?? {}));
  }
  return tokens;
}

function tokenOf({ number, name, single, double, sign }: { [group: string]: string | undefined }): Token {
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  if (name !== undefined) {
    const word = Object.hasOwn(words, name) ? words[name] : undefined;
    return word ? { kind: 'sign', sign: word } : { kind: 'name', name };
  }
  if (sign !== undefined) return { kind: 'sign', sign };
  return { kind: 'text', text: single ?? double ?? '' };
}
