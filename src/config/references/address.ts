/** A step into a value of a Terraform state: a name or a key, or a place in a list. */
export type Step = string | number;

/** What is wanted of a state, as Terraform writes it. */
export type Address =
  | { readonly kind: 'output'; readonly name: string; readonly path: readonly Step[] }
  | {
      readonly kind: 'resource';
      readonly mode: 'managed' | 'data';
      /** `module.network["a"]`; null for the root. */
      readonly module: string | null;
      readonly type: string;
      readonly name: string;
      /** Of `count` or `for_each`; null without. */
      readonly index: Step | null;
      readonly path: readonly Step[];
    };

interface Token {
  readonly step: Step;
  readonly written: string;
  /** In brackets. */
  readonly index: boolean;
}

const tokenForm = /(\.?)(?:([A-Za-z_][\w-]*|\d+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\])/y;

/** Null for what is no address of a single value. */
export function parseAddress(text: string): Address | null {
  const tokens = tokensOf(text);
  if (!tokens) return null;
  const reader = new TokenReader(tokens);
  if (reader.word('output')) return outputOf(reader);
  const module = reader.modules();
  const mode = reader.word('data') ? 'data' : 'managed';
  const type = reader.name();
  const name = reader.name();
  if (type === null || name === null) return null;
  const index = reader.index();
  const path = reader.rest();
  return path.length === 0 ? null : { kind: 'resource', mode, module, type, name, index, path };
}

function outputOf(reader: TokenReader): Address | null {
  const name = reader.name();
  return name === null ? null : { kind: 'output', name, path: reader.rest() };
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  const form = new RegExp(tokenForm);
  while (form.lastIndex < text.length) {
    const first = form.lastIndex === 0;
    const [written, dot, name, place, key] = form.exec(text) ?? [];
    if (written === undefined) return null;
    // A dot stands before each name but the first, and never before a bracket.
    if ((dot === '.') !== (name !== undefined && !first)) return null;
    const step = key === undefined ? (name ?? Number(place)) : unquote(key);
    if (step === null) return null;
    tokens.push({ step, written, index: name === undefined });
  }
  return tokens;
}

function unquote(text: string): string | null {
  try {
    return JSON.parse(text) as string;
  } catch {
    return null;
  }
}

class TokenReader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  word(word: string): boolean {
    const token = this.tokens[this.at];
    const is = token !== undefined && !token.index && token.step === word;
    if (is) this.at += 1;
    return is;
  }

  name(): string | null {
    const token = this.tokens[this.at];
    if (!token || token.index || typeof token.step !== 'string') return null;
    this.at += 1;
    return token.step;
  }

  index(): Step | null {
    const token = this.tokens[this.at];
    if (!token?.index) return null;
    this.at += 1;
    return token.step;
  }

  /** `module.a["k"].module.b`, in the form in which a state names them. */
  modules(): string | null {
    const found: string[] = [];
    while (this.word('module')) {
      const name = this.name();
      const written = this.tokens[this.at]?.written ?? '';
      found.push(`module.${name}${this.index() === null ? '' : written}`);
    }
    return found.length === 0 ? null : found.join('.');
  }

  rest(): Step[] {
    return this.tokens.slice(this.at).map(({ step }) => step);
  }
}
