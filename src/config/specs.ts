import { resolve } from 'node:path';
import type { Files } from '../core/ports';
import { declaredAt, defaultAlias, defaultName } from './function-rules';
import { configOf, overlay } from './overlay';
import { locate, type Problem } from './problem';
import type { FunctionSpec } from './project';
import type { Path, Source } from './read';
import type { LambdaFunction, ProjectFile } from './schema.gen';
import { TestEventFinder } from './test-events';

/** A checked file, and the folder and the name by which it is known. */
export interface Checked {
  readonly file: ProjectFile;
  readonly source: Source;
  readonly shown: string;
  readonly root: string;
}

/** The functions of a checked file, sorted by key, and what is wrong with the test events on disk. */
export async function specsOf(
  files: Files,
  checked: Checked,
): Promise<{ specs: FunctionSpec[]; problems: Problem[] }> {
  const finder = new TestEventFinder(files, checked.root);
  const specs: FunctionSpec[] = [];
  const problems: Problem[] = [];
  for (const [key, own] of Object.entries(checked.file.functions).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const layered = overlay(checked.file.defaults ?? {}, own);
    const events = layered.testEvents === undefined ? null : await finder.find(layered.testEvents);
    if (events?.problem) {
      const path = declaredAt(checked.source, key, 'testEvents');
      const what = `${path.join('.')}: ${events.problem}`;
      problems.push({ at: checked.source.at(path), what, hint: 'name JSON files below the project file' });
    }
    specs.push({ ...specOf(checked, key, layered), testEvents: events?.paths ?? [] });
  }
  return { specs, problems };
}

function specOf(checked: Checked, key: string, layered: LambdaFunction): FunctionSpec {
  const { file, root } = checked;
  return {
    key,
    name: layered.name ?? defaultName(file.project, key),
    alias: layered.alias ?? defaultAlias,
    code: resolve(root, layered.code ?? ''),
    config: configOf(layered),
    alarms: layered.alarms ?? [],
    testEvents: [],
    rollout: layered.rollout ?? file.rollout ?? null,
    where: whereOf(checked, key, layered),
  };
}

/** `key` for the function itself, then each setting it has, and `alarms.0` for the first alarm. */
function whereOf(
  { source, shown }: Checked,
  key: string,
  layered: LambdaFunction,
): { [path: string]: string } {
  const where: { [path: string]: string } = { key: locate(shown, source.keyAt(['functions', key])) };
  const note = (name: string, path: Path): void => {
    where[name] = locate(shown, source.at(path));
  };
  for (const setting of Object.keys(layered)) note(setting, declaredAt(source, key, setting));
  if (layered.rollout === undefined && source.has(['rollout'])) note('rollout', ['rollout']);
  for (const index of (layered.alarms ?? []).keys()) {
    note(`alarms.${index}`, [...declaredAt(source, key, 'alarms'), index]);
  }
  return where;
}
