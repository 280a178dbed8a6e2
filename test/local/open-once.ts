/** A process that opens the local world of a folder, tells its parent whether it owns it, and ends when that disconnects. */
import { createClock } from '../../src/disk/clock';
import { openLocal } from '../../src/local/open';
// What the owner needs: loaded under the lock, it would be compiled for longer than another process waits for its owner.
import '../../src/local/own';

async function main(): Promise<void> {
  const [folder = '', nonce = '', speed = '1'] = process.argv.slice(2);
  const real = createClock();
  const options = {
    folder,
    port: 0,
    speed: Number(speed),
    real,
    env: process.env,
    region: 'eu-west-1',
    nonce: () => nonce,
  };
  const world = await openLocal(options);
  process.on('disconnect', () => void world.close());
  process.send?.({ owned: world.owned, endpoint: world.endpoint });
}

void main();
