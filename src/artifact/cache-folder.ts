/** Where a project keeps what can be made again: never behind a symbolic link, which could lead anywhere. */
import { join } from 'node:path';
import { linkOnTheWay } from '../config/inside';
import type { Files } from '../core/ports';
import { badArtifact, type Subject } from './refuse';

const folder = '.shipit/cache';

/** For zips and layers, with the keys by which they are found. */
export async function cacheFolder(files: Files, subject: Subject): Promise<string> {
  for (const name of ['zip', 'key']) await ourFolder(files, subject, name);
  return join(subject.root, folder);
}

/** One of those below it. */
export async function ourFolder(files: Files, subject: Subject, name: string): Promise<string> {
  const path = `${folder}/${name}`;
  const link = await linkOnTheWay(files, subject.root, path);
  if (link !== null) throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'delete it' }]);
  return join(subject.root, path);
}
