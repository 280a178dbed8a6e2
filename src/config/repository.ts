import type { Ecr } from './code';
import type { Ecr as Written } from './schema.gen';

/** The repository of an image that is built; without a name of its own it is that of project and function. */
export function ecrOf(ecr: Written, fallback: string): Ecr {
  const { repository = fallback, create = false, failOn = null, keep = null } = ecr;
  return { repository, create, failOn, keep };
}

/** A repository is of a project and not of a stage: what is built once is released to each of them. */
export const defaultRepository = (project: string, key: string): string =>
  [project, key].map(pathOfRepository).join('/');

/** Small letters and digits, with single signs between them (CreateRepository). */
const pathOfRepository = (name: string): string =>
  name
    .toLowerCase()
    .replace(/([_-])[_-]+/g, '$1')
    .replace(/[_-]$/, '');
