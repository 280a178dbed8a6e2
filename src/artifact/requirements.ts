/** What a file of requirements asks for, as one digest: what it says, and every local file that it names. */
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { Files } from '../core/ports';

/** Files of requirements that name each other have an end. */
const maxFiles = 200;

/** The same digest means that the same would be installed, as far as the index holds still. */
export async function requirementsDigest(files: Files, path: string): Promise<string> {
  const found = new Map<string, string>();
  const queue = [path];
  for (let next = queue.shift(); next !== undefined && found.size < maxFiles; next = queue.shift()) {
    const stat = found.has(next) ? null : await files.stat(next);
    if (stat?.kind === 'file') {
      found.set(next, (await files.digest(next)).digest);
      if (/\.(txt|in)$/.test(next)) queue.push(...(await namedIn(files, next, path)));
    } else if (stat?.kind === 'folder') queue.push(...(await wheelsIn(files, next)));
  }
  const root = dirname(path);
  const lines = [...found].map(
    ([file, digest]) => `${digest} ${file.startsWith(root) ? file.slice(root.length) : file}`,
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** What might be paths: other files of requirements, wheels, and folders of them. They are found from either file. */
async function namedIn(files: Files, path: string, first: string): Promise<string[]> {
  const text = Buffer.from(await files.read(path)).toString('utf8');
  const words = text.split(/\r?\n/).flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/[\s=@]+/));
  const paths = words
    .map((word) => word.replace(/^-[rcfe](?=.)/, '').replace(/^file:(\/\/)?/, ''))
    .filter((word) => /[/\\]|^\.|\.(txt|in|whl|zip|gz)$/.test(word) && !/^[a-z+]+:\/\//i.test(word));
  return paths.flatMap((one) =>
    [...new Set([dirname(path), dirname(first)])].map((folder) => resolve(folder, one)),
  );
}

async function wheelsIn(files: Files, folder: string): Promise<string[]> {
  const found = await files.walk(folder, () => true);
  return found.filter(({ path }) => /\.(whl|zip|gz)$/.test(path)).map(({ path }) => join(folder, path));
}
