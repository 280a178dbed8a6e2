import { spawnSync } from 'node:child_process';
import { onInterrupt } from '../../src/ui/interrupt';

describe('Ctrl-C', () => {
  it('may be waited for by hundreds of functions at once, without a warning of Node', () => {
    const waits = `const { signal, release } = require('./src/ui/interrupt').onInterrupt();
      for (let n = 0; n < 200; n += 1) signal.addEventListener('abort', () => n);
      release();`;
    const ran = spawnSync(process.execPath, ['-r', './bench/register.js', '-e', waits], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
  });

  it('stops the work and says with which code, once', () => {
    const interruption = onInterrupt();
    expect(interruption.exitCode()).toBeNull();
    process.emit('SIGTERM');
    process.emit('SIGINT');
    interruption.release();
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.exitCode()).toBe(143);
  });
});
