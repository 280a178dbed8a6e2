import type { ToldFault } from '../../src/core/errors';
import { annotationsOf } from '../../src/ui/annotations';

const fault: ToldFault = { file: 'lambda.config.yaml', line: 4, column: 5, what: 'wrong', hint: null };

function annotated(
  change: Partial<ToldFault>,
  { cwd = '/home/ci/repo', workspace = '/home/ci/repo' as string | null } = {},
): string | undefined {
  return annotationsOf({ problems: ['p'], faults: [{ ...fault, ...change }] }, { cwd, workspace })
    .commands[0];
}

describe('an annotation', () => {
  it('names the place, what is wrong and the way out', () => {
    expect(annotated({ hint: 'mend it' })).toBe(
      '::error file=lambda.config.yaml,line=4,col=5,title=shipit::wrong  (mend it)',
    );
  });

  it('names the file from the root of the repository, in whatever folder the command runs', () => {
    const inFolder = { cwd: '/home/ci/repo/services/orders' };
    expect(annotated({}, inFolder)).toContain('file=services/orders/lambda.config.yaml,');
    expect(annotated({ file: '../base.yaml' }, inFolder)).toContain('file=services/base.yaml,');
    expect(annotated({ file: '/home/ci/repo/a.yaml' }, inFolder)).toContain('file=a.yaml,');
  });

  it('names a file outside of the repository as the user would', () => {
    expect(annotated({ file: '../base.yaml' })).toContain('file=../base.yaml,');
    expect(annotated({ file: '..base.yaml' })).toContain('file=..base.yaml,');
    expect(annotated({}, { workspace: null })).toContain('file=lambda.config.yaml,');
  });

  it('is one line, and has no more properties than it should, whatever stands in the text', () => {
    expect(annotated({ what: '100%\r\n::set-output name=x::y', file: 'a,title=b:%0A.yaml' })).toBe(
      '::error file=a%2Ctitle=b%3A%250A.yaml,line=4,col=5,title=shipit::100%25%0D%0A::set-output name=x::y',
    );
  });

  it('has no place where the refusal has none, and is then one for all that is wrong', () => {
    const refusal = { problems: ['no region', 'Pass --region.'], faults: [] };
    expect(annotationsOf(refusal, { cwd: '/', workspace: null })).toEqual({
      commands: ['::error title=shipit::no region%0APass --region.'],
      left: 0,
    });
  });

  it('is there for the first ten faults, because GitHub drops the rest', () => {
    const faults = Array.from({ length: 12 }, (_, at) => ({ ...fault, line: at + 1 }));
    const { commands, left } = annotationsOf({ problems: ['p'], faults }, { cwd: '/', workspace: null });
    expect(commands).toHaveLength(10);
    expect(commands.at(-1)).toContain('line=10,');
    expect(left).toBe(2);
  });
});
