/** An image from a Dockerfile, by whatever builder of images is on this machine. */
import { join } from 'node:path';
import type { DockerfileSource } from '../../config/code';
import type { Staging } from '../../core/building';
import type { BuiltImage } from '../../core/code';
import { ShipitError } from '../../core/errors';
import type { Cache } from '../../core/packing';
import type { Clock, Files, Processes, Ran, Report } from '../../core/ports';
import type { Digest } from '../../core/values';
import type { Artifact } from '../artifact';
import { badArtifact, type Subject } from '../refuse';
import { type Builder, builders, idFile, variables, type Wish } from './builders';
import { takeImage } from './built';
import { dockerfileFlaws } from './dockerfile-flaws';
import { archiveLayout, folderLayout } from './layout';
import type { Architecture } from './manifest';

export interface DockerfilePorts {
  readonly files: Files;
  readonly cache: Cache;
  readonly staging: Staging;
  readonly processes: Processes;
  readonly clock: Clock;
  readonly report: Report;
}

export interface DockerfileWish {
  readonly source: DockerfileSource;
  /** Of the function. */
  readonly key: string;
}

const probeMs = 30_000;
const buildMs = 60 * 60_000;
const handMs = 15 * 60_000;
const shownLines = 5;
const noBuilder =
  'install one, or write `image: { base: …, add: … }`, which puts files on a base without any builder';

/** Built each time: what a Dockerfile fetches, nobody knows. What comes out is known by its digest. */
export async function buildDockerfile(
  ports: DockerfilePorts,
  subject: Subject,
  { source, key }: DockerfileWish,
): Promise<Artifact> {
  const flaws = await dockerfileFlaws(ports.files, subject.root, source);
  if (flaws.length > 0) throw badArtifact(subject, flaws);
  const architecture: Architecture = subject.config.architecture === 'arm64' ? 'arm64' : 'amd64';
  const builder = await chooseBuilder(ports.processes, subject, source.builder);
  const cache = join(subject.root, '.shipit', 'cache');
  const folder = await ports.staging.open(join(cache, 'images'));
  try {
    const wish = { source, architecture, folder, isConfined: false };
    await run({ ports, subject, key, builder }, wish);
    const layout =
      builder.result === 'image'
        ? folderLayout(ports.files, join(folder, 'image'))
        : await archiveLayout(ports.files, join(folder, 'image.tar'));
    const keeping = { cache: ports.cache, folder: cache };
    const image = layout === null ? 'it is no archive' : await takeImage(keeping, layout, architecture);
    if (typeof image !== 'string') return artifactOf(image);
    const what = `what ${builder.name} made of ${subject.code} cannot be deployed: ${image}`;
    throw badArtifact(subject, [{ what, hint: 'try another `builder`' }]);
  } finally {
    await ports.staging.remove(folder);
  }
}

function artifactOf(image: BuiltImage): Artifact {
  const digest = image.manifest.digest.slice('sha256:'.length) as Digest;
  const bytes = image.blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  return { code: { image }, digest, files: 0, bytes, unzippedBytes: 0, reused: false };
}

async function chooseBuilder(
  processes: Processes,
  subject: Subject,
  named: DockerfileSource['builder'],
): Promise<Builder> {
  const candidates = builders.filter(({ name }) => named === null || name === named);
  for (const builder of candidates) if (await isThere(processes, subject, builder)) return builder;
  const what =
    named === null
      ? 'there is no builder of images on this machine (looked for docker with its engine, podman, buildah and finch)'
      : `the builder ${named} is not on this machine, or does not run`;
  throw badArtifact(subject, [{ what, hint: noBuilder }]);
}

async function isThere(processes: Processes, { root }: Subject, { probes }: Builder): Promise<boolean> {
  for (const argv of probes) {
    const options = { cwd: root, timeoutMs: probeMs, input: null, credentials: false, variables };
    const ran = await processes.run(argv, options).catch(unlessSlow);
    if (ran?.code !== 0) return false;
  }
  return true;
}

/** An engine that does not answer is not there. */
function unlessSlow(error: unknown): null {
  if (ShipitError.is(error, 'timedOut', 'unavailable')) return null;
  throw error;
}

interface Work {
  readonly ports: DockerfilePorts;
  readonly subject: Subject;
  readonly key: string;
  readonly builder: Builder;
}

async function run(work: Work, wish: Wish): Promise<void> {
  const { builder, ports } = work;
  const argv = builder.build(wish);
  const built = await call(work, argv, buildMs);
  if (built.code !== 0 && isConfined(work, built) && !wish.isConfined) {
    const what = `${work.key}: ${builder.name} may not mount here: it builds without, which is slower`;
    const hint = 'Nothing is wrong with the image.';
    ports.report.tell({ v: 1, type: 'warning', at: ports.clock.nowMs(), message: what, hint });
    return run(work, { ...wish, isConfined: true });
  }
  if (built.code !== 0) throw failed(work, argv, built);
  if (builder.hand(wish, '') === null) return;
  const id = Buffer.from(await ports.files.read(idFile(wish.folder)))
    .toString('utf8')
    .trim();
  const hands = /^(sha256:)?[0-9a-f]{12,64}$/.test(id) ? builder.hand(wish, id) : null;
  if (hands === null) throw failed(work, argv, { ...built, stderr: 'it does not say which image it made' });
  const handed = await call(work, hands, handMs);
  if (handed.code !== 0) throw failed(work, hands, handed);
}

/** Only those without an engine work with the rights of whoever calls them. */
const isConfined = ({ builder }: Work, { stderr }: Ran): boolean =>
  ['podman', 'buildah'].includes(builder.name) &&
  /overlay|user ?namespace|newuidmap|subuid|unshare|mount|operation not permitted|cgroup|pivot_root/i.test(
    stderr,
  );

async function call({ ports, subject, key }: Work, argv: readonly string[], timeoutMs: number): Promise<Ran> {
  const { processes, report, clock } = ports;
  const hear = (line: string): void =>
    report.tell({ v: 1, type: 'build.said', at: clock.nowMs(), key, line });
  const ran = await processes.run(argv, {
    cwd: subject.root,
    timeoutMs,
    input: null,
    credentials: false,
    variables,
    hear,
  });
  if (ran !== null) return ran;
  throw badArtifact(subject, [{ what: `${argv[0]} went away`, hint: noBuilder }]);
}

/** The last lines say why, and not what the arguments were, which may hold what nobody should read. */
function failed(
  { subject, builder }: Work,
  argv: readonly string[],
  { code, stderr, stdout }: Ran,
): ShipitError {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() !== '');
  const said = lines.slice(-shownLines).join(' | ');
  const step = argv.includes('build') ? 'build' : 'hand over the image';
  const what = `${builder.name} could not ${step} (exit code ${code}): ${said}`;
  return badArtifact(subject, [{ what, hint: 'run the builder by hand to see all of it' }]);
}
