import type { Config } from '@oclif/core';
import { ShipitCommand } from '../../commands/base/command';

const bug = new TypeError('cannot read correct horse battery');

/** Meets what it does not know after its view was told what nobody may see. */
class Broken extends ShipitCommand {
  readonly told: unknown[] = [];

  /** As oclif runs a command. */
  async go(): Promise<void> {
    await this.run().catch((error) => this.catch(error));
  }

  async run(): Promise<void> {
    const ui = this.view({ json: undefined, plain: true }, null);
    Object.assign(ui, { fail: (error: unknown) => this.told.push(error) });
    await this.finish('plan', ui, () => Promise.reject(bug));
  }
}

test('a bug is shown by the view that knows the secrets of the project', async () => {
  const broken = new Broken([], { bin: 'shipit' } as Config);
  await broken.go();
  expect(broken.told).toEqual([bug]);
  expect(process.exitCode).toBe(1);
  process.exitCode = 0;
});
