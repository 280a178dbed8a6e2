import { readProject } from '../../src/config/project';
import { FakeFiles } from '../fakes/edge';
const y = `project: orders
region: eu-west-1
defaults:
  runtime: nodejs24.x
  memorySize: 256
  role: arn:aws:iam::123456789012:role/orders
  alias: live
functions:
  api:
    name: orders-api
    code: dist/api
    handler: index.handler
    timeout: 10s
    environment: { TABLE: orders }
    alarms: [orders-api-errors]
    testEvents: events/api/*.json
rollout: careful
rollouts:
  careful: { canary: 10%, bake: 10m }
  steady:  { linear: 10%, every: 1m }
  preset:  Linear10PercentEvery2Minutes
  ladder:  { steps: [ { weight: 1%, bake: 2m }, { weight: 25%, bake: 5m } ], bakeAfter: 5m }
guard: { maxErrorRate: 5%, minInvocations: 20 }
local: { seed: local.yaml }
`;
async function run(text: string) {
  const files = new FakeFiles();
  files.put('/p/lambda.config.yaml', text);
  files.put('/p/events/api/a.json', '{}');
  try { return await readProject({ files }, { path: null, cwd: '/p/src/x' }); } catch (e) { return (e as any).problems?.length ? (e as any).problems : e; }
}
test('x', async () => {
  console.log(JSON.stringify(await run(y), null, 1));
  const bad = [y.replace('10%, bake', '10, bake'), y.replace('canary: 10%', 'canary: 10abc%'), y.replace('canary: 10%', 'canary: 0%'), y.replace('canary: 10%', 'canary: 101%'), y.replace('canary: 10%', 'canary: -1%'), y.replace('memorySize', 'memorysize'), y.replace('canary:', 'canry:'), y.replace('project:', 'projekt:'), y.replace('weight: 25%','weight: 1%'), y.replace('10s', '10'), y.replace('10s','20m'), y.replace('TABLE: orders', 'TABLE: 010, AWS_REGION: x, 1A: x'), y.replace('orders-api\n', 'orders api\n'), y.replace('rollout: careful','rollout: carefull'), y.replace('preset:  Linear10PercentEvery2Minutes', 'preset: Linear10PercentEvery4Minutes'), y.replace('events/api/*.json', 'events/nope/*.json'), y.replace('dist/api','../dist'), y+'---\na: 1\n', '['.repeat(20000), 'a: *b\n', 'a: &a [*a]', y.replace('256', '.inf'), y.replace('256','64').replace('maxErrorRate: 5%','maxErrorRate: 5').replace('alias: live','alias: 12'), 'project: a\nproject: b\n', 'a: b: c', 'project: "x\n', 'x', '[]', 'project: orders\nfunctions:\n  api:\n', y.replace('{ canary: 10%, bake: 10m }', '{}'), y.replace('{ canary: 10%, bake: 10m }', '5'), 'project: !!js/function x', '%YAML 1.1\n---\na: 1', 'on: 1\ntrue: 2\n<<: {}\n__proto__: 1\n? [a]\n: 1\n', y.replace('eu-west-1','mars').replace('eu','\u202eeu')];
  for (const b of bad) console.log(b.slice(0,40) + '\n' + [await run(b)].flat().map(String).join('\n'));
});
