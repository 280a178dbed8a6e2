import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import { badConfig, type Problem } from './problem';
import type { Text } from './text';

const maxDepth = 64;
const maxErrors = 20;

/**
 * One YAML 1.2 document with the core schema; JSON is YAML. The depth is counted on the tokens, before anything is
 * composed from them: composing recurses, and 20,000 levels end the process in a way that nothing can catch.
 */
export function parseDocument(file: string, source: Text): Document.Parsed {
  const tokens = tokensOf(file, source);
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    // Compares every key with every other one; the walk over the document finds the same with a set.
    uniqueKeys: false,
  });
  const [document] = [...composer.compose(tokens, true, source.text.length)];
  if (!document) throw badConfig(file, [problemAt(source, 0, 'the file is empty')]);
  const problems = [...document.errors, ...document.warnings].map((error) =>
    problemAt(source, error.pos[0], `not valid YAML: ${error.message}`),
  );
  if (problems.length > 0) throw badConfig(file, problems);
  return document;
}

function tokensOf(file: string, source: Text): CST.Token[] {
  const parser = new Parser();
  const intake = new Intake(file, source);
  for (const lexeme of new Lexer().lex(source.text)) {
    for (const token of parser.next(lexeme)) intake.take(token);
    if (depthOf(parser) > maxDepth) intake.refuse(parser.offset, `nested deeper than ${maxDepth} levels`);
  }
  for (const token of parser.end()) intake.take(token);
  return intake.tokens;
}

/** Open maps and lists. The document is at the bottom of the stack, a scalar may be at the top. */
function depthOf({ stack }: Parser): number {
  const top = stack.at(-1);
  return stack.length - 1 - (top !== undefined && 'source' in top ? 1 : 0);
}

/** Stops at what the tokens alone show, so that a megabyte of errors or of documents is not composed first. */
class Intake {
  readonly tokens: CST.Token[] = [];
  private readonly errors: Problem[] = [];
  private documents = 0;

  constructor(
    private readonly file: string,
    private readonly source: Text,
  ) {}

  take(token: CST.Token): void {
    this.tokens.push(token);
    if (token.type === 'directive' && !/^%YAML[ \t]+1\.2\s*$/.test(token.source)) {
      this.refuse(token.offset, 'a directive; a project file is YAML 1.2 without any');
    }
    if (token.type === 'document') this.documents += 1;
    if (this.documents > 1) this.refuse(token.offset, 'a second document; a project file is one');
    if (token.type !== 'error') return;
    this.errors.push(problemAt(this.source, token.offset, `not valid YAML: ${token.message}`));
    if (this.errors.length >= maxErrors) throw badConfig(this.file, this.errors);
  }

  refuse(index: number, what: string): never {
    throw badConfig(this.file, [...this.errors, problemAt(this.source, index, what)]);
  }
}

const problemAt = (source: Text, index: number, what: string): Problem => ({
  at: source.position(index),
  what,
  hint: null,
});
