/** A process that serves one function, whose handler says its process id and then never ends. Prints that id and the folder to remove. */
import { invoke } from '../../src/local/actions/lambda/invoke';
import { addFunction, dataPlane } from './data-plane-world';

const plane = dataPlane(process.env);
const handler = `exports.handler = async ({ file }) => {
  require('node:fs').writeFileSync(file, String(process.pid));
  for (;;);
};`;
addFunction(plane, 'busy', handler);
const file = `${plane.folder}/pid`;
void invoke(plane.world, { FunctionName: 'busy', Payload: Buffer.from(JSON.stringify({ file })) });

async function main(): Promise<void> {
  const { existsSync, readFileSync } = await import('node:fs');
  const { setImmediate } = await import('node:timers/promises');
  while (!existsSync(file) || readFileSync(file, 'utf8') === '') await setImmediate();
  process.stdout.write(`${readFileSync(file, 'utf8')} ${plane.folder}`);
}

void main();
