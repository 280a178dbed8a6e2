/**
 * A process that serves one function, of the runtime that is its argument, whose code says its process id and then never
 * ends. Prints that id and the folder to remove.
 */
import { invoke } from '../../src/local/actions/lambda/invoke';
import { addFunction, dataPlane } from './data-plane-world';
import { makeExecutable } from './runtime-calls';

const plane = dataPlane(process.env);
const file = `${plane.folder}/pid`;

const codes = {
  nodejs: {
    'index.js': `exports.handler = async ({ file }) => {
      require('node:fs').writeFileSync(file, String(process.pid));
      for (;;);
    };`,
  },
  python: {
    'index.py': `import os
def handler(event, context):
  with open(event['file'], 'w') as file: file.write(str(os.getpid()))
  while 1: pass
`,
  },
  provided: { bootstrap: `#!/bin/sh\necho $$ > ${file}\nwhile :; do :; done\n` },
};

const [, , Runtime = ''] = process.argv;
const kind =
  (Object.keys(codes) as (keyof typeof codes)[]).find((name) => Runtime.startsWith(name)) ?? 'nodejs';
const entry = addFunction(plane, 'busy', codes[kind], { Runtime });
if (kind === 'provided') makeExecutable(plane, entry, 'bootstrap');
void invoke(plane.world, { FunctionName: 'busy', Payload: Buffer.from(JSON.stringify({ file })) });

async function main(): Promise<void> {
  const { existsSync, readFileSync } = await import('node:fs');
  const { setImmediate } = await import('node:timers/promises');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await setImmediate();
  process.stdout.write(`${readFileSync(file, 'utf8').trim()} ${plane.folder}`);
}

void main();
