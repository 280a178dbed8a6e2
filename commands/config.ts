import { Flags } from '@oclif/core';
import { openFile, openSession } from '../src/compose';
import { disk } from '../src/compose/disk';
import { explain } from '../src/explain';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

export default class Config extends ShipitCommand {
  static override summary =
    'Show what the project file comes to: everything laid over each other, and resolved.';
  static override usage = 'config [FLAGS]';
  static override description = [
    'Lays the file over what it extends, the stage over the file and the flags over both, resolves ',
    'references, and prints the result as YAML. Parameters, stacks and secrets are asked of AWS, ',
    'unless --offline; a secret shows as a digest, to everybody. Writes nothing.',
  ].join('');
  static override examples = [
    {
      description: 'Who says that it has 1024 MB?',
      command: '<%= config.bin %> config --stage prod --origin',
    },
    {
      description: 'What can be known without AWS, kept in a file',
      command: '<%= config.bin %> config --offline > resolved.yaml',
    },
  ];
  static override exits = {
    0: 'Printed.',
  };
  static override related = ['validate', 'plan'];
  static override flags = {
    ...awsFlags,
    origin: Flags.boolean({ description: 'show behind each value where it came from' }),
    offline: Flags.boolean({
      description: 'leave what only AWS can answer as it is written',
      exclusive: ['local'],
    }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Config);
    const ui = this.view(flags, null);
    await this.finish('config', ui, async () => {
      const request = sessionRequest(flags);
      const session = flags.offline ? null : this.keep(await openSession(ui, request));
      const opened = session?.opened ?? (await openFile(request));
      const ports = { clock: disk.clock, report: ui.report };
      const origin = flags.origin ?? false;
      ui.print(await explain(ports, opened, { origin, remote: session?.ports ?? null }));
      return 0;
    });
  }
}
