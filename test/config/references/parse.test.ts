// biome-ignore-all lint/suspicious/noTemplateCurlyInString: The texts are those of a project file.

import { hasReference, parseReferences } from '../../../src/config/references/parse';
import fc from '../../property';

/** `text`, `<kind argument @offset>`. */
type Part = ReturnType<typeof parseReferences>['parts'][number];
const show = (part: Part): string =>
  typeof part === 'string'
    ? part
    : `<${part.kind}${part.argument === null ? '' : ` ${part.argument.map(show).join('')}`} @${part.offset}>`;
const shown = (text: string) => parseReferences(text).parts.map(show).join('');
const flaws = (text: string) =>
  parseReferences(text).flaws.map(({ what, hint, offset }) => `${offset} ${what} (${hint})`);

describe('a text of the project file', () => {
  test.each([
    ['plain', 'plain'],
    ['', ''],
    ['${stage}', '<stage @0>'],
    ['a-${stage}-${region}b', 'a-<stage @2>-<region @11>b'],
    ['${ssm:/${stage}/db}', '<ssm /<stage @7>/db @0>'],
    ['${env:TABLE}', '<env TABLE @0>'],
    ['${git:sha}${git:branch}', '<git sha @0><git branch @10>'],
    ['${secret:orders/db#password}', '<secret orders/db#password @0>'],
    ['${secret:arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf#password}', expect.any(String)],
    ['${cfn:Network.VpcId}', '<cfn Network.VpcId @0>'],
    ['${tfstate:infra/t.tfstate#output.vpc}', '<tfstate infra/t.tfstate#output.vpc @0>'],
    [
      '${tfstate:s3://bucket/a/key#module.a["b"].aws_sqs_queue.q[0].arn}',
      expect.stringContaining('<tfstate'),
    ],
    ['${file:conf/a b.txt}', '<file conf/a b.txt @0>'],
    ['cost: 5$', 'cost: 5$'],
    ['$${stage} $$ $', '${stage} $$ $'],
    ['a } b {', 'a } b {'],
  ])('%s is taken apart', (text, expected) => {
    expect(flaws(text)).toEqual([]);
    expect(shown(text)).toEqual(expected);
  });

  test.each([
    ['a ${stage', '2 a `${` is not closed (write `}` at its end, or `$${` for the text `${`)'],
    ['${ssm:/${stage', '7 a `${` is not closed (write `}` at its end, or `$${` for the text `${`)'],
    ['${ssm:/${stage}', '0 a `${` is not closed (write `}` at its end, or `$${` for the text `${`)'],
    ['${}', '0 a `${` without a word (write what it refers to, or `$${` for the text `${`)'],
    ['${stge}', '0 there is no reference `${stge}` (did you mean `stage`?)'],
    ['${HOME}', '0 there is no reference `${HOME}` (write `${env:HOME}`, or `$${` for the text `${`)'],
    [
      '${ENVIRONMENT:x}',
      '0 there is no reference `${ENVIRONMENT}` (known: account, cfn, env, file, git, project, region, secret, ssm, stage, tfstate, or `$${` for the text `${`)',
    ],
    ['${stage:prod}', '0 `${stage}` takes no argument (write `${stage}`)'],
    ['${ssm}', '0 `ssm:` needs an argument (write `${ssm:/path}`)'],
    ['${env:}', '0 `env:` needs an argument (write `${env:NAME}`)'],
    ['${env:A-B}', '0 `env:A-B` is no name of an environment variable (letters, digits and `_`)'],
    ['${git:short}', '0 `git:short` is not known (known: branch, sha)'],
    ['${git:shaa}', '0 `git:shaa` is not known (did you mean `sha`?)'],
    ['${ssm:/a b}', '0 `ssm:/a b` is no name of a parameter (such as `/orders/table`)'],
    ['${cfn:Network}', '0 `cfn:Network` is no output of a stack (such as `Network.VpcId`)'],
    ['${cfn:A.B.C}', '0 `cfn:A.B.C` is no output of a stack (such as `Network.VpcId`)'],
    [
      '${file:../x}',
      '0 `file:../x` leaves the folder of the project file (name a file below the folder of the project file)',
    ],
    [
      '${file:/etc/passwd}',
      '0 `file:/etc/passwd` is an absolute path (name a file below the folder of the project file)',
    ],
    [
      '${tfstate:a}',
      '0 `tfstate:a` lacks the state or the value (write `path#output.name` or `path#type.name.attribute`)',
    ],
    [
      '${tfstate:https://x/y#output.a}',
      '0 `tfstate:https://x/y#output.a` is no state that can be read (a path, or `s3://bucket/key`)',
    ],
    [
      '${tfstate:../a#output.b}',
      '0 `tfstate:../a#output.b` leaves the folder of the project file (name a file below the folder of the project file)',
    ],
    [
      '${ssm:/${secret:a}}',
      '7 `${secret:...}` may not stand within another reference (only account, env, git, project, region, stage may)',
    ],
    ['${ssm:/${env:${stage}}}', '13 references nest one level deep (take this one out)'],
  ])('%s is wrong', (text, expected) => {
    expect(flaws(text)).toEqual([expected]);
    expect(hasReference(text)).toBe(true);
  });

  test('tells everything that is wrong in it', () => {
    expect(flaws('${foo} ${stage} ${git:x} ${ssm')).toEqual([
      expect.stringMatching(/^0 there is no reference `\$\{foo\}`/),
      expect.stringMatching(/^16 `git:x` is not known/),
      expect.stringMatching(/^25 a `\$\{` is not closed/),
    ]);
  });

  test('has at most 100 references', () => {
    expect(flaws('${stage}'.repeat(100))).toEqual([]);
    expect(flaws('${stage}'.repeat(500))).toEqual(['800 more than 100 references in one text (use fewer)']);
  });

  test('of a megabyte is taken apart at once, whatever is in it', () => {
    for (const part of ['${', '${a:', '${ssm:${', '$${', '}', '${stage:"', '${tfstate:a#x["'])
      expect(() => parseReferences(part.repeat(1_000_000 / part.length))).not.toThrow();
  });

  test('without `${` is untouched', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('${')),
        (text) => {
          expect(parseReferences(text)).toEqual({ parts: text === '' ? [] : [text], flaws: [] });
          expect(hasReference(text)).toBe(false);
        },
      ),
    );
  });

  test('in which every `${` is escaped comes out as it went in', () => {
    const bits = fc.constantFrom('${', '$', '{', '}', 'stage', ':', 'a');
    fc.assert(
      fc.property(fc.array(bits), (parts) => {
        const text = parts.join('');
        // A dollar before the escape would be a part of it.
        fc.pre(!text.includes('$${'));
        const escaped = text.replaceAll('${', () => '$${');
        expect(parseReferences(escaped)).toEqual({ parts: text === '' ? [] : [text], flaws: [] });
      }),
    );
  });

  test('never makes the parser fail', () => {
    const bits = fc.constantFrom(
      '${',
      '$${',
      '}',
      ':',
      '#',
      '.',
      '[',
      '"',
      'ssm',
      'stage',
      'tfstate',
      's3://a',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(bits, fc.string()), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        for (const { offset } of parseReferences(text).flaws)
          expect(text.slice(offset, offset + 2)).toBe('${');
      }),
    );
  });
});
