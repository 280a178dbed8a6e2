import { badConfig } from '../../src/config/problem';
import type { Fault } from '../../src/core/errors';
import { faultLine, faultSummary, faultText } from '../../src/ui/faults';
import { Mask } from '../../src/ui/mask';
import { plainText } from '../../src/ui/style';

const fault: Fault = {
  file: 'lambda.config.yaml',
  line: 4,
  column: 5,
  what: 'unknown key `memroySize`',
  hint: 'did you mean `memorySize`?',
  text: '    memroySize: 512',
};

function told(change: Partial<Fault>, secrets: string[] = []): string[] {
  const mask = new Mask();
  mask.hide(secrets);
  return faultText({ ...fault, ...change }, { columns: 60, mask }).map(plainText);
}

describe('a fault', () => {
  it('is told with its place, what is wrong, the way out, and the line', () => {
    expect(told({})).toEqual([
      'error: lambda.config.yaml:4:5  unknown key `memroySize`  (did you mean `memorySize`?)',
      ' 4 |     memroySize: 512',
      '   |     ^',
    ]);
  });

  it('is told without its line where that may hold a secret', () => {
    expect(told({ text: null, hint: null })).toEqual([
      'error: lambda.config.yaml:4:5  unknown key `memroySize`',
    ]);
  });

  it('stands for the line that its error has among the problems', () => {
    const { file, line, column, what, hint } = fault;
    const at = { file, line, column, text: '' };
    const error = badConfig([
      { at, what, hint },
      { at, what: 'other', hint: null },
    ]);
    expect(error.faults.map(faultLine)).toEqual(error.problems);
  });

  it('has its caret under the same place though a secret before it is hidden', () => {
    const text = 'env: { A: correct horse, B: 1 }';
    expect(told({ text, column: text.indexOf('B') + 1 }, ['correct horse']).slice(1)).toEqual([
      ' 4 | env: { A: ***, B: 1 }',
      '   |                ^',
    ]);
    expect(told({ text, column: text.indexOf('horse') + 1 }, ['correct horse']).slice(1)).toEqual([
      ' 4 | env: { A: ***, B: 1 }',
      '   |           ^',
    ]);
  });

  it('shows no half of a secret where the line is cut', () => {
    const text = `${'x '.repeat(40)}correct horse battery staple ${'y '.repeat(40)}`;
    for (let column = 1; column <= text.length; column += 1) {
      expect(told({ text, column }, ['correct horse battery staple']).join()).not.toMatch(
        /correct|horse|battery|staple/,
      );
    }
  });
});

describe('several faults', () => {
  const words = (...faults: Fault[]) => faultSummary(faults).map(plainText);

  it('are summed up', () => {
    expect(words()).toEqual([]);
    expect(words(fault)).toEqual([]);
    expect(words(fault, fault, fault)).toEqual(['3 problems in lambda.config.yaml']);
    expect(words(fault, { ...fault, file: '../base.yaml' })).toEqual(['2 problems in 2 files']);
  });
});
