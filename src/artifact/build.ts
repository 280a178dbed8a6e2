import { relative } from 'node:path';
import type { CodeSource, Packed } from '../config/code';
import { escapes, linkOnTheWay } from '../config/inside';
import type { FunctionSpec, LayerSpec } from '../config/project';
import type { FunctionConfig } from '../core/function';
import type { FileStat, Files } from '../core/ports';
import type { Artifact } from './artifact';
import { buildBundle } from './bundle';
import { runBuild } from './command';
import { buildImage } from './image';
import type { MakePorts } from './make-ports';
import { packFolder } from './pack';
import { buildPython, layerFolder, type PythonWish } from './python';
import { takeReady } from './ready';
import { badArtifact, codeOf, type Flaw, type Subject } from './refuse';

/**
 * The code of one function: its folder, zipped, its ready .zip, byte for byte, the image that it names, or what is made of
 * a module or of Python's requirements. What `build` says runs before. `badArtifact` names the file and the way out.
 * Nothing outside of the root is packed but packages that are installed there, and no link is followed.
 */
export async function buildArtifact(ports: MakePorts, spec: FunctionSpec, root: string): Promise<Artifact> {
  const where = spec.where.code ?? spec.where.key ?? null;
  const title = `functions.${spec.key}`;
  await runBuild(ports, { title, root, where: spec.where.build ?? where, key: spec.key }, spec.build);
  if (spec.image !== null) return buildImage(ports, spec, root);
  const { config, code, key } = spec;
  return build(ports, { title, root, where, config, key, below: '' }, code);
}

/** The content of one layer, which lies below /opt of its functions. */
export async function buildLayer(ports: MakePorts, spec: LayerSpec, root: string): Promise<Artifact> {
  const { code, where } = spec;
  const key = `layer ${spec.key}`;
  const title = `layers.${spec.key}`;
  await runBuild(ports, { title, root, where, key }, spec.build);
  return build(ports, { title, root, where, config: machineOf(spec), key, below: layerFolder }, code);
}

/** For which machine packages of a layer have to be. */
function machineOf({ code, runtimes, architectures }: LayerSpec): Partial<FunctionConfig> {
  const [runtime, ...others] = runtimes;
  const [architecture = 'x86_64', ...more] = architectures;
  const isOne = runtime !== undefined && others.length + more.length === 0;
  return code.kind !== 'files' && isOne ? ({ runtime, architecture } as Partial<FunctionConfig>) : {};
}

const all: Packed = { include: null, exclude: [], allow: [] };

type Making = Omit<Subject, 'code' | 'allow'> & Pick<PythonWish, 'key' | 'below'>;

async function build(
  ports: MakePorts,
  { key, below, ...of }: Making,
  source: CodeSource | null,
): Promise<Artifact> {
  if (source?.kind === 'bundle') return buildBundle(ports, { ...of, code: source.entry, allow: [] }, source);
  const packed = source ?? all;
  const subject: Subject = { ...of, code: source?.path ?? of.root, allow: packed.allow };
  const stat = await codeStat(ports.files, subject);
  if (source?.kind === 'python') return buildPython(ports, subject, { source, key, below });
  if (stat.kind === 'folder') return packFolder(ports, subject, packed);
  const flaw = patternFlaw(packed);
  if (flaw !== null) throw badArtifact(subject, [flaw]);
  return takeReady(ports.files, subject);
}

function patternFlaw({ include, exclude }: Packed): Flaw | null {
  if (include === null && exclude.length === 0) return null;
  const what = 'a ready zip is deployed byte for byte; `include` and `exclude` are for folders';
  return { what, hint: 'name the folder, or delete them' };
}

async function codeStat(files: Files, subject: Subject): Promise<FileStat> {
  const code = codeOf(subject);
  const outside = escapes(relative(subject.root, subject.code));
  if (outside !== null) {
    throw badArtifact(subject, [{ what: `${code} ${outside}`, hint: 'name a path below the project file' }]);
  }
  const link = await linkOnTheWay(files, subject.root, code);
  if (link !== null) {
    throw badArtifact(subject, [{ what: `${link} is a symbolic link`, hint: 'name the folder it leads to' }]);
  }
  const stat = await files.stat(subject.code);
  if (stat === null) {
    const hint = 'build the code first, or correct `code`';
    throw badArtifact(subject, [{ what: `${code} is not there`, hint }]);
  }
  if (stat.kind === 'folder' || (stat.kind === 'file' && code.endsWith('.zip'))) return stat;
  throw badArtifact(subject, [
    { what: `${code} is neither a folder nor a .zip file`, hint: 'correct `code`' },
  ]);
}
