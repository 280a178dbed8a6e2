import { join } from 'node:path';
import { ShipitError } from '../core/errors';
import type { FileStat, Files } from '../core/ports';
import { handlerFlaw } from './handler';
import { unzippedFlaw } from './limits';
import { nameFlaw, twins } from './names';
import { isPrivateKey } from './private-key';
import { badArtifact, codeOf, type Flaw, type Subject } from './refuse';
import type { ZipEntry } from './zip';

const readsAtOnce = 32;

/** Every file below the folder, read; `badArtifact` for what must not, or cannot, go into a zip. */
export async function readFolder(files: Files, subject: Subject): Promise<ZipEntry[]> {
  const found = await told(subject, () => files.walk(subject.code));
  refuseWrong(subject, found);
  const entries: ZipEntry[] = [];
  for (let start = 0; start < found.length; start += readsAtOnce) {
    const batch = found.slice(start, start + readsAtOnce);
    entries.push(...(await Promise.all(batch.map((stat) => readOne(files, subject, stat)))));
  }
  const keys = entries.filter(({ path, bytes }) => isPrivateKey(path, bytes));
  if (keys.length > 0)
    throw badArtifact(
      subject,
      keys.map(({ path }) => keyFlaw(path)),
    );
  return entries;
}

/** Everything that can be said before a byte is read. */
function refuseWrong(subject: Subject, found: readonly FileStat[]): void {
  const code = codeOf(subject);
  if (found.length === 0) {
    throw badArtifact(subject, [{ what: `${code} has no files`, hint: 'build the code first' }]);
  }
  const paths = found.map(({ path }) => path);
  const flaws = [
    ...found.map((stat) => kindFlaw(stat) ?? nameFlaw(stat.path)),
    twins(paths),
    unzippedFlaw(found),
    handlerFlaw(subject.config, new Set(paths)),
  ];
  const wrong = flaws
    .filter((flaw) => flaw !== null)
    .map((flaw) => ({ ...flaw, what: `${code}: ${flaw.what}` }));
  if (wrong.length > 0) throw badArtifact(subject, wrong);
}

function kindFlaw({ path, kind }: FileStat): Flaw | null {
  if (kind === 'link') return { what: `${path} is a symbolic link`, hint: 'put the file itself there' };
  return kind === 'file' ? null : { what: `${path} is neither file nor folder`, hint: 'delete it' };
}

export const keyFlaw = (path: string): Flaw => ({
  what: `${path} is a private key`,
  hint: 'delete it there, or build into a folder of its own',
});

async function readOne(files: Files, subject: Subject, stat: FileStat): Promise<ZipEntry> {
  const bytes = await told(subject, () => files.read(join(subject.code, stat.path)));
  if (bytes.length !== stat.size) {
    const hint = 'wait until the build has ended';
    throw badArtifact(subject, [{ what: `${stat.path} changed while it was read`, hint }]);
  }
  return { path: stat.path, bytes, executable: stat.executable };
}

/** What the disk says is told with the function's name. */
async function told<T>(subject: Subject, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!ShipitError.is(cause, 'badArtifact')) throw cause;
    throw badArtifact(subject, [{ what: cause.message, hint: cause.hint }], cause);
  }
}
