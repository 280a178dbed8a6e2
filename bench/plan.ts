/**
 * Calls and time of a plan where nothing differs, and of a release of many functions, against a local AWS with AWS's
 * limits of calls a second: `node -r ./bench/register.js bench/plan.ts`. Each time stands beside the bound, which is how
 * long the limits alone make the same calls take. Exits 1 for a call too many; times are told, and fail nothing. With
 * CI=true it does less of everything.
 */
import { boundOf, type Calls, excessOf, needsOf } from './plan/calls';
import { type Measured, openPlace, type Place } from './plan/place';

const short = process.env.CI === 'true';

const amounts = short ? { plans: [1, 50, 200], changed: 15 } : { plans: [1, 50, 500], changed: 100 };

/** Of 500 functions that do not change. */
const planGoal = { functions: 500, seconds: 7 } as const;
/** Times the bound. */
const deployGoal = 1.25;

const seconds = (count: number): string => `${count.toFixed(2)} s`;

const list = (calls: Calls): string => [...calls].map(([name, count]) => `${count} ${name}`).join(', ');

/** Says what is too many; true when nothing is. */
function agreed(problems: readonly string[], { refused }: Measured<unknown>): boolean {
  const all = [...problems, ...(refused > 0 ? [`${refused} calls were refused for their rate`] : [])];
  for (const problem of all) console.log(`  TOO MANY: ${problem}`);
  return all.length === 0;
}

/** What fits in one second of looks is looked at one by one; beyond that fifty of a list cost one call. */
const planCalls = (functions: number): Calls =>
  functions > 100
    ? new Map([
        ['GetFunction', functions],
        ['ListFunctions', Math.ceil(functions / 50)],
      ])
    : new Map([['GetFunction', 2 * functions]]);

async function plan(place: Place, functions: number): Promise<boolean> {
  const measured = await place.measure(() => place.plan(functions));
  const changed = measured.result.functions.filter(({ action }) => action !== 'none').length;
  const bound = boundOf(measured.calls);
  const goal = functions === planGoal.functions ? `, goal ${seconds(planGoal.seconds)}` : '';
  console.log(
    `plan of ${functions} unchanged: ${seconds(measured.seconds)} (bound ${seconds(bound.seconds)}${goal}); ${list(measured.calls)}`,
  );
  const wanted = planCalls(functions);
  const wrong = list(measured.calls) === list(wanted) ? [] : [`${list(wanted)} are needed`];
  return agreed([...wrong, ...(changed > 0 ? [`${changed} functions are said to change`] : [])], measured);
}

interface Way {
  readonly title: string;
  readonly flags: { readonly allAtOnce: true } | { readonly canary: string };
  readonly steps: number;
  readonly bakeS: number;
}

const ways: readonly Way[] = [
  { title: 'all at once', flags: { allAtOnce: true }, steps: 1, bakeS: 0 },
  { title: 'canary of 10% for a second', flags: { canary: '10%/1s' }, steps: 2, bakeS: 1 },
];

async function release(place: Place, functions: number, way: Way): Promise<boolean> {
  place.change(functions);
  const measured = await place.measure(() => place.deploy(functions, way.flags));
  const bound = boundOf(measured.calls);
  const least = bound.seconds + way.bakeS;
  const ratio = (measured.seconds / least).toFixed(2);
  const { outcome } = measured.result;
  console.log(
    `\nrelease of ${functions} changed, ${way.title}: ${outcome} in ${seconds(measured.seconds)}, ${ratio} times the bound (goal ${deployGoal})`,
  );
  const bake = way.bakeS > 0 ? ` and ${seconds(way.bakeS)} of bake` : '';
  console.log(
    `  bound ${seconds(least)}: ${bound.calls} calls of ${bound.bucket}, ${bound.perSecond} a second${bake}`,
  );
  const needs = needsOf({ functions, steps: way.steps });
  table(measured.calls, needs, functions);
  const ended = outcome === 'promoted' ? [] : [`it ended as ${outcome}`];
  return agreed([...ended, ...excessOf(measured.calls, needs, functions)], measured);
}

function table(calls: Calls, needs: ReturnType<typeof needsOf>, functions: number): void {
  for (const [operation, count] of calls) {
    const why = needs.find((need) => need.operation === operation)?.why ?? 'nobody knows';
    const each = (count / functions).toFixed(2);
    console.log(`  ${operation.padEnd(34)}${String(count).padStart(5)}${each.padStart(8)} each   ${why}`);
  }
}

async function main(): Promise<void> {
  console.log(`${short ? 'Short form' : 'Whole form'}: ${JSON.stringify(amounts)}\n`);
  const place = await openPlace(Math.max(...amounts.plans), 1);
  try {
    const agreements: boolean[] = [];
    for (const functions of amounts.plans) agreements.push(await plan(place, functions));
    for (const way of ways) agreements.push(await release(place, amounts.changed, way));
    if (agreements.includes(false)) process.exitCode = 1;
  } finally {
    await place.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
