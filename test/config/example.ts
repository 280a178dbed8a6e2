import { type OpenedProject, type OpenRequest, openProject } from '../../src/config/open';
import type { Project } from '../../src/config/project';
import { ShipitError } from '../../src/core/errors';
import type { Files, Processes } from '../../src/core/ports';
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

/** Reads a text as /p/lambda.config.yaml. */
export function readText(text: string | Uint8Array, name = 'lambda.config.yaml'): Promise<Project> {
  const files = new FakeFiles();
  files.put(`/p/${name}`, text);
  files.put('/p/events/api/b.json', '{"b":1}');
  files.put('/p/events/api/a.json', '{"a":1}');
  files.put('/p/events/api/notes.txt', 'no event');
  return readFrom(files, { cwd: '/p' });
}

/** Reads the project of a folder without AWS, as it is when no flag was typed but those given. */
export async function readFrom(files: Files, typed: Typing): Promise<Project> {
  return (await openFrom(files, typed)).finish(null);
}

type Typing = Pick<OpenRequest, 'cwd'> & Partial<OpenRequest>;

/** The same as far as the machine alone can tell. */
export function openFrom(files: Files, typed: Typing): Promise<OpenedProject> {
  const nothing = { path: null, stage: null, region: null, profile: null, alias: null, env: {} };
  return openProject({ files, processes: noProcesses }, { ...nothing, ...typed });
}

const noProcesses: Processes = { run: () => Promise.resolve(null) };

/** Files by absolute path. */
export function filesOf(texts: Readonly<{ [path: string]: string | Uint8Array }>): FakeFiles {
  const files = new FakeFiles();
  for (const [path, text] of Object.entries(texts)) files.put(path, text);
  return files;
}

/** The lines of a refusal; empty when the file is read. */
export async function problemsIn(
  text: string | Uint8Array,
  name = 'lambda.config.yaml',
): Promise<readonly string[]> {
  return refusalOf(readText(text, name));
}

/** What a file was refused with; empty when it was not. */
export async function refusalOf(reading: Promise<unknown>): Promise<readonly string[]> {
  try {
    await reading;
    return [];
  } catch (error) {
    if (!ShipitError.is(error, 'badConfig')) throw error;
    return error.problems.length > 0 ? error.problems : [error.message];
  }
}
