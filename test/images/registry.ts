import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Debian's docker-registry for this machine alone, with all that it keeps in that folder. */
export async function serveRegistry(folder: string): Promise<{ host: string; close(): Promise<void> }> {
  const port = await freePort();
  const config = [
    'version: 0.1',
    'log: {level: error, accesslog: {disabled: true}}',
    `storage: {filesystem: {rootdirectory: ${join(folder, 'registry')}}}`,
    `http: {addr: 127.0.0.1:${port}, secret: test}`,
  ];
  const file = join(folder, 'registry.yml');
  writeFileSync(file, `${config.join('\n')}\n`);
  const child = spawn('docker-registry', ['serve', file], { stdio: 'ignore' });
  const close = () =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
  return { host: `127.0.0.1:${port}`, close };
}
