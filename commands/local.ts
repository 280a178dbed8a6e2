import { Flags } from '@oclif/core';
import { openLocal } from '../src/compose';
import { ShipitError } from '../src/core/errors';
import { onInterrupt } from '../src/ui/interrupt';
import { ShipitCommand } from './base/command';
import { awsFlags, projectFlags } from './base/flags';
import { fileRequest, localRequest } from './base/typed';

export default class Local extends ShipitCommand {
  static override summary = 'Serve the local AWS of this project until Ctrl-C.';
  static override usage = 'local [FLAGS]';
  static override flags = {
    ...projectFlags,
    region: awsFlags.region,
    port: { ...awsFlags.port, dependsOn: [] },
    speed: { ...awsFlags.speed, dependsOn: [] },
    limits: Flags.boolean({ description: 'limit calls a second as AWS does' }),
    'strict-iam': Flags.boolean({ description: 'refuse roles that were not made in this world' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Local);
    const ui = this.view(flags, null);
    const interruption = onInterrupt();
    await this.finish('local', ui, async () => {
      const local = {
        ...localRequest(flags),
        lingerMs: 0,
        limits: flags.limits,
        strictIam: flags['strict-iam'],
      };
      const request = { ...fileRequest(flags), local };
      const { world, clock, root } = this.keep(await openLocal(ui.report, request));
      if (!world.owned)
        throw new ShipitError(
          'localLocked',
          `the local world of this project is served already, at ${world.endpoint}`,
        );
      const ready = { endpoint: world.endpoint, folder: root, speed: local.speed ?? 1 };
      ui.report.tell({ v: 1, type: 'local.ready', at: clock.nowMs(), ...ready });
      await new Promise<void>((resolve) => interruption.signal.addEventListener('abort', () => resolve()));
      return 0;
    });
  }
}
