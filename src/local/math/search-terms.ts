/**
 * What SEARCH looks for: `{Namespace,Dimension} term AND (term OR NOT Name="exact")`. Source: CloudWatch User Guide,
 * "CloudWatch search expression syntax".
 */
import { ExpressionProblem } from './problem';

export interface SearchTree {
  /** Null when metrics of any namespace and dimensions may match. */
  readonly schema: { readonly namespace: string; readonly dimensions: readonly string[] } | null;
  /** Null when everything of the schema matches. */
  readonly condition: Condition | null;
}

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | ({ readonly kind: 'term'; readonly property: string | null } & Term);

interface Term {
  readonly text: string;
  readonly exact: boolean;
}

type Token = { readonly kind: 'sign'; readonly text: string } | ({ readonly kind: 'term' } & Term);

const longest = 1024;
const deepest = 100;

/** Throws ExpressionProblem for what is no search. */
export function parseSearch(query: string): SearchTree {
  if (query.length > longest) throw new ExpressionProblem(`A search can have at most ${longest} characters`);
  const braces = /^\s*\{([^{}]*)\}\s*,?/.exec(query);
  const schema = braces ? schemaOf(braces[1] ?? '') : null;
  const reader: Reader = { tokens: tokensOf(query.slice(braces?.[0].length ?? 0)), at: 0, depth: 0 };
  if (reader.tokens.length === 0 && !schema) throw invalid();
  const condition = reader.tokens.length === 0 ? null : readOr(reader);
  if (reader.at < reader.tokens.length) throw invalid();
  return { schema, condition };
}

function schemaOf(text: string): SearchTree['schema'] {
  const names = [...text.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|([^",]+))\s*(?:,|$)/gy)];
  const read = names.map(([, quoted, bare]) => (quoted === undefined ? (bare ?? '').trim() : plain(quoted)));
  const [namespace, ...dimensions] = read;
  const length = names.reduce((total, [all]) => total + all.length, 0);
  if (!namespace || length !== text.length || dimensions.includes('')) throw invalid();
  return { namespace, dimensions };
}

function tokensOf(text: string): Token[] {
  const pattern = /\s*(?:([()=])|"((?:[^"\\]|\\.)*)"|([^\s()="{}]+))/suy;
  const whole = text.trimEnd();
  const tokens: Token[] = [];
  while (pattern.lastIndex < whole.length) {
    const found = pattern.exec(whole);
    if (!found) throw invalid();
    const [, sign, quoted, word = ''] = found;
    if (sign) tokens.push({ kind: 'sign', text: sign });
    else if (quoted !== undefined) tokens.push({ kind: 'term', text: plain(quoted), exact: true });
    else if (['AND', 'OR', 'NOT'].includes(word)) tokens.push({ kind: 'sign', text: word });
    else tokens.push({ kind: 'term', text: word, exact: false });
  }
  return tokens;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function readOr(reader: Reader): Condition {
  const parts = [readAnd(reader)];
  while (take(reader, 'OR')) parts.push(readAnd(reader));
  return joined('or', parts);
}

/** Terms beside each other are meant as if AND were between them. */
function readAnd(reader: Reader): Condition {
  const parts = [readNot(reader)];
  while (take(reader, 'AND') || goesOn(reader)) parts.push(readNot(reader));
  return joined('and', parts);
}

function goesOn({ tokens, at }: Reader): boolean {
  const token = tokens[at];
  return token !== undefined && (token.kind === 'term' || token.text === 'NOT' || token.text === '(');
}

function readNot(reader: Reader): Condition {
  reader.depth += 1;
  if (reader.depth > deepest) throw invalid();
  const condition = readOne(reader);
  reader.depth -= 1;
  return condition;
}

function readOne(reader: Reader): Condition {
  if (take(reader, 'NOT')) return { kind: 'not', part: readNot(reader) };
  if (take(reader, '(')) {
    const inner = readOr(reader);
    if (!take(reader, ')')) throw invalid();
    return inner;
  }
  const first = takeTerm(reader);
  if (!take(reader, '=')) return { kind: 'term', property: null, ...first };
  return { kind: 'term', property: first.text, ...takeTerm(reader) };
}

function takeTerm(reader: Reader): Term {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'term') throw invalid();
  reader.at += 1;
  return { text: token.text, exact: token.exact };
}

function take(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'sign' || token.text !== sign) return false;
  reader.at += 1;
  return true;
}

const joined = (kind: 'and' | 'or', parts: readonly Condition[]): Condition =>
  parts.length === 1 && parts[0] ? parts[0] : { kind, parts };

const plain = (quoted: string): string => quoted.replaceAll(/\\(.)/gs, '$1');

const invalid = (): ExpressionProblem => new ExpressionProblem('Invalid search expression');
