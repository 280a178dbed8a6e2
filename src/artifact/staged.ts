/** Packs files of several origins: they come together in a folder of ours, and go through what every folder goes through. */
import { join } from 'node:path';
import { linkOnTheWay } from '../config/inside';
import type { StagedFile, Staging } from '../core/building';
import type { Files } from '../core/ports';
import type { Artifact } from './artifact';
import { told } from './folder';
import { type PackPorts, packFolder } from './pack';
import { badArtifact, codeOf, type Subject } from './refuse';

export type StagingPorts = PackPorts & { readonly staging: Staging };

/** The subject's `code` is where they come from; it is only shown. */
export async function packStaged(
  { staging, ...ports }: StagingPorts,
  subject: Subject,
  files: readonly StagedFile[],
): Promise<Artifact> {
  const shown = codeOf(subject);
  const parent = await ourFolder(ports.files, subject, 'staging');
  const folder = await told(subject, () => staging.open(parent));
  try {
    await told(subject, () => staging.fill(folder, files));
    return await packFolder(
      ports,
      { ...subject, code: folder, shown },
      { include: null, exclude: [], allow: [] },
    );
  } finally {
    await staging.remove(folder);
  }
}

/** One of those below `.shipit/cache`. */
export async function ourFolder(files: Files, subject: Subject, name: string): Promise<string> {
  const path = `.shipit/cache/${name}`;
  const link = await linkOnTheWay(files, subject.root, path);
  if (link !== null) throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'delete it' }]);
  return join(subject.root, path);
}
