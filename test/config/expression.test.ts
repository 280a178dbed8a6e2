import { evaluate, expressionProblem } from '../../src/config/expression';

describe('an expression', () => {
  it.each([
    ['db.up', { db: { up: true } }, true],
    ['length(items) > `1`', { items: [1, 2] }, true],
    ['items[0].id', { items: [{ id: 4 }] }, 4],
    ['nothing.here', {}, null],
  ])('%s is asked of a value', (text, value, expected) => {
    expect(expressionProblem(text)).toBeNull();
    expect(evaluate(text, value)).toEqual({ value: expected });
  });

  it.each(['', 'a[', 'a == 1', 'a ==', 'lenght(a)', 'a[?lenght(b) == `1`]', '{', '!!&&', '('.repeat(1e5)])(
    '%.10s is none',
    (text) => {
      expect(expressionProblem(text)).toEqual(expect.stringMatching(/./));
      expect(evaluate(text, { a: [1] })).toEqual({ problem: expect.stringMatching(/./) });
    },
  );

  it('with a function that nobody knows says which', () => {
    expect(expressionProblem('a[?lenght(b) == `1`]')).toBe('there is no function lenght()');
    expect(expressionProblem('{ type: a, name: `{"type":"Function","name":"x"}` }')).toBeNull();
  });

  it('may be none for a value', () => {
    expect(evaluate('length(@)', 1)).toEqual({ problem: expect.stringMatching(/number/) });
  });
});
