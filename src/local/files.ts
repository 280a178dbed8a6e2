/** Files of JSON in a world's folder, readable by their owner only. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What others need to connect: process id, port and token. */
export const serverFile = 'server.json';

/** Written beside and renamed, so that a reader sees the old or the new. */
export async function writeJson(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(`${path}.part`, text, { mode: 0o600 });
  await rename(`${path}.part`, path);
}

/** Null when there is no such file. */
export async function readJson(path: string): Promise<{ [member: string]: unknown } | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as { [member: string]: unknown };
  } catch (cause) {
    const message = `${path} is damaged; remove the folder to start with an empty local world`;
    throw Object.assign(new Error(message, { cause }), { code: 'EDAMAGED' });
  }
}
