import { ControlCommand } from './base/control';
import { takeOverExits, takeOverFlags } from './base/control-flags';

export default class Promote extends ControlCommand {
  static override strict = false;
  static override summary =
    'Give the new version all requests now, over all steps and waits that are left; alarms stay watched.';
  static override usage = 'promote [FUNCTION...] [FLAGS]';
  static override description = [
    'Skips the steps and waits that are left. The last bake and the alarms remain, so that a bad ',
    'version goes back from there too. What deploy --until has left is driven there by this command ',
    'itself. What is asked is written into the record of the alias that leads the release; whoever ',
    'drives it reads that within 15 seconds. The command waits up to 45 seconds until it is obeyed.',
  ].join('');
  static override examples = [
    { description: 'Everything to the new version, now', command: '<%= config.bin %> promote' },
    { description: 'Of two that move, this one', command: '<%= config.bin %> promote --release 3F7K2M' },
  ];
  static override exits = takeOverExits;
  static override related = ['approve', 'abort', 'rollback'];
  static override flags = takeOverFlags;

  async run(): Promise<void> {
    await this.ask('promote', await this.parse(Promote), null);
  }
}
