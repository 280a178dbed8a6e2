/** Packs files of several origins: they come together in a folder of ours, and go through what every folder goes through. */
import type { StagedFile, Staging } from '../core/building';
import type { Artifact } from './artifact';
import { ourFolder } from './cache-folder';
import { told } from './folder';
import { type PackPorts, packFolder } from './pack';
import { codeOf, type Subject } from './refuse';

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
