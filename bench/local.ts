/**
 * What the local AWS does in a second, each figure beside what this machine can do at all, measured in the same run:
 * `node -r ./bench/register.js bench/local.ts`. With CI=true it does less of everything, and says how much.
 */
import { perSecond } from './local/clients';
import { echoFloor, readFloor, roundTripFloor, startFloor } from './local/floor';
import * as parts from './local/parts';
import { openPlace, type Place } from './local/place';

const short = process.env.CI === 'true';

const amounts = short
  ? { calls: 1500, controls: 300, starts: 2, alarms: 1000, minutes: 5, memory: 5000 }
  : { calls: 10_000, controls: 2000, starts: 5, alarms: 1000, minutes: 30, memory: 100_000 };

const callers = 8;

function say(what: string, figure: string, floor: string, ratio: number): void {
  console.log(
    `${what.padEnd(44)}${figure.padStart(18)}   ${floor.padEnd(46)}${ratio.toPrecision(2).padStart(9)}`,
  );
}

const rate = (perSecondNow: number, unit: string): string => `${perSecondNow.toFixed(0)} ${unit}`;

async function warmed(work: () => Promise<unknown>, times: number): Promise<number> {
  await perSecond(callers, Math.ceil(times / 5), work);
  return perSecond(callers, times, work);
}

async function invokes(place: Place): Promise<void> {
  const roundTrips = await roundTripFloor(2, amounts.calls);
  const direct = await warmed(parts.invokeDirectly(place), amounts.calls);
  const bare = `bare process round trips ${rate(roundTrips, '/s')}`;
  say('warm invokes, weighted alias, direct', rate(direct, '/s'), bare, direct / roundTrips);
  const echoes = await echoFloor(callers, amounts.calls);
  const http = await warmed(parts.invokeOverHttp(place), amounts.calls);
  const echo = `bare HTTP echoes ${rate(echoes, '/s')}`;
  say('warm invokes, weighted alias, over HTTP', rate(http, '/s'), echo, http / echoes);
  const started = await startFloor(amounts.starts);
  const cold = await parts.coldStart(place, amounts.starts);
  say('cold start', rate(cold, 'ms'), `bare process start ${rate(started, 'ms')}`, cold / started);
}

async function controls(place: Place): Promise<void> {
  const echoes = await echoFloor(callers, amounts.controls);
  const echo = `bare HTTP echoes ${rate(echoes, '/s')}`;
  const reads = await warmed(parts.readAlias(place), amounts.controls);
  say('control plane, GetAlias', rate(reads, '/s'), echo, reads / echoes);
  const writes = await warmed(parts.moveAlias(place), amounts.controls);
  say('control plane, UpdateAlias', rate(writes, '/s'), echo, writes / echoes);
}

function alarms(): void {
  const { alarms: count, minutes } = amounts;
  const reads = readFloor(5_000_000);
  const evaluations = parts.evaluateAlarms(count, minutes);
  const floor = `reads of a Map ${rate(reads, '/s')}`;
  say(`evaluations of ${count} alarms`, rate(evaluations, '/s'), floor, evaluations / reads);
}

async function memory(place: Place): Promise<void> {
  const [before, after] = await parts.memoryAfter(place, amounts.memory);
  const was = `before ${before.heapMb.toFixed(1)} MB (resident ${before.residentMb.toFixed(0)} MB)`;
  const is = `${after.heapMb.toFixed(1)} MB`;
  say(`heap after ${amounts.memory} invokes`, is, was, after.heapMb / before.heapMb);
  say('resident after them', `${after.residentMb.toFixed(0)} MB`, '', after.residentMb / before.residentMb);
}

async function main(): Promise<void> {
  console.log(`${short ? 'Short form' : 'Whole form'}: ${JSON.stringify(amounts)}, ${callers} callers\n`);
  const place = await openPlace(callers);
  try {
    await invokes(place);
    await controls(place);
    alarms();
    await memory(place);
  } finally {
    await place.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
