import { openProject } from '../src/compose';
import { ShipitCommand } from './base/command';
import { projectFlags } from './base/flags';

export default class Validate extends ShipitCommand {
  static override summary = 'Check the project file and list every problem in it.';
  static override flags = projectFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate);
    const ui = this.view(flags, null);
    await this.finish('validate', ui, async () => {
      const { file, functions } = await openProject(flags.config ?? null);
      const count = functions.length === 1 ? '1 function' : `${functions.length} functions`;
      ui.print([`${file} is valid: ${count}`]);
      return 0;
    });
  }
}
