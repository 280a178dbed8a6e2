import { join } from 'node:path';
import type { Packed } from '../config/code';
import { ShipitError } from '../core/errors';
import type { Packing } from '../core/packing';
import type { FileStat, Files } from '../core/ports';
import { handlerFlaw } from './handler';
import { unzippedFlaw } from './limits';
import { isAllowed, nameFlaw, twins } from './names';
import { isPrivateKey, searchedBytes } from './private-key';
import { badArtifact, codeOf, type Flaw, type Subject } from './refuse';
import { selectionOf } from './selection';

/** A tree with so many folders has files enough for other threads. */
const manyFolders = 64;

/** Every file below the folder that goes into its zip; `badArtifact` for what must not, or cannot, before a byte is read. */
export async function filesOf(
  { files, packing }: { readonly files: Files; readonly packing: Pick<Packing, 'expectMany'> },
  subject: Subject,
  packed: Packed,
): Promise<FileStat[]> {
  const selection = await selectionOf(files, subject, packed);
  let folders = 0;
  const skips = (folder: string): boolean => {
    folders += 1;
    if (folders === manyFolders) packing.expectMany();
    return selection.skips(folder);
  };
  const found = await told(subject, () => files.walk(subject.code, skips));
  const taken = found.filter(({ path }) => selection.takes(path));
  if (taken.length === 0) {
    const isEmpty = found.length === 0;
    const what = `${codeOf(subject)} has no files${isEmpty ? '' : ' that are not left out'}`;
    const hint = isEmpty ? 'build the code first' : 'correct `include`, `exclude` or .lambdaignore';
    throw badArtifact(subject, [{ what, hint }]);
  }
  refuseWrong(subject, taken);
  return taken;
}

function refuseWrong(subject: Subject, found: readonly FileStat[]): void {
  const code = codeOf(subject);
  const paths = found.map(({ path }) => path);
  const flaws = [
    ...found.map((stat) => kindFlaw(stat) ?? nameFlaw(stat.path, subject.allow)),
    twins(paths),
    subject.isImage ? null : unzippedFlaw(found),
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

/** Looks into those that begin like one. */
export async function refuseKeys(files: Files, subject: Subject, suspects: readonly string[]): Promise<void> {
  const flaws: Flaw[] = [];
  for (const path of suspects.filter((one) => !isAllowed(one, subject.allow))) {
    const start = await told(subject, () => files.part(join(subject.code, path), 0, searchedBytes));
    if (isPrivateKey(path, start)) flaws.push(keyFlaw(path));
  }
  if (flaws.length > 0) throw badArtifact(subject, flaws);
}

export const keyFlaw = (path: string): Flaw => ({
  what: `${path} is a private key`,
  hint: 'leave it out, or name it in `allow`',
});

/** What the disk says is told with the function's name. */
export async function told<T>(subject: Subject, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!ShipitError.is(cause, 'badArtifact') || cause.problems.length > 0) throw cause;
    const isChanging = cause.message.endsWith('changed while it was read');
    const hint = isChanging ? 'wait until the build has ended' : cause.hint;
    throw badArtifact(subject, [{ what: cause.message, hint }], cause);
  }
}
