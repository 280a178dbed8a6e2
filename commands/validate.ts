import { openFile } from '../src/compose';
import { disk } from '../src/compose/disk';
import { checkProject } from '../src/config/open';
import { show } from '../src/ui/show';
import { ShipitCommand } from './base/command';
import { projectFlags } from './base/flags';
import { fileRequest } from './base/typed';

export default class Validate extends ShipitCommand {
  static override summary =
    'Check the project file in all its stages and list every problem in it. Asks AWS for nothing.';
  static override usage = 'validate [FLAGS]';
  static override flags = projectFlags;

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate);
    const ui = this.view(flags, null);
    await this.finish('validate', ui, async () => {
      const request = fileRequest(flags);
      const where = { path: request.config, cwd: process.cwd() };
      const { path, functions, stages } = await checkProject(disk.files, where);
      // As the stage that was chosen would use it, which may need what this machine has.
      if (request.stage !== null) await (await openFile(request)).finish(null);
      const counts = [show.count(functions.length, 'function')];
      if (stages.length > 0) counts.push(`${show.count(stages.length, 'stage')} (${stages.join(', ')})`);
      ui.print([`${path} is valid: ${counts.join(', ')}`]);
      return 0;
    });
  }
}
