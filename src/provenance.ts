/** Keeps beside the project what was built: of which files, commit and tools. `shipit verify` reads it again. */
import { join } from 'node:path';
import {
  type BuildManifest,
  type Built,
  checkManifest,
  describe,
  type Making,
  nameOf,
} from './artifact/manifest';
import { entryFor, openSet, type SetPart } from './artifact/set';
import type { Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Files } from './core/ports';
import type { Plan } from './plan/plan';

/** `.shipit/build/api`, or `.shipit/build/layer-deps`. */
export const keptAt = (root: string, of: Pick<BuildManifest, 'kind' | 'key'>): string =>
  join(root, '.shipit', 'build', nameOf(of));

/** Of each artifact, as it was just built. */
export function keepManifests(
  files: Files,
  built: readonly Built[],
  making: Making,
): Promise<readonly SetPart[]> {
  return Promise.all(
    built.map(async (one) => {
      const path = join(keptAt(making.root, { kind: one.kind, key: one.spec.key }), 'manifest.json');
      const manifest = await describe(one, making, await known(files, path));
      await files.write(path, textOf(manifest));
      return { built: one, manifest };
    }),
  );
}

/** Of all that a plan brings; what came out of a set is as the set says. */
export async function keepPlanned(
  files: Files,
  { functions, layers }: Plan,
  { project, making, set }: { project: Project; making: Omit<Making, 'root'>; set: string | null },
): Promise<void> {
  const { root, name } = project;
  const built: Built[] = [
    ...functions.flatMap(({ spec, artifact }) =>
      artifact === null ? [] : [{ kind: 'function' as const, spec, artifact }],
    ),
    ...layers.map(({ spec, artifact }) => ({ kind: 'layer' as const, spec, artifact })),
  ];
  if (set === null) return void (await keepManifests(files, built, { ...making, root }));
  const opened = await openSet(files, set, name);
  for (const { kind, spec } of built) {
    const { file: _, imageUri: __, ...manifest } = entryFor(opened, kind, spec);
    await files.write(join(keptAt(root, manifest), 'manifest.json'), textOf(manifest));
  }
}

/** Null when nothing was kept; `badArtifact` for what is no manifest. */
export async function readKept(
  files: Files,
  root: string,
  of: Pick<BuildManifest, 'kind' | 'key'>,
): Promise<BuildManifest | null> {
  const path = join(keptAt(root, of), 'manifest.json');
  if ((await files.stat(path)) === null) return null;
  return checkManifest(parsed(await files.read(path)), path);
}

/** What cannot be read is written anew. */
async function known(files: Files, path: string): Promise<BuildManifest | null> {
  if ((await files.stat(path))?.kind !== 'file') return null;
  try {
    return checkManifest(parsed(await files.read(path)), path);
  } catch (error) {
    if (!ShipitError.is(error, 'badArtifact')) throw error;
    return null;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const textOf = (manifest: BuildManifest): string => `${JSON.stringify(manifest, null, 2)}\n`;
