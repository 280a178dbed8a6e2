/** What a deterministic zip costs, for a bundle and for a folder of modules: `node -r ./bench/register.js bench/zip.ts`. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type ZipEntry, zipFiles } from '../src/artifact/zip';
import { Digest } from '../src/core/values';

const runs = 3;

/** Text that compresses about as well as code, and is the same in every run. */
function text(seed: number, bytes: number): Buffer {
  const lines: string[] = [];
  for (let index = 0, length = 0; length < bytes; index++) {
    const word = createHash('sha256').update(`${seed}.${index}`).digest('hex').slice(0, 24);
    lines.push(`exports.handle${word} = async (event) => ({ statusCode: 200, body: event.${word} });\n`);
    length += lines.at(-1)?.length ?? 0;
  }
  return Buffer.from(lines.join('')).subarray(0, bytes);
}

const modules = (count: number, bytes: number): ZipEntry[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `node_modules/m${index % 100}/lib/f${index}.js`,
    bytes: text(index, bytes),
    executable: false,
  }));

async function measure(name: string, entries: readonly ZipEntry[]): Promise<void> {
  const whole = Buffer.concat(entries.map(({ bytes }) => bytes));
  const floorMs = timed(() => gzipSync(whole, { level: 6 }));
  const digests = new Set<string>();
  let bestMs = Number.POSITIVE_INFINITY;
  let zipped = 0;
  for (let run = 0; run < runs; run++) {
    const startedMs = performance.now();
    const zip = await zipFiles(entries);
    bestMs = Math.min(bestMs, performance.now() - startedMs);
    zipped = zip.length;
    digests.add(Digest.of(zip));
  }
  if (digests.size !== 1) throw new Error(`${name}: ${digests.size} digests in ${runs} runs`);
  const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
  console.log(
    `${name.padEnd(16)}${entries.length} files, ${megabytes(whole.length)} MB -> ${megabytes(zipped)} MB: ` +
      `${bestMs.toFixed(0)} ms, ${(bestMs / floorMs).toFixed(1)} times one gzip of it all, one digest in ${runs} runs`,
  );
}

function timed(work: () => unknown): number {
  const startedMs = performance.now();
  work();
  return performance.now() - startedMs;
}

async function main(): Promise<void> {
  await measure('bundle', [{ path: 'index.js', bytes: text(0, 2 * 1024 * 1024), executable: false }]);
  await measure('modules', modules(9_800, 3_100));
}

void main();
