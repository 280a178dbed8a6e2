import { Flags } from '@oclif/core';
import { bootstrap } from '../src/bootstrap';
import { openSession } from '../src/compose';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

const { alias: _, ...flagsOfPlace } = awsFlags;

export default class Bootstrap extends ShipitCommand {
  static override summary = 'Make the bucket for artifacts: private, encrypted, with versions.';
  static override description = [
    'Code above 50 MB, and code that is to be signed, goes to Lambda through a bucket. This makes ',
    'one: private, encrypted, with versions, and a rule that clears away uploads that broke off. A ',
    'bucket that is there stays exactly as it is, and nothing else is written.',
  ].join('');
  static override examples = [
    {
      description: 'The bucket that the project file names, or shipit-<account>-<region>',
      command: '<%= config.bin %> bootstrap',
    },
    {
      description: 'In CI, where nobody is there to say yes',
      command: '<%= config.bin %> bootstrap --bucket orders-artifacts --yes',
    },
  ];
  static override exits = {
    0: 'The bucket is there.',
  };
  static override related = ['deploy', 'build'];
  static override flags = {
    ...flagsOfPlace,
    bucket: Flags.string({
      description:
        'its name; default: `artifacts.bucket` of the project file, else shipit-<account>-<region>',
      helpValue: '<name>',
    }),
    yes: Flags.boolean({ char: 'y', description: 'do not ask' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Bootstrap);
    const ui = this.view(flags, null);
    await this.finish('bootstrap', ui, async () => {
      const { project, ports } = this.keep(await openSession(ui, sessionRequest(flags)));
      const confirm = flags.yes || flags.local ? null : ui.confirm;
      await bootstrap(ports, { project, bucket: flags.bucket ?? null, confirm });
      return 0;
    });
  }
}
