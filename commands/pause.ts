import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Pause extends ControlCommand {
  static override strict = false;
  static override summary = 'Hold the release that moves at its step, from any machine; alarms stay watched.';
  static override usage = 'pause [FUNCTION...] [FLAGS]';
  static override description = [
    'The weights stay where they are until resume, promote or abort. Alarms and the guard stay ',
    'watched, and send it back all the same. What is asked is written into the record of the alias ',
    'that leads the release; whoever drives it reads that within 15 seconds. The command waits up to ',
    '45 seconds until it is obeyed.',
  ].join('');
  static override examples = [
    { description: 'Hold everything while somebody looks', command: '<%= config.bin %> pause' },
    {
      description: 'The release of one function in a stage',
      command: '<%= config.bin %> pause api --stage prod',
    },
  ];
  static override exits = {
    2: 'Refused: no release moves, several may be meant, or that cannot be done now.',
    0: 'Obeyed.',
    6: 'Asked, and not obeyed yet.',
  };
  static override related = ['resume', 'promote', 'abort'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('pause', await this.parse(Pause), null);
  }
}
