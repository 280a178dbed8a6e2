import { Duration, Percent } from '../core/values';
import { didYouMean } from './nearest';
import { presets } from './presets';
import { gather, type Problem } from './problem';
import type { Path } from './read';
import type { Rollout, Steps } from './schema.gen';
import { nameAt, type Source } from './source';
import type { View } from './view';

/** What the schema cannot say about rollouts and the places that name them. */
export function rolloutProblems(view: View): Problem[] {
  const own = Object.entries(view.draft.rollouts ?? {});
  return [
    ...gather(own, ([name]) => nameProblems(['rollouts', name], name, view.source)),
    ...gather(own, ([name, rollout]) => shapeProblems(['rollouts', name], rollout, view.source)),
    ...referenceProblems(view),
  ];
}

const said = (source: Source, path: Path): string => nameAt(source.value, path);

function nameProblems(path: Path, name: string, source: Source): Problem[] {
  if (!Object.hasOwn(presets, name)) return [];
  const what = `${said(source, path)}: \`${name}\` is a word of CodeDeploy and means something already`;
  return [{ at: source.keyAt(path), what, hint: 'choose another name' }];
}

function shapeProblems(path: Path, rollout: Rollout, source: Source): Problem[] {
  if (typeof rollout === 'string') return [];
  if ('steps' in rollout) return stepProblems([...path, 'steps'], rollout, source);
  const key = 'linear' in rollout ? 'every' : 'bake';
  return watchProblems([...path, key], 'linear' in rollout ? rollout.every : rollout.bake, source);
}

function stepProblems(path: Path, { steps = [] as never }: Partial<Steps>, source: Source): Problem[] {
  const problems: Problem[] = [];
  let before: Percent | null = null;
  for (const [index, { weight: text, bake }] of steps.entries()) {
    const weight = Percent.parse(text);
    if (weight !== null && before !== null && weight <= before) {
      const at = [...path, index, 'weight'];
      const what = `${said(source, at)}: \`${text}\` does not rise; the step before has \`${Percent.format(before)}\``;
      problems.push({ at: source.at(at), what, hint: 'let every step have more than the one before' });
    }
    before = weight ?? before;
    problems.push(...watchProblems([...path, index, 'bake'], bake, source));
  }
  return problems;
}

function watchProblems(path: Path, text: string | undefined, source: Source): Problem[] {
  if (text === undefined || Duration.parse(text) !== 0) return [];
  const what = `${said(source, path)}: \`${text}\` leaves no time to watch`;
  return [{ at: source.at(path), what, hint: 'write a longer time, or `AllAtOnce` for the rollout' }];
}

function referenceProblems({ draft, source, subjects }: View): Problem[] {
  // Rollouts that cannot be read at all are reported already.
  if (draft.rollouts === undefined && source.has(['rollouts'])) return [];
  const legal = [...namesIn(source.value), ...Object.keys(presets)];
  const known = new Set(legal);
  const used: [Path, string | undefined][] = [
    [['rollout'], draft.rollout],
    [['defaults', 'rollout'], draft.defaults?.rollout],
    ...subjects.map(({ key, layered }): [Path, string | undefined] => [
      ['functions', key, 'rollout'],
      layered.rollout,
    ]),
  ];
  return gather(used, ([path, name]) => {
    if (name === undefined || known.has(name)) return [];
    const what = `${said(source, path)}: there is no rollout \`${name}\``;
    return [{ at: source.at(path), what, hint: didYouMean(name, legal) }];
  });
}

/** The names that the file gives, those of wrong rollouts too: they are there, only not right. */
function namesIn(value: unknown): string[] {
  const rollouts = (value as { rollouts?: unknown } | null)?.rollouts;
  return typeof rollouts === 'object' && rollouts !== null ? Object.keys(rollouts) : [];
}
