import { attach } from '../src/attach';
import { ControlCommand } from './base/control';
import { takeOverFlags } from './base/control-flags';

export default class Attach extends ControlCommand {
  static override strict = false;
  static override summary =
    'Follow the release that moves, and take it over if its owner is dead; ends with its result.';
  static override usage = 'attach [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> attach', '<%= config.bin %> attach --stage prod'];
  static override flags = takeOverFlags;

  async run(): Promise<void> {
    await this.steer('attach', await this.parse(Attach), attach);
  }
}
