/** The file that `local.seed` names: alarms that a project brings along for its local world. */

import { ShipitError } from '../core/errors';
import type { Files } from '../core/ports';
import { shownPath } from './find';
import { badConfig } from './problem';
import type { Project } from './project';
import { readSource } from './read';

/** PutMetricAlarm inputs with AWS's own names; the local AWS checks them as AWS would. `badConfig` for anything else. */
export async function readSeed(
  files: Files,
  project: Pick<Project, 'local'>,
  cwd: string,
): Promise<object[]> {
  const path = project.local.seed;
  if (path === null) return [];
  const shown = shownPath(path, cwd);
  if ((await files.stat(path))?.kind !== 'file')
    throw new ShipitError('badConfig', `${shown}, which \`local.seed\` names, is not there`);
  const source = readSource(shown, await files.read(path));
  const { alarms } = (source.value ?? {}) as { alarms?: unknown };
  if (alarms === undefined) return [];
  const isList =
    Array.isArray(alarms) && alarms.every((alarm) => typeof alarm === 'object' && alarm !== null);
  if (isList) return alarms as object[];
  throw badConfig([
    {
      at: source.at(['alarms']),
      what: '`alarms` is no list of alarms',
      hint: 'each as PutMetricAlarm takes it',
    },
  ]);
}
