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
  static override description = [
    'Reads the file, whatever it extends and each of its stages as strictly as a deploy does, and ',
    'lists all that is wrong at once: line, column, what it should be, and the word that was probably ',
    'meant. With --stage also what that stage needs of this machine, such as variables of the ',
    'environment. Asks AWS for nothing and writes nothing.',
  ].join('');
  static override examples = [
    {
      description: 'Check everything, in a hook before each commit too',
      command: '<%= config.bin %> validate',
    },
    {
      description: 'As machines read it: faults with file, line and column',
      command: '<%= config.bin %> validate --json',
    },
  ];
  static override exits = {
    0: 'The file is right in all its stages.',
    2: 'Something is wrong in it, or there is none.',
  };
  static override related = ['config', 'plan', 'doctor'];
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
