/** A first project file: for the code that is there, or with a small handler to begin with. Never over something. */
import { basename, join, relative } from 'node:path';
import { ShipitError } from './core/errors';
import type { Files } from './core/ports';

export interface Written {
  /** Relative to the folder. */
  readonly files: readonly string[];
}

const file = 'lambda.config.yaml';
const entries = ['index.mjs', 'index.js', 'index.cjs'];
const folders = ['dist', 'build', 'src', '.'];
const sampleFolder = 'hello';

const sampleHandler = `export async function handler(event) {
  return { message: 'hello ' + (event.name ?? 'world') };
}
`;

/** `refused` when the folder has a project file already. */
export async function init(files: Files, folder: string): Promise<Written> {
  for (const name of [file, 'lambda.config.yml', 'lambda.config.json']) {
    if ((await files.stat(join(folder, name))) === null) continue;
    throw new ShipitError('refused', `${name} is here already`, {
      hint: 'Edit it, or delete it and run `shipit init` again.',
    });
  }
  const found = await findCode(files, folder);
  const written = found === null ? await writeSample(files, folder) : [];
  await files.write(join(folder, file), template(projectName(folder), found ?? sampleFolder));
  return { files: [file, ...written] };
}

async function findCode(files: Files, folder: string): Promise<string | null> {
  for (const name of folders) {
    const stats = await Promise.all(entries.map((entry) => files.stat(join(folder, name, entry))));
    if (stats.some((stat) => stat?.kind === 'file')) return name;
  }
  return null;
}

async function writeSample(files: Files, folder: string): Promise<string[]> {
  const samples = {
    [join(sampleFolder, 'index.mjs')]: sampleHandler,
    [join('events', 'hello.json')]: '{ "name": "shipit" }\n',
  };
  for (const [path, text] of Object.entries(samples)) {
    if ((await files.stat(join(folder, path))) === null) await files.write(join(folder, path), text);
  }
  return Object.keys(samples);
}

/** A Lambda name may hold letters, digits, - and _; the folder's name may hold anything. */
function projectName(folder: string): string {
  const name = basename(relative('/', folder))
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return /^[a-z]/.test(name) ? name : 'app';
}

function template(project: string, code: string): string {
  const events =
    code === sampleFolder
      ? '    testEvents: events/*.json      # smoke tests, and traffic of the local AWS\n'
      : '';
  return `# Every key is described in lambda.config.schema.json of the package; an editor shows it with the line below.
# yaml-language-server: $schema=./node_modules/shipit-lambda/lambda.config.schema.json
project: ${project}
region: eu-west-1
defaults:
  runtime: nodejs24.x
  memorySize: 256
  role: arn:aws:iam::123456789012:role/${project}   # the role your functions run with
functions:
  app:                             # becomes the Lambda function ${project}-app
    code: ${code}
    handler: index.handler
${events}rollout: careful
rollouts:
  careful: { canary: 10%, bake: 10m }
guard: { maxErrorRate: 5%, minInvocations: 20 }
`;
}
