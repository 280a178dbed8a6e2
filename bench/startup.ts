/**
 * How long the command takes until it does something, as a multiple of `node -e 0` in the same run:
 * `npm run build && node -r ./bench/register.js bench/startup.ts`. Every round starts each of them once, so that a machine
 * which is busy is busy for all; the medians are compared. Warm is with what V8 kept of the run before, cold without.
 *
 * A light command is measured up to its work. `validate` and `status` begin it with the project file, so they run where there
 * is none, and are refused there; how long they take with one stands beside it. `deploy` is measured up to its first line, with a
 * server of this process as AWS.
 *
 * Everything has the environment of whoever measures. With `--bare` it has none: where NODE_EXTRA_CA_CERTS or NODE_OPTIONS make
 * Node.js itself slower to start, ratios are larger without them. Times are told, and fail nothing but a command that does not do what is waited for.
 */
import { type Case, cases } from './startup/cases';
import { openPlace, type Place } from './startup/place';

const bare = process.argv.includes('--bare');
const short = process.env.CI === 'true';
const rounds = short ? 11 : 31;
const coldRounds = short ? 3 : 7;

const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Milliseconds of each case, in the order of the cases. */
async function measure(place: Place, count: number, kept: boolean): Promise<number[][]> {
  const times: number[][] = cases.map(() => []);
  if (kept) for (const one of cases) await place.time(one, kept);
  for (let round = 0; round < count; round += 1)
    for (const [index, one] of cases.entries()) times[index]?.push(await place.time(one, kept));
  return times;
}

function show(
  { title, goal }: Case,
  [warm, cold]: readonly [number, number],
  [base, coldBase]: readonly [number, number],
) {
  const ratio = warm / base;
  const verdict = goal === null ? '' : `goal ${goal.toFixed(2)}  ${ratio <= goal ? 'PASS' : 'SLOW'}`;
  const columns = [
    `${warm.toFixed(0)} ms`,
    ratio.toFixed(2),
    `${cold.toFixed(0)} ms`,
    (cold / coldBase).toFixed(2),
  ];
  console.log(`${title.padEnd(44)}${columns.map((text) => text.padStart(9)).join('')}  ${verdict}`);
}

async function main(): Promise<void> {
  const place = await openPlace(bare);
  try {
    const warm = (await measure(place, rounds, true)).map(median);
    const cold = (await measure(place, coldRounds, false)).map(median);
    console.log(
      `${''.padEnd(44)}${['warm', 'ratio', 'cold', 'ratio'].map((text) => text.padStart(9)).join('')}`,
    );
    for (const [index, one] of cases.entries())
      show(one, [warm[index] ?? 0, cold[index] ?? 0], [warm[0] ?? 0, cold[0] ?? 0]);
  } finally {
    await place.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
