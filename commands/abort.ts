import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Abort extends ControlCommand {
  static override strict = false;
  static override summary = 'End the release that moves: each alias goes back to the version before.';
  static override usage = 'abort [FUNCTION...] [FLAGS]';
  static override description = [
    'Every alias that the release moves serves the version before again, in one write each. It wins ',
    'over whatever else was asked and is not obeyed yet. What deploy --until has left, or a process ',
    'that died, is taken back by this command itself. What is asked is written into the record of the ',
    'alias that leads the release; whoever drives it reads that within 15 seconds. The command waits ',
    'up to 45 seconds until it is obeyed.',
  ].join('');
  static override examples = [
    { description: 'Stop it, and back', command: '<%= config.bin %> abort' },
    { description: 'Of two that move, this one', command: '<%= config.bin %> abort --release 3F7K2M' },
  ];
  static override exits = {
    2: 'Refused: no release moves, several may be meant, or that cannot be done now.',
    0: 'Obeyed: the version before serves.',
    4: 'Somebody else moved an alias meanwhile.',
    5: 'It took the release back itself, and an alias could not be restored.',
    6: 'Asked, and not obeyed yet.',
  };
  static override related = ['rollback', 'pause', 'status'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('abort', await this.parse(Abort), null);
  }
}
