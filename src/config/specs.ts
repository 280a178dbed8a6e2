import type { Files } from '../core/ports';
import { hooksOf, type Names } from './asked';
import { defaultAlias } from './function-rules';
import { isBuiltImage, isImage } from './kind';
import { buildOf, codeOf, imageOf } from './made-of';
import { locate, type Problem } from './problem';
import type { FunctionSpec, LayerSpec } from './project';
import { defaultRepository, ecrOf } from './repository';
import { configOf, roleOf, settingsOf } from './settings';
import type { Subject } from './subject';
import { TestEventFinder } from './test-events';
import type { View } from './view';
import { watchedOf } from './watched';

type Where = { [path: string]: string };

const defaultKeep = 5;

/** The functions of a view, sorted by key, and what is wrong with the test events on disk. */
export async function specsOf(
  files: Files,
  root: string,
  view: View,
): Promise<{ specs: FunctionSpec[]; problems: Problem[] }> {
  const { subjects, draft, source } = view;
  const names = namesOf(view);
  const finder = new TestEventFinder(files, root);
  const specs: FunctionSpec[] = [];
  const problems: Problem[] = [];
  for (const subject of [...subjects].sort(byKey)) {
    const { testEvents, rollout } = subject.layered;
    const events = testEvents === undefined ? null : await finder.find(testEvents);
    if (events?.problem) {
      const what = `${subject.named(['testEvents'])}: ${events.problem}`;
      const hint = 'name JSON files below the project file';
      problems.push({ at: subject.at(['testEvents']), what, hint });
    }
    const { where: whereWatched, ...watched } = watchedOf(subject, view);
    const spec = specOf(subject, { root, project: draft.project ?? '', names });
    const where = { ...spec.where, ...whereWatched };
    if (rollout === undefined && source.has(['rollout'])) where.rollout = locate(source.at(['rollout']));
    specs.push({
      ...spec,
      ...watched,
      testEvents: events?.paths ?? [],
      rollout: rollout ?? draft.rollout ?? null,
      where,
    });
  }
  return { specs, problems };
}

/** Lambda names by key, for whatever names a function by its key. */
export const namesOf = ({ subjects }: Pick<View, 'subjects'>): Names =>
  new Map(subjects.map(({ key, name }) => [key, name]));

type Watched = 'alarms' | 'ownAlarms';

function specOf(
  subject: Subject,
  { root, project, names }: { root: string; project: string; names: Names },
): Omit<FunctionSpec, Watched> & { where: Where } {
  const { key, name, layered } = subject;
  return {
    key,
    name,
    alias: layered.alias ?? defaultAlias,
    manage: layered.manage ?? 'all',
    ...madeOf(subject, root, project),
    config: configOf(layered),
    settings: settingsOf(layered),
    role: roleOf(layered, name),
    hooks: hooksOf(layered.hooks, names),
    provisionedConcurrency:
      layered.provisionedConcurrency === null ? 0 : (layered.provisionedConcurrency ?? null),
    keepVersions: layered.keepVersions === undefined ? defaultKeep : layered.keepVersions,
    testEvents: [],
    rollout: null,
    where: whereOf(subject),
  };
}

type MadeOf = Pick<FunctionSpec, 'code' | 'image' | 'ecr' | 'build'>;

/** What the defaults say for functions of another kind is passed over. */
function madeOf({ key, layered }: Subject, root: string, project: string): MadeOf {
  const { code = '', image, ecr = {}, build } = layered;
  if (image === undefined || !isImage(layered))
    return { code: codeOf(root, code), image: null, ecr: null, build: buildOf(build) };
  const isBuilt = isBuiltImage(layered);
  return {
    code: null,
    image: imageOf(root, image),
    ecr: isBuilt ? ecrOf(ecr, defaultRepository(project, key)) : null,
    build: isBuilt ? buildOf(build) : null,
  };
}

/** What a function is made of is said by parts. */
const inParts = ['code', 'image', 'ecr', 'build'] as const;

/** `key` for the function itself, then each setting it has, and `code.path` and the like. */
function whereOf({ layered, at, keyAt }: Subject): Where {
  const where: Where = { key: locate(keyAt([])) };
  for (const setting of Object.keys(layered)) where[setting] = locate(at([setting]));
  for (const setting of inParts) {
    const value = layered[setting];
    const parts = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    for (const part of parts) where[`${setting}.${part}`] = locate(at([setting, part]));
  }
  return where;
}

/** The layers of a view, sorted by key. */
export function layersOf({ draft, source }: View, root: string): LayerSpec[] {
  return Object.entries(draft.layers ?? {})
    .map(([key, layer]) => ({
      key,
      name: layer.name ?? key,
      code: codeOf(root, layer.code ?? ''),
      build: buildOf(layer.build),
      description: layer.description ?? '',
      runtimes: layer.runtimes ?? [],
      architectures: layer.architectures ?? [],
      license: layer.license ?? null,
      keep: layer.keep ?? null,
      where: locate(source.keyAt(['layers', key])),
    }))
    .sort(byKey);
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);
