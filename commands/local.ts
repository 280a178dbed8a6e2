import { Flags } from '@oclif/core';
import { other } from '../src/compose';
import { ShipitError } from '../src/core/errors';
import { onInterrupt } from '../src/ui/interrupt';
import { ShipitCommand } from './base/command';
import { awsFlags, projectFlags } from './base/flags';
import { fileRequest, localRequest } from './base/typed';

export default class Local extends ShipitCommand {
  static override summary = 'Serve the local AWS of this project until Ctrl-C.';
  static override usage = 'local [FLAGS]';
  static override description = [
    'Answers on 127.0.0.1 as Lambda, CloudWatch and the services around them do, runs the code of ',
    'functions for real, and keeps all of it in .shipit/local of the project. Other commands with ',
    '--local use it while it is there, and any AWS client may. Nothing leaves this machine.',
  ].join('');
  static override examples = [
    { description: 'Keep it open, for other terminals', command: '<%= config.bin %> local' },
    {
      description: 'An hour a minute, and limits as AWS has them',
      command: '<%= config.bin %> local --speed 60 --limits',
    },
    {
      description: 'In the other terminal',
      command: '<%= config.bin %> deploy --local --canary 10% --traffic 10/s',
    },
  ];
  static override exits = {
    130: 'Ctrl-C. What it holds is kept.',
    143: 'Terminated. What it holds is kept.',
  };
  static override related = ['deploy'];
  static override tells = ['local.ready'];
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
      const { world, clock, root } = this.keep(await other.local(ui.report, request));
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
