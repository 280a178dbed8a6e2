import { disk } from '../src/compose/disk';
import { init } from '../src/init';
import { ShipitCommand } from './base/command';
import { viewFlags } from './base/flags';

export default class Init extends ShipitCommand {
  static override summary = 'Write a lambda.config.yaml for the code in this folder.';
  static override usage = 'init [FLAGS]';
  static override description = [
    'Looks at the code in this folder and writes the smallest project file that deploys it, with a ',
    'handler where there is none. A project file that is there already is never touched. Asks nobody, ',
    'and AWS for nothing.',
  ].join('');
  static override examples = [
    {
      description: 'Begin here, then try it on this machine alone',
      command: '<%= config.bin %> init && shipit deploy --local',
    },
  ];
  static override exits = {
    0: 'The file is written.',
  };
  static override related = ['validate', 'deploy', 'local'];
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
