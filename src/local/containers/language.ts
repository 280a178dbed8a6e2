/** Which runtime of Lambda an image brings, for those that are made of AWS's own base images. */
import { readdir, stat } from 'node:fs/promises';
import { placeOf } from './inside';

/** As bases of AWS begin: it starts the runtime client, with the handler for its first argument. */
export const lambdaEntry = '/lambda-entrypoint.sh';

export type Language = 'nodejs' | 'python' | 'provided';

/** What is told by the runtime that is there, and else by the file that the handler names; null when nothing tells. */
export async function languageOf(root: string, taskRoot: string, handler: string): Promise<Language | null> {
  const has = (path: string): Promise<boolean> =>
    stat(placeOf(root, path)).then(
      () => true,
      () => false,
    );
  if ((await has('/var/lang/bin/node')) || (await has('/var/runtime/index.mjs'))) return 'nodejs';
  const programs = await readdir(placeOf(root, '/var/lang/bin')).catch(() => []);
  if (programs.some((name) => name.startsWith('python3'))) return 'python';
  if (await has('/var/runtime/bootstrap')) return 'provided';
  const module = `${taskRoot}/${handler.replace(/\.[^./]*$/, '')}`;
  for (const end of ['.js', '.mjs', '.cjs']) if (await has(module + end)) return 'nodejs';
  return (await has(`${module}.py`)) ? 'python' : null;
}
