/**
 * Rules of composite alarms: `ALARM("a") AND NOT (OK(b) OR AT_LEAST(50%, ALARM, (c, d)))`.
 * Source: CloudWatch API reference, PutCompositeAlarm; User Guide, "Combining alarms".
 */
import type { AlarmStateValue } from './book';

export type Rule =
  | { readonly kind: 'constant'; readonly value: boolean }
  | { readonly kind: 'state'; readonly state: AlarmStateValue; readonly alarm: string }
  | { readonly kind: 'not'; readonly rule: Rule }
  | { readonly kind: 'and' | 'or'; readonly rules: readonly Rule[] }
  | {
      readonly kind: 'atLeast';
      readonly count: number;
      readonly unit: 'alarms' | 'percent';
      readonly negated: boolean;
      readonly state: AlarmStateValue;
      readonly alarms: readonly string[];
    };

/** Alarms are named by name or ARN; the rule holds names. */
export function parseRule(text: string): Rule | { readonly problem: string } {
  const tokens = text.match(/"[^"]*"|[(),]|[^\s(),"]+|"/g) ?? [];
  if (tokens.filter(isElement).length > elementLimit)
    return { problem: `more than ${elementLimit} elements` };
  try {
    const reader = { tokens, at: 0 };
    const rule = readOr(reader);
    if (reader.at < tokens.length) throw unexpected(reader);
    return rule;
  } catch (error) {
    if (error instanceof SyntaxError) return { problem: error.message };
    throw error;
  }
}

/** An alarm that does not exist has no state, so nothing said about it holds. */
export function holds(rule: Rule, stateOf: (alarm: string) => AlarmStateValue | null): boolean {
  switch (rule.kind) {
    case 'constant':
      return rule.value;
    case 'state':
      return stateOf(rule.alarm) === rule.state;
    case 'not':
      return !holds(rule.rule, stateOf);
    case 'and':
      return rule.rules.every((part) => holds(part, stateOf));
    case 'or':
      return rule.rules.some((part) => holds(part, stateOf));
    case 'atLeast': {
      const met = rule.alarms.filter((alarm) => (stateOf(alarm) === rule.state) !== rule.negated).length;
      return met >= (rule.unit === 'percent' ? (rule.count / 100) * rule.alarms.length : rule.count);
    }
  }
}

/** Every alarm named in the rule, once, in the order of the text. */
export function childrenOf(rule: Rule): string[] {
  const all = (part: Rule): readonly string[] => {
    if (part.kind === 'state') return [part.alarm];
    if (part.kind === 'atLeast') return part.alarms;
    if (part.kind === 'not') return all(part.rule);
    return part.kind === 'constant' ? [] : part.rules.flatMap(all);
  };
  return [...new Set(all(rule))];
}

const elementLimit = 500;

/** Alarms, constants and parentheses. */
const isElement = (token: string): boolean =>
  !/^(,|AND|OR|NOT|AT_LEAST|ALARM|OK|INSUFFICIENT_DATA|\d+%?)$/i.test(token);

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

const peek = (reader: Reader): string => reader.tokens[reader.at]?.toUpperCase() ?? '';

function unexpected(reader: Reader): SyntaxError {
  const token = reader.tokens[reader.at];
  return new SyntaxError(token === undefined ? 'unexpected end of the rule' : `unexpected '${token}'`);
}

function take(reader: Reader, expected: string): void {
  if (peek(reader) !== expected) throw unexpected(reader);
  reader.at += 1;
}

function readOr(reader: Reader): Rule {
  return readChain(reader, 'OR', readAnd);
}

function readAnd(reader: Reader): Rule {
  return readChain(reader, 'AND', readPart);
}

function readChain(reader: Reader, operator: 'AND' | 'OR', readNext: (reader: Reader) => Rule): Rule {
  const first = readNext(reader);
  const rules = [first];
  while (peek(reader) === operator) {
    reader.at += 1;
    rules.push(readNext(reader));
  }
  return rules.length === 1 ? first : { kind: operator === 'AND' ? 'and' : 'or', rules };
}

function readPart(reader: Reader): Rule {
  const token = peek(reader);
  if (token === 'AT_LEAST') return readAtLeast(reader);
  if (token === 'TRUE' || token === 'FALSE') {
    reader.at += 1;
    return { kind: 'constant', value: token === 'TRUE' };
  }
  if (token === 'NOT') {
    reader.at += 1;
    return { kind: 'not', rule: readPart(reader) };
  }
  if (token !== '(') return readState(reader);
  reader.at += 1;
  const inner = readOr(reader);
  take(reader, ')');
  return inner;
}

function readState(reader: Reader): Rule {
  const state = readStateName(reader);
  take(reader, '(');
  const alarm = readName(reader);
  take(reader, ')');
  return { kind: 'state', state, alarm };
}

function readAtLeast(reader: Reader): Rule {
  take(reader, 'AT_LEAST');
  take(reader, '(');
  const amount = /^(\d{1,3})(%?)$/.exec(peek(reader));
  if (!amount || Number(amount[1]) === 0 || (amount[2] && Number(amount[1]) > 100)) throw unexpected(reader);
  reader.at += 1;
  take(reader, ',');
  const negated = peek(reader) === 'NOT';
  if (negated) reader.at += 1;
  const state = readStateName(reader);
  take(reader, ',');
  const alarms = readNames(reader);
  take(reader, ')');
  if (!amount[2] && Number(amount[1]) > alarms.length)
    throw new SyntaxError(`AT_LEAST of ${amount[1]} among ${alarms.length} alarms`);
  return {
    kind: 'atLeast',
    count: Number(amount[1]),
    unit: amount[2] ? 'percent' : 'alarms',
    negated,
    state,
    alarms,
  };
}

function readNames(reader: Reader): string[] {
  take(reader, '(');
  const names = [readName(reader)];
  while (peek(reader) === ',') {
    reader.at += 1;
    names.push(readName(reader));
  }
  take(reader, ')');
  return names;
}

function readStateName(reader: Reader): AlarmStateValue {
  const token = peek(reader);
  if (token !== 'OK' && token !== 'ALARM' && token !== 'INSUFFICIENT_DATA') throw unexpected(reader);
  reader.at += 1;
  return token;
}

function readName(reader: Reader): string {
  const token = reader.tokens[reader.at] ?? '';
  const name = token.startsWith('"') ? token.slice(1, -1) : token;
  if (name === '' || '(),'.includes(name)) throw unexpected(reader);
  reader.at += 1;
  return name.startsWith('arn:') ? name.slice(name.indexOf(':alarm:') + ':alarm:'.length) : name;
}
