import { isAbsolute, relative } from 'node:path';
import type { DockerfileSource } from '../../config/code';
import { escapes, linkOnTheWay } from '../../config/inside';
import type { Files } from '../../core/ports';
import type { Flaw } from '../refuse';

/** What keeps a Dockerfile from being built; empty when nothing does. Builders read some of these as several values. */
export async function dockerfileFlaws(files: Files, root: string, source: DockerfileSource): Promise<Flaw[]> {
  const { file, context } = source;
  const places = await Promise.all([
    placeFlaw(files, { root, path: file, name: 'dockerfile', kind: 'file' }),
    placeFlaw(files, { root, path: context, name: 'context', kind: 'folder' }),
  ]);
  return [...places.flatMap((flaw) => flaw ?? []), ...valueFlaws(source)];
}

interface Asked {
  readonly root: string;
  readonly path: string;
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

async function placeFlaw(files: Files, { root, path, name, kind }: Asked): Promise<Flaw | null> {
  const inside = relative(root, path);
  const shown = inside || '.';
  const outside = escapes(inside);
  if (outside !== null) return { what: `${shown} ${outside}`, hint: 'name a path below the project file' };
  const link = await linkOnTheWay(files, root, inside);
  if (link !== null) return { what: `${link} is a symbolic link`, hint: 'name what it leads to' };
  const stat = await files.stat(path);
  if (stat?.kind === kind) return null;
  const what = stat === null ? `${shown} is not there` : `${shown} is no ${kind}`;
  return { what, hint: `correct \`${name}\`` };
}

function valueFlaws({ args, secrets, target, cacheFrom, cacheTo }: DockerfileSource): Flaw[] {
  const names = Object.keys(args).filter((name) => !/^[A-Za-z_]\w*$/.test(name));
  const ids = Object.keys(secrets).filter((id) => !/^[A-Za-z0-9_][\w.-]*$/.test(id));
  const paths = Object.values(secrets).filter(
    (path) => !isAbsolute(path) || hasControls(path) || /[,"]/.test(path),
  );
  const values = [...Object.values(args), ...cacheFrom, ...cacheTo].filter((value) => value.includes('\0'));
  const stage = target !== null && !/^[A-Za-z0-9][\w.-]*$/.test(target) ? [target] : [];
  return [
    ...names.map((name) => flawOf(`${JSON.stringify(name)} is no name of a build argument`, 'args')),
    ...ids.map((id) => flawOf(`${JSON.stringify(id)} is no id of a secret`, 'secrets')),
    ...paths.map((path) => flawOf(`builders cannot be told of ${JSON.stringify(path)}`, 'secrets')),
    ...values.map(() => flawOf('a value has a byte 0', 'args')),
    ...stage.map((name) => flawOf(`${JSON.stringify(name)} is no name of a stage`, 'target')),
  ];
}

const hasControls = (text: string): boolean => /[\p{Cc}]/u.test(text);

const flawOf = (what: string, field: string): Flaw => ({ what, hint: `correct \`image.${field}\`` });
