import { buildProblems } from './build-rules';
import { codeProblems, unnamedProblems } from './code-rules';
import type { Path } from './places';
import { gather, type Problem } from './problem';
import type { Spot } from './rule';
import { nameAt, type Source } from './source';
import { defaultName, type View } from './view';

/** What AWS takes (docs.aws.amazon.com/lambda/latest/api/API_PublishLayerVersion.html). */
const maxName = 140;

/** What the schema cannot say about the layers of a project. */
export function layerProblems(view: View): Problem[] {
  const taken = new Map<string, string>();
  return gather(Object.keys(view.draft.layers ?? {}), (key) => [
    ...contentProblems(view, key),
    ...buildProblems(spotOf(view.source, ['layers', key]), view.draft.layers?.[key]?.build),
    ...nameProblems(view, key, taken),
  ]);
}

function contentProblems({ draft, source }: View, key: string): Problem[] {
  const path = ['layers', key, 'code'];
  const { code, runtimes = [] } = draft.layers?.[key] ?? {};
  if (code === undefined) {
    if (source.has(path)) return [];
    const what = `${nameAt(source.value, path.slice(0, 2))}: \`code\` is missing`;
    return [{ at: source.keyAt(path.slice(0, 2)), what, hint: 'name a folder or a .zip file' }];
  }
  const spot = spotOf(source, path.slice(0, 2));
  return [...unnamedProblems(spot, code), ...codeProblems(spot, { code, key, runtimes })];
}

/** The settings of a layer, as the rules look for them. */
const spotOf = (source: Source, home: Path): Spot => ({
  has: (path) => source.has([...home, ...path]),
  at: (path) => source.at([...home, ...path]),
  keyAt: (path) => source.keyAt([...home, ...path]),
  named: (path) => nameAt(source.value, [...home, ...path]),
});

/** `taken` has the layer of each name so far. */
function nameProblems({ draft, source, stage }: View, key: string, taken: Map<string, string>): Problem[] {
  const path = ['layers', key];
  const own = draft.layers?.[key]?.name;
  // It is wrong or not known yet.
  if (own === undefined && source.has([...path, 'name'])) return [];
  const name = own ?? defaultName(draft.project, stage, key);
  const other = taken.get(name);
  taken.set(name, other ?? key);
  const refuse = (what: string, hint: string): Problem[] => [
    { at: source.keyAt(path), what: `${nameAt(source.value, path)}: ${what}`, hint },
  ];
  if (name.length > maxName)
    return refuse(
      `the layer name \`${name}\` has ${name.length} characters; AWS takes ${maxName}`,
      'give it a shorter `name`',
    );
  return other === undefined
    ? []
    : refuse(`\`${other}\` already is layer \`${name}\``, 'give one of them another `name`');
}
