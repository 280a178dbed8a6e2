/** Proves that what runs is what was built: the live code, byte for byte or file by file, against a manifest. */
import { changedFiles, isSignature } from './artifact/compare';
import { contentsOf, type FileIn } from './artifact/contents';
import { type BuildManifest, describe, type Making } from './artifact/manifest';
import { entryFor, openSet } from './artifact/set';
import type { FunctionSpec, Project } from './config/project';
import type { Proof } from './core/built';
import { zipOfBytes } from './core/code';
import { ShipitError } from './core/errors';
import type { LiveFunction } from './core/function';
import { exitCodes } from './core/outcome';
import type { Ports } from './core/ports';
import { Digest } from './core/values';
import { buildAll } from './plan';
import { readKept } from './provenance';

export interface VerifyRequest {
  readonly project: Project;
  readonly functions: readonly FunctionSpec[];
  /** A version by number; null takes the one that each alias serves. */
  readonly version: string | null;
  readonly against: Against;
}

/** What is known of what was built: kept beside the project, in a set, or by building it anew. */
export type Against =
  | { readonly kind: 'kept' }
  | { readonly kind: 'set'; readonly folder: string }
  | { readonly kind: 'build'; readonly making: Making };

export interface Verified {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

/** Something else runs: nothing was refused and nothing failed, so a script can tell it from both. */
const differs = 10;

/** One answer a function; the worst decides how the command ends. */
export async function verify(ports: Ports, request: VerifyRequest): Promise<Verified> {
  const manifests = await manifestsOf(ports, request);
  const proofs: Found[] = [];
  // One by one: each may hold 250 MB.
  for (const spec of request.functions) {
    const found = await verifyOne(ports, spec, {
      version: request.version,
      manifest: manifests.get(spec.key),
    });
    proofs.push(found);
    ports.report.tell({ v: 1, type: 'code.verified', at: ports.clock.nowMs(), key: spec.key, ...found });
  }
  if (proofs.some(({ proof }) => proof === 'different')) return { exitCode: differs, problems: [] };
  const unknown = proofs.some(({ proof }) => proof === 'unknown');
  return { exitCode: unknown ? exitCodes.refused : 0, problems: [] };
}

async function manifestsOf(
  ports: Ports,
  { project, functions, against }: VerifyRequest,
): Promise<ReadonlyMap<string, BuildManifest | null>> {
  const of = async (find: (spec: FunctionSpec) => BuildManifest | null | Promise<BuildManifest | null>) =>
    new Map(await Promise.all(functions.map(async (spec) => [spec.key, await find(spec)] as const)));
  if (against.kind === 'kept')
    return of(({ key }) => readKept(ports.files, project.root, { kind: 'function', key }));
  if (against.kind === 'set') {
    const set = await openSet(ports.files, against.folder, project.name);
    return of((spec) => entryFor(set, 'function', spec));
  }
  const built = await buildAll(ports, project, functions);
  return of((spec) => {
    const artifact = built.get(spec.key);
    return artifact ? describe({ kind: 'function', spec, artifact }, against.making, null) : null;
  });
}

interface Found {
  readonly version: string;
  readonly proof: Proof;
  readonly digest: string;
  readonly because: string;
  readonly files: readonly string[];
}

interface Question {
  readonly version: string | null;
  readonly manifest: BuildManifest | null | undefined;
}

async function verifyOne(ports: Ports, spec: FunctionSpec, { version, manifest }: Question): Promise<Found> {
  const live = await liveOf(ports, spec, version);
  const { digest } = live;
  const told = { version: live.version, digest };
  if (!manifest) {
    const because = 'nothing says what was built; `shipit build` writes it, or see --artifacts and --build';
    return { ...told, proof: 'unknown', because, files: [] };
  }
  if (live.config.packageType === 'Image') return { ...told, ...ofImage(digest, manifest) };
  const code = await ports.versions.code(spec.name, live.version);
  if (code === null)
    throw new ShipitError('unavailable', `${spec.name}:${live.version} has no code to fetch`);
  return { ...told, ...(await ofZip(code, digest, manifest)) };
}

async function liveOf(
  { aliases, functions }: Ports,
  spec: FunctionSpec,
  asked: string | null,
): Promise<LiveFunction> {
  const { name, alias } = spec;
  const state = asked === null ? await aliases.read({ functionName: name, alias }) : null;
  const version = asked ?? state?.version;
  if (version === undefined) throw new ShipitError('notFound', `there is no alias ${name}:${alias}`);
  const live = await functions.look(name, version);
  if (live !== null) return live;
  throw new ShipitError('notFound', `${name} has no version ${version}`);
}

type Compared = Omit<Found, 'version' | 'digest'>;

function ofImage(digest: Digest, manifest: BuildManifest): Compared {
  const isSame = Digest.hex(digest) === Digest.hex(manifest.digest);
  const because = isSame ? 'it is the image of that digest' : `another image was built: ${manifest.digest}`;
  return { proof: isSame ? 'same' : 'different', because, files: [] };
}

/** What AWS says of the code is not taken for the code. */
async function ofZip(code: Uint8Array, reported: Digest, manifest: BuildManifest): Promise<Compared> {
  const found = Digest.of(code);
  if (found !== reported)
    return {
      proof: 'different',
      because: `what was fetched is not what Lambda reports: ${found}`,
      files: [],
    };
  if (found === manifest.digest) {
    const { length: count } = manifest.files;
    const because = `every byte, ${count} ${count === 1 ? 'file' : 'files'}, ${origin(manifest)}`;
    return { proof: 'same', because, files: [] };
  }
  const live = await contentsOf(zipOfBytes(code));
  const files = changedFiles(content(manifest.files), content(live));
  if (files.length > 0 || manifest.form !== 'zip')
    return { proof: 'different', because: `built was ${manifest.digest}, ${origin(manifest)}`, files };
  const isSigned = live.some(({ path }) => isSignature(path));
  const zip = isSigned ? 'a zip that AWS Signer has signed' : 'a zip that somebody else has packed';
  const because = `every file, in ${zip}, ${origin(manifest)}`;
  return { proof: 'same', because, files };
}

function origin({ commit, dirty }: BuildManifest): string {
  if (commit === null) return 'of no known commit';
  return `of commit ${commit.slice(0, 12)}${dirty === true ? ' with changes that were not committed' : ''}`;
}

const content = (files: readonly FileIn[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, sha256, executable }) => [path, `${sha256} ${executable}`]));
