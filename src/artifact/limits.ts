import type { Flaw } from './refuse';

/** Direct upload of a zip (AWS Lambda quotas). */
const maxZipBytes = 50 * 1024 * 1024;
/** Everything unzipped (AWS Lambda quotas). */
export const maxUnzippedBytes = 250 * 1024 * 1024;

export interface Sized {
  readonly path: string;
  readonly size: number;
}

export const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is too large unzipped, naming the largest folders; null when all fits. */
export function unzippedFlaw(files: readonly Sized[]): Flaw | null {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  if (total <= maxUnzippedBytes) return null;
  const what = `${megabytes(total)} unzipped; Lambda takes 250 MB; the largest: ${largest(files)}`;
  return { what, hint: 'leave out what the function does not load' };
}

export function zipFlaw(bytes: number): Flaw | null {
  if (bytes <= maxZipBytes) return null;
  return {
    what: `the zip has ${megabytes(bytes)}; Lambda takes 50 MB`,
    hint: 'leave out what the function does not load',
  };
}

/** The three largest by their first two folders: `node_modules/aws-sdk 93.1 MB`. */
function largest(files: readonly Sized[]): string {
  const folders = new Map<string, number>();
  for (const { path, size } of files) {
    const parts = path.split('/');
    const folder = parts.slice(0, Math.min(2, Math.max(1, parts.length - 1))).join('/');
    folders.set(folder, (folders.get(folder) ?? 0) + size);
  }
  const sorted = [...folders].sort((a, b) => b[1] - a[1]).slice(0, 3);
  return sorted.map(([folder, size]) => `${folder} ${megabytes(size)}`).join(', ');
}
