/** What a person reads of artifacts. */
import type { ArtifactShapes, BundlePart, Proof } from '../core/built';
import type { EventOf } from '../core/events';
import { show } from './show';

type Told = Exclude<keyof ArtifactShapes, 'artifact.sending'> | 'artifact.built';

const proofs: { readonly [P in Proof]: string } = {
  same: 'is what was built',
  different: 'IS NOT what was built',
  unknown: 'cannot be compared',
};

export const artifactLines: { readonly [T in Told]: (event: EventOf<T>) => readonly string[] } = {
  'artifact.built': ({ key, bytes, files, reused }) => [
    `${key}: ${reused ? 'code as built before' : 'built'}, ${show.count(files, 'file')}, ${show.bytes(bytes)}`,
  ],
  'bundle.analyzed': ({ key, bytes, parts }) => [
    `${key}: ${show.bytes(bytes)} of code, from ${show.count(parts.length, 'part')}`,
    ...parts.map((part) => partLine(part, bytes)),
  ],
  // A bundle is there before anybody could wonder.
  'artifact.building': ({ key, what }) =>
    what === 'bundle' ? [] : [`${key}: ${what === 'image' ? 'its image' : 'its Python code'} is being built`],
  'build.said': ({ key, line }) => [`${key} | ${line}`],
  'build.ran': ({ key, command, tookMs }) => [`${key}: ${command} took ${show.time(tookMs)}`],
  'artifact.sent': ({ key, to, sentBytes }) => [
    `${key}: ${to} ${sentBytes === 0 ? 'has it already' : `got ${show.bytes(sentBytes)}`}`,
  ],
  'artifact.signed': ({ key, profile, to }) => [`${key}: signed by ${profile}: ${to}`],
  'image.scanned': ({ key, uri, status, findings }) => [
    `${key}: scan of ${uri}: ${status}, ${show.count(findings.length, 'finding')}`,
    ...findings.map(({ severity, name, about }) => `  ${severity} ${name} ${about}`.trimEnd()),
  ],
  'images.pruned': ({ key, repository, images }) => [
    `${key}: ${show.count(images.length, 'old image')} of ${repository} removed`,
  ],
  'bucket.kept': ({ bucket, what, named }) => [
    `bucket ${bucket}: ${what === 'made' ? 'made' : 'is there'}`,
    ...(named ? [] : ['write into the project file:', '  artifacts:', `    bucket: ${bucket}`]),
  ],
  'sbom.written': ({ key, file, components }) => [`${key}: ${file}, ${show.count(components, 'component')}`],
  'audit.read': ({ key, by, findings }) => [
    `${key}: ${by}: ${show.count(findings.length, 'finding')}`,
    ...findings.map(({ severity, name, about }) => `  ${severity} ${name} ${about}`.trimEnd()),
  ],
  'code.verified': ({ key, version, proof, because, files }) => [
    `${key}: version ${version}: ${proofs[proof]}: ${because}`,
    ...files.map((file) => `  ${file}`),
  ],
};

/** `   98.2 kB   41%  lodash, 12 files`. */
function partLine({ name, bytes, files }: BundlePart, allBytes: number): string {
  const share = `${Math.round((100 * bytes) / Math.max(1, allBytes))}%`;
  return `${show.bytes(bytes).padStart(12)} ${share.padStart(5)}  ${name ?? 'own code'}, ${show.count(files, 'file')}`;
}
