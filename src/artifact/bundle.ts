/** A function out of a module and all that it imports. */
import { relative } from 'node:path';
import type { BundleSource } from '../config/code';
import { escapes } from '../config/inside';
import type { Bundled, Bundler, Remark } from '../core/building';
import type { BundlePart } from '../core/built';
import type { Artifact } from './artifact';
import { badArtifact, codeOf, type Flaw, type Subject } from './refuse';
import { packStaged, type StagingPorts } from './staged';

export type BundlePorts = StagingPorts & { readonly bundler: Bundler };

/** The AWS SDK that runtimes of Node.js bring. */
const sdk = ['@aws-sdk/*', '@smithy/*'];
/** Where nothing says what it runs on. */
const oldestTarget = 'node20';

export async function buildBundle(
  ports: BundlePorts,
  subject: Subject,
  source: BundleSource,
): Promise<Artifact> {
  await refuseEntry(ports, subject);
  const { root, config } = subject;
  const { entry, format, minify, sourceMap, external, awsSdk } = source;
  const bundled = await ports.bundler.bundle({
    ...{ root, entry, format, minify, sourceMap, external },
    target: targetOf(config.runtime),
    provided: awsSdk === 'runtime' ? sdk : [],
    architecture: config.architecture ?? 'x86_64',
  });
  if (bundled === null) throw badArtifact(subject, [noBundler]);
  if (bundled.problems.length > 0) throw badArtifact(subject, bundled.problems.map(flawOf));
  const carried = bundled.files.map(({ path }) => path).filter((path) => path.startsWith('node_modules/'));
  const allowed = { ...subject, allow: [...subject.allow, ...carried] };
  const artifact = await packStaged(ports, allowed, bundled.files);
  return { ...artifact, remarks: bundled.warnings.map(flawOf), parts: partsOf(bundled) };
}

const noBundler: Flaw = {
  what: 'esbuild makes bundles, and it is not installed',
  hint: '`npm install --save-dev esbuild`, or build with `build` and name the folder with `path`',
};

async function refuseEntry({ files }: BundlePorts, subject: Subject): Promise<void> {
  const code = codeOf(subject);
  const outside = escapes(relative(subject.root, subject.code));
  if (outside !== null)
    throw badArtifact(subject, [{ what: `${code} ${outside}`, hint: 'name a path below the project file' }]);
  const stat = await files.stat(subject.code);
  if (stat?.kind === 'file') return;
  const what = stat === null ? `${code} is not there` : `${code} is no file`;
  throw badArtifact(subject, [{ what, hint: 'name the module with the handler' }]);
}

function targetOf(runtime: string | undefined): string {
  const major = /^nodejs(\d+)\./.exec(runtime ?? '')?.[1];
  return major === undefined ? oldestTarget : `node${major}`;
}

const flawOf = ({ at, what, hint }: Remark): Flaw => ({
  what: at === null ? what : `${at}: ${what}`,
  hint: hint ?? 'correct it there',
});

/** By package, the largest first. */
function partsOf({ inputs }: Bundled): BundlePart[] {
  const parts = new Map<string | null, BundlePart>();
  for (const { path, bytes } of inputs) {
    const name = packageOf(path);
    const before = parts.get(name) ?? { name, bytes: 0, files: 0 };
    if (bytes > 0) parts.set(name, { name, bytes: before.bytes + bytes, files: before.files + 1 });
  }
  const nameOf = ({ name }: BundlePart): string => name ?? '';
  return [...parts.values()].sort((a, b) => b.bytes - a.bytes || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** The innermost one; null for the project's own code. */
const packageOf = (path: string): string | null =>
  /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? null;
