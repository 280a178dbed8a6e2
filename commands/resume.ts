import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Resume extends ControlCommand {
  static override strict = false;
  static override summary = 'Let a paused release go on.';
  static override usage = 'resume [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> resume'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('resume', await this.parse(Resume), null);
  }
}
