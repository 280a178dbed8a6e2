import { Flags } from '@oclif/core';
import { bootstrap } from '../src/bootstrap';
import { openSession } from '../src/compose';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

const { alias: _, ...flagsOfPlace } = awsFlags;

export default class Bootstrap extends ShipitCommand {
  static override summary = 'Make the bucket for artifacts: private, encrypted, with versions.';
  static override examples = [
    '<%= config.bin %> bootstrap',
    '<%= config.bin %> bootstrap --bucket orders-artifacts --yes',
  ];
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
