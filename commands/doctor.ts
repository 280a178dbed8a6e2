import { other } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { exitCodes } from '../src/core/outcome';
import { doctor } from '../src/doctor';
import { show } from '../src/ui/show';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';
import { whereabouts } from './base/whereabouts';

export default class Doctor extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Look for what would stand in the way of a release: this machine, the project, credentials, permissions, aliases. Never writes.';
  static override description =
    'Each finding is ok, warn or bad, with why it is so and the way out. Exits with 2 when one is bad. Permissions are simulated by IAM: nothing is called for it.';
  static override usage = 'doctor [FUNCTION...] [FLAGS]';
  static override examples = [
    {
      description: 'Before the first deploy, and when something is odd',
      command: '<%= config.bin %> doctor',
    },
    { description: 'Of one stage, with its account', command: '<%= config.bin %> doctor --stage prod' },
    { description: 'Of this machine and the local AWS', command: '<%= config.bin %> doctor --local' },
    {
      description: 'What is not well, for a script',
      command: '<%= config.bin %> doctor --json | grep -v \'"state":"ok"\'',
    },
  ];
  static override exits = {
    0: 'Nothing stands in the way; there may be warnings.',
    2: 'At least one finding is bad.',
  };
  static override related = ['validate', 'plan'];
  static override tells = ['doctor.checked'];
  static override flags = awsFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Doctor);
    const ui = this.view(flags, 'doctor.checked');
    await this.finish('doctor', ui, async () => {
      const { ports, request } = this.keep(await other.checkup(ui, sessionRequest(flags)));
      const functions: typeof request.functions = (project) => selectFunctions(project, argv as string[]);
      const bad = await doctor(ports, { ...request, functions, where: whereabouts(flags) });
      const problems =
        bad === 0 ? [] : [`${show.count(bad, 'finding')} stand${bad === 1 ? 's' : ''} in the way`];
      return { exitCode: bad === 0 ? 0 : exitCodes.refused, problems };
    });
  }
}
