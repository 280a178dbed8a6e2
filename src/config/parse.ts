import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { ShipitError } from '../core/errors';
import { badConfig, type Problem } from './problem';
import type { Text } from './text';

const maxDepth = 64;
const maxErrors = 20;
/**
 * Words, marks, spaces and line ends of a file. 500 functions with every setting and three stages that change each of
 * them have 215,000 (bench/validate.ts); a megabyte can have five times as many.
 */
const maxLexemes = 250_000;
/** What is badly wrong shows in the first of them; the rest is counted before it is parsed, which takes far longer. */
const head = 40_000;
/** Of one map or list. */
const maxEntries = 2000;

/**
 * One YAML 1.2 document with the core schema; JSON is YAML. All bounds are kept before anything is composed: composing
 * recurses, and 20,000 levels end the process in a way that nothing can catch.
 */
export function parseDocument(source: Text): Document.Parsed {
  const tokens = tokensOf(source);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // Compares every key with every other one; the walk over the document finds the same with a set.
    uniqueKeys: false,
  });
  const problems = problemsOf(composer, source);
  const [document] = [...composer.compose(tokens, true, source.text.length)];
  if (!document) throw badConfig([problemAt(source, 0, 'the file is empty')]);
  const first = document.errors.map((error) => invalid(source, error.pos[0], error.message));
  if (first.length + problems.length > 0) throw badConfig([...first, ...problems]);
  return document;
}

function tokensOf(source: Text): CST.Token[] {
  const lexer = new Lexer().lex(source.text);
  const intake = new Intake(source);
  intake.parse(upTo(head, lexer));
  const rest = upTo(maxLexemes - head, lexer);
  if (rest.length === maxLexemes - head) {
    const what = `the file has more than ${maxLexemes} words, marks and spaces`;
    const hint =
      'say once what is the same, in `defaults:` or with an anchor, or make several projects of it';
    throw badConfig([{ at: source.position(0), what, hint }]);
  }
  intake.parse(rest);
  return intake.end();
}

function upTo(most: number, lexer: Iterator<string>): string[] {
  const lexemes: string[] = [];
  while (lexemes.length < most) {
    const next = lexer.next();
    if (next.done) break;
    lexemes.push(next.value);
  }
  return lexemes;
}

/** Open maps and lists. The document is at the bottom of the stack, a scalar may be at the top. */
function depthOf({ stack }: Parser): number {
  const top = stack.at(-1);
  return stack.length - 1 - (top !== undefined && 'source' in top ? 1 : 0);
}

/** Stops at what the tokens alone show, so that a megabyte of errors or of documents is not composed first. */
class Intake {
  private readonly parser = new Parser();
  private readonly tokens: CST.Token[] = [];
  private readonly errors: Problem[] = [];
  private documents = 0;

  constructor(private readonly source: Text) {}

  parse(lexemes: readonly string[]): void {
    for (const lexeme of lexemes) {
      for (const token of this.parser.next(lexeme)) this.take(token);
      this.look();
    }
  }

  end(): CST.Token[] {
    for (const token of this.parser.end()) this.take(token);
    return this.tokens;
  }

  /** At what is open and still grows. */
  private look(): void {
    const { stack, offset } = this.parser;
    if (depthOf(this.parser) > maxDepth) this.refuse(offset, `nested deeper than ${maxDepth} levels`, null);
    const top = stack.at(-1);
    // The last one may be a comment alone.
    if (!top || !('items' in top) || top.items.length <= maxEntries + 1) return;
    this.refuse(top.offset, `more than ${maxEntries} entries`, `one map or list has at most ${maxEntries}`);
  }

  private take(token: CST.Token): void {
    this.tokens.push(token);
    if (token.type === 'directive' && !/^%YAML[ \t]+1\.2\s*$/.test(token.source)) {
      this.refuse(token.offset, 'a directive; a project file is YAML 1.2 without any', null);
    }
    if (token.type === 'document') this.documents += 1;
    if (this.documents > 1) this.refuse(token.offset, 'a second document; a project file is one', null);
    if (token.type !== 'error') return;
    this.errors.push(invalid(this.source, token.offset, token.message));
    if (this.errors.length >= maxErrors) throw badConfig(this.errors);
  }

  private refuse(index: number, what: string, hint: string | null): never {
    throw badConfig([...this.errors, { ...problemAt(this.source, index, what), hint }]);
  }
}

/**
 * What a composer finds wrong, and its end at the last error that is said. It has no such bound itself, and a megabyte
 * of errors takes it seconds. What is thrown while it is in a map or list it reports as an error of that; so each
 * further one ends it again, out to the file.
 */
function problemsOf(composer: Composer, source: Text): readonly Problem[] {
  const problems: Problem[] = [];
  let end: ShipitError | null = null;
  const onError = (at: number | readonly number[] | CST.Token, _code: string, message: string): void => {
    if (end) throw end;
    problems.push(invalid(source, indexOf(at), message));
    if (problems.length < maxErrors) return;
    end = badConfig(problems);
    throw end;
  };
  Object.assign(composer, { onError });
  return problems;
}

function indexOf(at: number | readonly number[] | CST.Token): number {
  if (typeof at === 'number') return at;
  return 'offset' in at ? at.offset : (at[0] ?? 0);
}

/** Within `{ }` or `[ ]`, the brace of a reference would end the map. */
const quotes = 'put quotes around a text with `${...}` in it';

function invalid(source: Text, index: number, message: string): Problem {
  const problem = problemAt(source, index, `not valid YAML: ${message}`);
  return /[[{].*\$\{/.test(problem.at.text) ? { ...problem, hint: quotes } : problem;
}

const problemAt = (source: Text, index: number, what: string): Problem => ({
  at: source.position(index),
  what,
  hint: null,
});
