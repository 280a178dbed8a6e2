import type { FunctionConfig } from '../core/function';
import type { Flaw } from './refuse';

/** Names of the files in which Lambda would look for a handler. */
type Candidates = (handler: string) => string[] | null;

/** What keeps Lambda from finding the handler among these files; null also for runtimes whose handlers are no files. */
export function handlerFlaw(config: Partial<FunctionConfig>, files: ReadonlySet<string>): Flaw | null {
  const { handler, runtime } = config;
  const candidatesOf = runtime === undefined ? null : rulesOf(runtime);
  if (handler === undefined || candidatesOf === null) return null;
  // An absolute path leads into a layer.
  if (handler.startsWith('/')) return null;
  const candidates = candidatesOf(handler.replace(/^\.\//, ''));
  if (candidates === null) {
    const what = `the handler \`${handler}\` names no function of a file`;
    return { what, hint: 'write it like `index.handler`' };
  }
  if (candidates.some((name) => files.has(name))) return null;
  const what = `the handler \`${handler}\` needs ${candidates.join(' or ')}, which is not there`;
  return { what, hint: nearby(files, candidates) };
}

function rulesOf(runtime: string): Candidates | null {
  if (runtime.startsWith('nodejs')) return nodeFiles;
  return runtime.startsWith('python') ? pythonFiles : null;
}

/** The module ends at the first dot of the last part (AWS Lambda Node.js runtime interface client). */
const nodeFiles: Candidates = (handler) => {
  const module = /^((?:[^/]+\/)*[^./]+)\.[^/]+$/.exec(handler)?.[1];
  return module === undefined ? null : ['.js', '.mjs', '.cjs'].map((extension) => module + extension);
};

/** The module ends at the last dot; the others separate folders (AWS Lambda Python runtime interface client). */
const pythonFiles: Candidates = (handler) => {
  const module = /^(.+)\.[^./]+$/.exec(handler)?.[1]?.replaceAll('.', '/');
  return module === undefined ? null : [`${module}.py`, `${module}/__init__.py`];
};

/** A build that put the file one folder deeper is the usual reason. */
function nearby(files: ReadonlySet<string>, candidates: readonly string[]): string {
  const elsewhere = [...files].find((file) => candidates.some((name) => file.endsWith(`/${name}`)));
  if (elsewhere !== undefined) return `there is ${elsewhere}: correct \`code\` or \`handler\``;
  return 'build the code first, or correct `handler`';
}
