import { type Project, readProject } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import { FakeFiles } from '../fakes/edge';

/** A file with every key. */
export const example = `project: orders
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
  steady: { linear: 10%, every: 1m }
  preset: Linear10PercentEvery2Minutes
  ladder: { steps: [ { weight: 1%, bake: 2m }, { weight: 25%, bake: 5m } ], bakeAfter: 5m }
guard: { maxErrorRate: 5%, minInvocations: 20 }
local: { seed: local.yaml }
`;

/** The shortest file that is right, with more lines for its one function or for the end. */
export const minimal = (inFunction = '', atEnd = ''): string =>
  `project: orders\nfunctions:\n  api:\n    code: dist/api\n${inFunction}${atEnd}`;

/** Reads a text as /p/lambda.config.yaml, seen from /p/src/deep/down. */
export function readText(text: string | Uint8Array, name = 'lambda.config.yaml'): Promise<Project> {
  const files = new FakeFiles();
  files.put(`/p/${name}`, text);
  files.put('/p/events/api/b.json', '{"b":1}');
  files.put('/p/events/api/a.json', '{"a":1}');
  files.put('/p/events/api/notes.txt', 'no event');
  return readProject({ files }, { path: null, cwd: '/p' });
}

/** The lines of a refusal; empty when the file is read. */
export async function problemsIn(
  text: string | Uint8Array,
  name = 'lambda.config.yaml',
): Promise<readonly string[]> {
  try {
    await readText(text, name);
    return [];
  } catch (error) {
    if (!ShipitError.is(error, 'badConfig')) throw error;
    return error.problems.length > 0 ? error.problems : [error.message];
  }
}
