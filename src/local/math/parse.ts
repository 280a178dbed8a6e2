/** Reads a metric math expression. Source: CloudWatch User Guide, "Using math expressions with CloudWatch metrics". */

import { ExpressionProblem } from './problem';
import { type Token, tokensOf } from './tokens';
import { levels, type Node, type Operator } from './tree';

const deepest = 200;
const unaryLevel = levels.length - 1;

/** Throws ExpressionProblem for what is no expression. */
export function parseExpression(text: string): Node {
  const reader: Reader = { tokens: tokensOf(text), at: 0, depth: 0 };
  const node = readLevel(reader, 0);
  if (reader.at < reader.tokens.length) throw invalid();
  return node;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function readLevel(reader: Reader, level: number): Node {
  if (level === unaryLevel) return readUnary(reader);
  let left = readLevel(reader, level + 1);
  for (let operator = takeOperator(reader, level); operator; operator = takeOperator(reader, level))
    left = { kind: 'binary', operator, left, right: readLevel(reader, level + 1) };
  return left;
}

/** `-a^b` is `-(a^b)`, and `a^b^c` is `a^(b^c)`. */
function readUnary(reader: Reader): Node {
  reader.depth += 1;
  if (reader.depth > deepest) throw invalid();
  const node = take(reader, '-')
    ? ({ kind: 'minus', operand: readUnary(reader) } as const)
    : readPower(reader);
  reader.depth -= 1;
  return node;
}

function readPower(reader: Reader): Node {
  const left = readOperand(reader);
  return take(reader, '^') ? { kind: 'binary', operator: '^', left, right: readUnary(reader) } : left;
}

function readOperand(reader: Reader): Node {
  const token = reader.tokens[reader.at];
  reader.at += 1;
  if (!token) throw invalid();
  if (token.kind === 'name')
    return take(reader, '(')
      ? { kind: 'call', name: token.name, args: readUntil(reader, ')') }
      : { kind: 'name', name: token.name };
  if (token.kind !== 'sign') return token;
  if (token.sign === '[') return { kind: 'list', items: readUntil(reader, ']') };
  if (token.sign !== '(') throw invalid();
  const node = readLevel(reader, 0);
  if (!take(reader, ')')) throw invalid();
  return node;
}

function readUntil(reader: Reader, end: string): Node[] {
  const nodes: Node[] = [];
  if (take(reader, end)) return nodes;
  do nodes.push(readLevel(reader, 0));
  while (take(reader, ','));
  if (!take(reader, end)) throw invalid();
  return nodes;
}

function takeOperator(reader: Reader, level: number): Operator | undefined {
  return levels[level]?.find((operator) => take(reader, operator));
}

function take(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'sign' || token.sign !== sign) return false;
  reader.at += 1;
  return true;
}

const invalid = (): ExpressionProblem => new ExpressionProblem('Invalid syntax');
