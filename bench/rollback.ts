/**
 * Calls and time of a rollback by hand against a local AWS: `node -r ./bench/register.js bench/rollback.ts`. Exactly two
 * calls a function: one that reads the alias and one that writes it. The time stands beside the bound, which is how long
 * AWS's limit of calls a second makes them take. Exits 1 for a call too many; times are told, and
 * fail nothing. With CI=true it does less of everything.
 */
import { boundOf } from './plan/calls';
import { openPlace, type Place } from './plan/place';

const amounts = process.env.CI === 'true' ? [1, 50] : [1, 50, 500];

async function back(place: Place, from: number, functions: number): Promise<boolean> {
  const { result, seconds, calls, refused } = await place.measure(() =>
    place.rollback(from, from + functions),
  );
  const bound = boundOf(calls).seconds;
  const list = [...calls].map(([name, count]) => `${count} ${name}`).join(', ');
  console.log(
    `rollback of ${functions}: ${result.outcome} in ${seconds.toFixed(2)} s (bound ${bound.toFixed(2)} s); ${list}`,
  );
  const agrees =
    result.outcome === 'rolledBack' &&
    refused === 0 &&
    calls.size === 2 &&
    calls.get('GetAlias') === functions &&
    calls.get('UpdateAlias') === functions;
  if (!agrees) console.log(`  WRONG: ${functions} GetAlias and ${functions} UpdateAlias are needed`);
  return agrees;
}

async function main(): Promise<void> {
  const place = await openPlace(
    amounts.reduce((sum, count) => sum + count),
    2,
  );
  try {
    const agreements: boolean[] = [];
    // What went back has no good version before it any more: each amount has functions of its own.
    let from = 0;
    for (const functions of amounts) {
      agreements.push(await back(place, from, functions));
      from += functions;
    }
    if (agreements.includes(false)) process.exitCode = 1;
  } finally {
    await place.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
