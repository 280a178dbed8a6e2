import { badConfig, type Position } from '../../src/config/problem';

const text = "environment: { PORT: 8080, TOKEN: 'AKIAIOSFODNN7EXAMPLE' }";
const at = (column: number, line = 7): Position => ({ file: 'lambda.config.yaml', line, column, text });

describe('the places of what is wrong', () => {
  it('show no line that holds what looks like a secret, whatever else is wrong with it', () => {
    const { faults } = badConfig([
      { at: at(22), what: '8080 is not a text', hint: null },
      { at: at(35), what: 'TOKEN looks like an access key', hint: null, hidden: true },
      { at: at(1, 8), what: 'something else', hint: null },
    ]);
    expect(faults.map(({ line, text: shown }) => [line, shown])).toEqual([
      [7, null],
      [7, null],
      [8, text],
    ]);
  });
});
