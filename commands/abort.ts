import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Abort extends ControlCommand {
  static override strict = false;
  static override summary = 'End the release that moves: each alias goes back to the version before.';
  static override usage = 'abort [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> abort'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('abort', await this.parse(Abort), null);
  }
}
