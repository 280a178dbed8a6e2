/** What is wrong with a server that is sent nonsense: answers, stalls, memory, files. */
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { everyOperation, type FuzzRequest } from './requests';
import type { Answer } from './send';

export interface Watch {
  readonly problems: string[];
  /** Statuses by service, and by operation. */
  readonly counts: Map<string, Map<number, number>>;
  readonly lastRefusals: Map<string, string>;
  total: number;
}

export const createWatch = (): Watch => ({
  problems: [],
  counts: new Map(),
  lastRefusals: new Map(),
  total: 0,
});

const stack =
  /\n\s+at .+:\d+:\d+|node:internal|\/src\/local\/|Cannot read prop|is not a function|is not iterable|call stack|Script execution/;

export function judge(watch: Watch, what: FuzzRequest, answer: Answer | Error): void {
  const status = answer instanceof Error ? 0 : answer.status;
  watch.total += 1;
  count(watch, what.what, status);
  if (!(answer instanceof Error) && status >= 400)
    watch.lastRefusals.set(what.what, answer.text.slice(0, 200));
  const problem = problemOf(what, answer);
  if (problem !== null)
    watch.problems.push(
      `${what.what}: ${problem}\n  ${what.method} ${what.path.slice(0, 300)}\n  ${what.body.toString('utf8').slice(0, 600)}`,
    );
}

function count({ counts }: Watch, what: string, status: number): void {
  const statuses = counts.get(what) ?? new Map<number, number>();
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
  counts.set(what, statuses);
}

/** Null when nothing is. A fault that was asked for is none of ours. */
function problemOf(what: FuzzRequest, answer: Answer | Error): string | null {
  if (answer instanceof Error)
    return answer.message === 'hang' || /ECONNREFUSED/.test(answer.message) ? answer.message : null;
  const cors = Object.keys(answer.headers).find((name) => name.startsWith('access-control-'));
  if (cors && what.what.startsWith('s3') === false) return `lets web pages in: ${cors}`;
  if (what.what === 'control without token' && answer.status !== 403) return `let in: ${answer.status}`;
  const { origin, host } = what.headers;
  if ((origin !== undefined || host === 'evil.example') && answer.status < 400) return 'lets a web page in';
  if (stack.test(answer.text) && !answer.text.includes('errorType'))
    return `leaks: ${answer.text.slice(0, 300)}`;
  if (answer.status >= 500 && /The local AWS failed|^$/.test(answer.text) && what.method !== 'HEAD')
    return `${answer.status}: ${answer.text.slice(0, 300)}`;
  return null;
}

/** Everything below the world's folder, and nothing beside it, for its owner alone. */
export function trespasses(outer: string): string[] {
  const beside = readdirSync(outer)
    .filter((name) => name !== 'world')
    .map((name) => `written beside the folder: ${name}`);
  const open = readdirSync(join(outer, 'world'), { recursive: true, encoding: 'utf8' })
    .filter((name) => isOpen(join(outer, 'world', name)))
    .map((name) => `open to others: ${name}`);
  const escaped = readdirSync(tmpdir())
    .filter((name) => /shipit-escape|^escape/.test(name))
    .map((name) => `written outside: ${name}`);
  return [...beside, ...open.slice(0, 5), ...escaped];
}

/** What functions write themselves is theirs. */
const isOpen = (path: string): boolean => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !path.includes('/tmp/environment-') && (found.mode & 0o077) !== 0;
};

const mega = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;

export function report(watch: Watch, { title, verbose }: { title: string; verbose: boolean }): void {
  const { rss, heapUsed, external } = process.memoryUsage();
  console.log(
    `${title}: ${watch.total} requests; ${mega(rss)} resident, heap ${mega(heapUsed)}, buffers ${mega(external)}`,
  );
  for (const [service, statuses] of byService(watch)) console.log(`  ${service}: ${shown(statuses)}`);
  if (verbose) tellUnreached(watch);
  for (const problem of watch.problems) console.log(`PROBLEM ${problem}`);
  console.log(`${watch.problems.length === 0 ? 'no' : watch.problems.length} problems`);
}

function byService({ counts }: Watch): Map<string, Map<number, number>> {
  const services = new Map<string, Map<number, number>>();
  for (const [what, statuses] of counts) {
    const words = what.split(' ');
    const service =
      (words[0] === 'damaged'
        ? 'damaged'
        : everyOperation.includes(what)
          ? words[0]
          : isAbsent(what)
            ? 'absent'
            : what) ?? '';
    const sums = services.get(service) ?? new Map<number, number>();
    for (const [status, number] of statuses) sums.set(status, (sums.get(status) ?? 0) + number);
    services.set(service, sums);
  }
  return new Map([...services].sort(([a], [b]) => a.localeCompare(b)));
}

/** An operation of AWS that the local one does not have. */
const isAbsent = (what: string): boolean => /^[a-z0-9]+ [A-Z]\w+$/.test(what);

const shown = (statuses: Map<number, number>): string =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, number]) => `${status || 'cut off'}: ${number}`)
    .join(', ');

/** Operations that no request got through to the end of, with what the last one was told. */
function tellUnreached({ counts, lastRefusals }: Watch): void {
  const isReached = (statuses: Map<number, number> | undefined): boolean =>
    [...(statuses?.keys() ?? [])].some((status) => status >= 200 && status < 400);
  for (const what of everyOperation)
    if (!isReached(counts.get(what)))
      console.log(
        `  never: ${what} (${shown(counts.get(what) ?? new Map())}) ${lastRefusals.get(what) ?? ''}`,
      );
}
