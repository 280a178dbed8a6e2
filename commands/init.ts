import { disk } from '../src/compose/disk';
import { init } from '../src/init';
import { ShipitCommand } from './base/command';
import { viewFlags } from './base/flags';

export default class Init extends ShipitCommand {
  static override summary = 'Write a lambda.config.yaml for the code in this folder.';
  static override usage = 'init [FLAGS]';
  static override flags = viewFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(Init);
    const ui = this.view(flags, null);
    await this.finish('init', ui, async () => {
      const { files } = await init(disk.files, process.cwd());
      ui.print([...files.map((name) => `wrote ${name}`), 'Next: `shipit deploy --local`']);
      return 0;
    });
  }
}
