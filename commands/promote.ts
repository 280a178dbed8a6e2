import { ControlCommand } from './base/control';
import { takeOverFlags } from './base/control-flags';

export default class Promote extends ControlCommand {
  static override strict = false;
  static override summary =
    'Give the new version all requests now, over all steps and waits that are left; alarms stay watched.';
  static override usage = 'promote [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> promote', '<%= config.bin %> promote --release 3F7K2M'];
  static override flags = takeOverFlags;

  async run(): Promise<void> {
    await this.ask('promote', await this.parse(Promote), null);
  }
}
