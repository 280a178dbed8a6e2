import { relative } from 'node:path';
import { escapes, linkOnTheWay } from '../config/inside';
import type { FunctionSpec } from '../config/project';
import type { Files } from '../core/ports';
import type { Artifact } from './artifact';
import { type AppendPorts, appendImage } from './image/append';
import { moveBases } from './image/base';
import { buildDockerfile, type DockerfilePorts } from './image/dockerfile';
import { imageThere } from './image/there';
import { badArtifact, codeOf, type Subject } from './refuse';

export type ImagePorts = AppendPorts & DockerfilePorts;

/** The image of a function: one that is there, or files on a base. */
export async function buildImage(ports: ImagePorts, spec: FunctionSpec, root: string): Promise<Artifact> {
  const { image } = spec;
  const subject = subjectOf(spec, root);
  if (image?.kind === 'there') return imageThere(ports.registries, subject, image.uri);
  if (image?.kind === 'dockerfile') return buildDockerfile(ports, subject, { source: image, key: spec.key });
  if (image === null) throw new RangeError(`${spec.key} has no image`);
  await refuseOutside(ports.files, subject);
  return appendImage(ports, subject, image);
}

/** Pins the bases of these functions to what their names mean now; answers what moved, for people. */
export function updateBases(
  ports: Pick<ImagePorts, 'files' | 'registries'>,
  specs: readonly FunctionSpec[],
  root: string,
): Promise<string[]> {
  const bases = new Map<string, Subject>();
  for (const spec of specs)
    if (spec.image?.kind === 'append') bases.set(spec.image.base, subjectOf(spec, root));
  return moveBases(
    ports,
    [...bases].map(([name, subject]) => ({ name, subject })),
  );
}

function subjectOf(spec: FunctionSpec, root: string): Subject {
  const { image, where, config, key } = spec;
  const appends = image?.kind === 'append';
  return {
    title: `functions.${key}`,
    code: codeAt(image, root),
    root,
    where: where.image ?? where.key ?? null,
    allow: appends ? image.allow : [],
    // Nobody knows where an image has its handler.
    config: config.architecture === undefined ? {} : { architecture: config.architecture },
    isImage: true,
  };
}

function codeAt(image: FunctionSpec['image'], root: string): string {
  if (image?.kind === 'append') return image.add;
  return image?.kind === 'dockerfile' ? image.file : root;
}

async function refuseOutside(files: Files, subject: Subject): Promise<void> {
  const add = codeOf(subject);
  const outside = escapes(relative(subject.root, subject.code));
  if (outside !== null) {
    throw badArtifact(subject, [{ what: `${add} ${outside}`, hint: 'name a path below the project file' }]);
  }
  const link = await linkOnTheWay(files, subject.root, add);
  if (link !== null) {
    throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'name what it leads to' }]);
  }
  if ((await files.stat(subject.code)) !== null) return;
  throw badArtifact(subject, [
    { what: `${add} is not there`, hint: 'build the code first, or correct `add`' },
  ]);
}
