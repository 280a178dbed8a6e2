import type { AlarmStateValue } from '../../src/local/alarms/book';
import { childrenOf, holds, parseRule, type Rule } from '../../src/local/alarms/rule';

const states: { [alarm: string]: AlarmStateValue } = {
  a: 'ALARM',
  b: 'OK',
  'two words': 'ALARM',
  idle: 'INSUFFICIENT_DATA',
};

function rule(text: string): Rule {
  const parsed = parseRule(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

const truth = (text: string): boolean => holds(rule(text), (alarm) => states[alarm] ?? null);

describe('the rule of a composite alarm', () => {
  it.each([
    ['ALARM(a)', true],
    ['ALARM("a")', true],
    ['ALARM("two words")', true],
    ['ALARM("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:two words")', true],
    ['OK(a)', false],
    ['INSUFFICIENT_DATA(idle)', true],
    ['ALARM(gone)', false],
    ['TRUE', true],
    ['false', false],
    ['NOT OK(a)', true],
    ['ALARM(a) AND OK(b)', true],
    ['ALARM(a) AND NOT OK(b)', false],
    ['ALARM(b) AND ALARM(a) OR ALARM(a)', true],
    ['ALARM(b) AND (ALARM(a) OR ALARM(a))', false],
    ['TRUE OR FALSE AND FALSE', true],
    ['NOT FALSE AND FALSE', false],
    ['NOT (ALARM(a) AND OK(a))', true],
    ['AT_LEAST(2, ALARM, (a, b, "two words"))', true],
    ['AT_LEAST(3, ALARM, (a, b, "two words"))', false],
    ['AT_LEAST(50%, ALARM, (a, b))', true],
    ['AT_LEAST(51%, ALARM, (a, b))', false],
    ['AT_LEAST(2, NOT OK, (a, b, idle))', true],
  ])('%s is %s', (text, expected) => {
    expect(truth(text)).toBe(expected);
  });

  it('knows its children, each once and by name', () => {
    const text = 'ALARM(a) AND NOT OK("arn:aws:cloudwatch:x:1:alarm:b") OR AT_LEAST(1, OK, (c, a)) OR TRUE';
    expect(childrenOf(rule(text))).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['', 'unexpected end of the rule'],
    ['ALARM(a', 'unexpected end of the rule'],
    ['ALARM(a) ALARM(b)', "unexpected 'ALARM'"],
    ['ALARM()', "unexpected ')'"],
    ['BROKEN(a)', "unexpected 'BROKEN'"],
    ['ALARM(a) XOR OK(b)', "unexpected 'XOR'"],
    ['AT_LEAST(many, OK, (a))', "unexpected 'many'"],
    ['ALARM("a)', "unexpected '\"'"],
    ['('.repeat(600), 'more than 500 elements'],
  ])('%p cannot be read', (text, problem) => {
    expect(parseRule(text)).toEqual({ problem });
  });
});
