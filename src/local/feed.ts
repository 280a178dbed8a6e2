/** Asks the process that serves a local world to send traffic; it ends with this connection, however this process ends. */
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { type Connection, tokenHeader } from './connection';
import type { Slowed, TrafficRequest } from './traffic';

/** Answers once the server has begun; rejects when it refuses. `tell` hears when real code cannot keep up. */
export function feed(
  { port, token }: Connection,
  traffic: TrafficRequest,
  tell: (line: Slowed) => void,
): Promise<{ stop(): void }> {
  return new Promise((resolve, reject) => {
    const headers = { [tokenHeader]: token, 'content-type': 'application/json' };
    const path = '/_shipit/traffic';
    const sent = request({ host: '127.0.0.1', port, method: 'POST', path, headers, agent: false });
    sent.on('error', reject);
    sent.on('response', (response) => {
      if (response.statusCode !== 200) {
        response.resume();
        reject(new Error(`The local AWS refused traffic with ${response.statusCode}`));
        return;
      }
      const lines = createInterface({ input: response });
      // It passes on what its input says.
      lines.on('error', () => undefined);
      lines.on('line', (line) => {
        const said = JSON.parse(line) as Partial<Slowed>;
        if (said.slowed) tell(said as Slowed);
      });
      resolve({ stop: () => sent.destroy() });
    });
    sent.end(JSON.stringify(traffic));
  });
}
