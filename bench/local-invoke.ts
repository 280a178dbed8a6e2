/** Warm invokes a second through a weighted alias of the local AWS, and what a cold start costs: `node -r ./bench/register.js bench/local-invoke.ts`. */
import { perform } from '../src/local/actions/lambda/invoke';
import { Route } from '../src/local/lambda/route';
import { addAlias, addFunction, addVersion, type DataPlane, dataPlane } from '../test/local/data-plane-world';

const handler = 'exports.handler = async (event) => ({ statusCode: 200, id: event.id });';
const request = { payload: Buffer.from('{"id":7}'), clientContext: null };

async function callAlias({ world }: DataPlane): Promise<number | null> {
  const result = await perform(world, Route.resolve(world, 'orders', 'live'), request);
  if (result.functionError !== null) throw new Error(String(result.payload));
  return result.initMs;
}

/** So many callers, each sending its next request when the last was answered. */
async function measure(plane: DataPlane, callers: number, requests: number): Promise<number> {
  let left = requests;
  const one = async (): Promise<void> => {
    for (; left > 0; left -= 1) await callAlias(plane);
  };
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: callers }, one));
  return (requests / (performance.now() - startedMs)) * 1000;
}

async function main(): Promise<void> {
  const plane = dataPlane(process.env);
  const entry = addFunction(plane, 'orders', handler);
  addVersion(plane, entry, handler);
  addVersion(plane, entry, handler);
  addAlias(entry, 'live', '1', { 2: 0.1 });
  try {
    const coldMs = await callAlias(plane);
    await measure(plane, 4, 500);
    console.log(`cold start        ${coldMs?.toFixed(0)} ms`);
    for (const callers of [1, 2, 4, 16])
      console.log(
        `${String(callers).padStart(2)} callers        ${(await measure(plane, callers, 3000)).toFixed(0)} invokes/s`,
      );
  } finally {
    await plane.close();
  }
}

void main();
