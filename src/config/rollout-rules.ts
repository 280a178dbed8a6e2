import { Duration, Percent } from '../core/values';
import { hookFlaws } from './hook-rules';
import { didYouMean } from './nearest';
import { presets } from './presets';
import { gather, type Problem } from './problem';
import type { Path } from './read';
import type { Rollout, Step, Steps } from './schema.gen';
import { nameAt, type Source } from './source';
import type { View } from './view';

/** What the schema cannot say about rollouts and the places that name them. */
export function rolloutProblems(view: View): Problem[] {
  const own = Object.entries(view.draft.rollouts ?? {});
  return [
    ...gather(own, ([name]) => nameProblems(['rollouts', name], name, view.source)),
    ...gather(own, ([name, rollout]) => [
      ...shapeProblems(['rollouts', name], rollout, view.source),
      ...smokeProblems(['rollouts', name], rollout, view),
    ]),
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
  if ('linear' in rollout) return watchProblems([...path, 'every'], rollout.every, source);
  return [
    ...watchProblems([...path, 'bake'], rollout.bake, source),
    ...approvalProblems(path, rollout, source),
  ];
}

function stepProblems(path: Path, { steps = [] as never }: Partial<Steps>, source: Source): Problem[] {
  const problems: Problem[] = [];
  let before: Percent | null = null;
  for (const [index, step] of steps.entries()) {
    const here = [...path, index];
    const weight = Percent.parse(step.weight);
    if (weight !== null && before !== null && weight <= before) {
      const last = Percent.format(before);
      const what = `\`${step.weight}\` does not rise; the step before has \`${last}\``;
      const hint = 'let every step have more than the one before';
      problems.push(problemAt([...here, 'weight'], { what, hint }, source));
    }
    before = weight ?? before;
    problems.push(
      ...watchProblems([...here, 'bake'], step.bake, source),
      ...approvalProblems(here, step, source),
      ...askedProblems(here, step, source),
    );
  }
  return problems;
}

function approvalProblems(path: Path, { approval }: Pick<Step, 'approval'>, source: Source): Problem[] {
  const expires = typeof approval === 'object' ? approval.expires : undefined;
  if (expires === undefined || Duration.parse(expires) !== 0) return [];
  const what = `\`${expires}\` leaves nobody the time to approve`;
  return [problemAt([...path, 'approval', 'expires'], { what, hint: 'write a longer time' }, source)];
}

function askedProblems(path: Path, { hooks = [] }: Pick<Step, 'hooks'>, source: Source): Problem[] {
  return hooks.flatMap((hook, index) =>
    hookFlaws(hook).map((flaw) => problemAt([...path, 'hooks', index, ...flaw.path], flaw, source)),
  );
}

/** A step asks for all functions that move along it; those that have no events are passed over. */
function smokeProblems(path: Path, rollout: Rollout, { source, subjects }: View): Problem[] {
  if (typeof rollout === 'string' || !('steps' in rollout)) return [];
  if (subjects.some((subject) => subject.has(['testEvents']))) return [];
  const what = 'no function has `testEvents` to be tried with';
  const hint = 'add `testEvents: events/*.json` to a function';
  return (rollout.steps ?? []).flatMap(({ hooks = [] }, step) =>
    hooks.flatMap((hook, index) =>
      'smoke' in hook
        ? [problemAt([...path, 'steps', step, 'hooks', index, 'smoke'], { what, hint }, source)]
        : [],
    ),
  );
}

const problemAt = (path: Path, { what, hint }: { what: string; hint: string }, source: Source): Problem => ({
  at: source.at(path),
  what: `${said(source, path)}: ${what}`,
  hint,
});

function watchProblems(path: Path, text: string | undefined, source: Source): Problem[] {
  if (text === undefined || Duration.parse(text) !== 0) return [];
  const what = `\`${text}\` leaves no time to watch`;
  return [problemAt(path, { what, hint: 'write a longer time, or `AllAtOnce` for the rollout' }, source)];
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
