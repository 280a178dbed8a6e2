import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Resume extends ControlCommand {
  static override strict = false;
  static override summary = 'Let a paused release go on.';
  static override usage = 'resume [FUNCTION...] [FLAGS]';
  static override description = [
    'Goes on with the step at which it was paused, and bakes what was left of it. It approves ',
    'nothing: a step that waits for a person goes on with approve. What is asked is written into the ',
    'record of the alias that leads the release; whoever drives it reads that within 15 seconds. The ',
    'command waits up to 45 seconds until it is obeyed.',
  ].join('');
  static override examples = [
    { description: 'Go on', command: '<%= config.bin %> resume' },
    { description: 'Of two that move, this one', command: '<%= config.bin %> resume --release 3F7K2M' },
  ];
  static override exits = {
    2: 'Refused: no release moves, several may be meant, or that cannot be done now.',
    0: 'Obeyed.',
    6: 'Asked, and not obeyed yet.',
  };
  static override related = ['pause', 'approve'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('resume', await this.parse(Resume), null);
  }
}
