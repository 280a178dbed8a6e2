import { toYaml } from '../../src/config/explained';
import { checkProject } from '../../src/config/open';
import type { Project } from '../../src/config/project';
import fc from '../property';
import { filesOf, openFrom, refusalOf } from './example';
import { kinds, mutate, pathsOf } from './mutations';
import { documentOf, type Sample, samples, yamlOf } from './projects';
import { env, projectOf } from './reading';

const filesWith = (text: string) =>
  filesOf({
    '/p/lambda.config.yaml': text,
    '/p/base.yaml': '{ guard: {} }',
    '/p/events/a.json': '{}',
    '/p/events/b.json': '{}',
  });

const textOf = ({ file }: Sample): string => yamlOf(documentOf(file));

/** All but where it stands. */
const meant = ({ functions, layers, ...rest }: Project): unknown => ({
  ...rest,
  functions: functions.map(({ where: _where, ...spec }) => spec),
  layers: layers.map(({ where: _where, ...layer }) => layer),
});

describe('any valid project', () => {
  it('is read as what was written', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (sample) => {
        const opened = await openFrom(filesWith(textOf(sample)), { cwd: '/p', stage: sample.stage, env });
        expect(meant(await opened.finish(null))).toEqual(projectOf(sample));
      }),
      { numRuns: 200 },
    );
  });

  it('is explained as a file that is the same project', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.boolean(), async (sample, origin) => {
        const opened = await openFrom(filesWith(textOf(sample)), { cwd: '/p', stage: sample.stage, env });
        const text = toYaml(await opened.explain(null), { origin });
        const again = await openFrom(filesWith(text), { cwd: '/p' });
        expect(meant(await again.finish(null))).toEqual({
          ...(meant(await opened.finish(null)) as object),
          stage: null,
        });
      }),
      { numRuns: 80 },
    );
  });
});

/** `lambda.config.yaml:12:5  what  (hint)`. */
const lineOf = (problem: string): number => Number(/^lambda\.config\.yaml:(\d+):/.exec(problem)?.[1]);

/** One key of a valid project, and something else in its place. */
const mutants = samples.chain(({ file }) =>
  fc
    .tuple(fc.constantFrom(...pathsOf(file)), fc.constantFrom(...kinds))
    .map(([path, kind]) => mutate(file, path, kind)),
);

describe('any one key of a valid project that is made different', () => {
  it('leaves it valid, or is refused on its line or in the map that lost it', async () => {
    await fc.assert(
      fc.asyncProperty(mutants, async (mutant) => {
        fc.pre(mutant !== null);
        const { what, from, to, isNeeded, text } = mutant;
        const problems = await refusalOf(checkProject(filesWith(text), { cwd: '/p', path: null }));
        const isSaid = problems.some((line) => lineOf(line) >= from && lineOf(line) <= to);
        if (problems.length > 0 && !isSaid && !isNeeded)
          throw new Error([`${what}: lines ${from} to ${to}`, ...problems, text].join('\n'));
      }),
      { numRuns: 400 },
    );
  });
});
