import { invoke } from '../../src/local/actions/lambda/invoke';
import { addAlias, addFunction, addVersion, type DataPlane, dataPlane } from './data-plane-world';

let plane: DataPlane;
beforeAll(() => {
  plane = dataPlane(process.env);
});
afterAll(() => plane.close());

const requests = 10_000;
const atOnce = 16;

test('10,000 real invocations at 10 % pass a chi-square test, and the metrics tell the same split', async () => {
  const api = addFunction(plane, 'api', 'exports.handler = async () => 1;');
  for (const _ of [1, 2])
    addVersion(plane, api, 'exports.handler = async (event, { functionVersion }) => functionVersion;');
  addAlias(api, 'live', '1', { 2: 0.1 });
  const served = new Map<string, number>();
  let left = requests;
  const caller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const { ExecutedVersion = '' } = await invoke(plane.world, { FunctionName: 'api:live' });
      served.set(ExecutedVersion, (served.get(ExecutedVersion) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, caller));
  const [stable, shifted] = [served.get('1') ?? 0, served.get('2') ?? 0];
  expect(stable + shifted).toBe(requests);
  const chiSquare = (stable - 9000) ** 2 / 9000 + (shifted - 1000) ** 2 / 1000;
  // One degree of freedom, 1 in 1,000: the seed of the world makes it the same each time.
  expect(chiSquare).toBeLessThan(10.83);
  const dimensions = { FunctionName: 'api', Resource: 'api:live', ExecutedVersion: '2' };
  const metric = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions };
  const counted = plane.world.metrics
    .read(metric, 0, Number.POSITIVE_INFINITY)
    .reduce((sum, { summary }) => sum + summary.sum, 0);
  expect(counted).toBe(shifted);
});
