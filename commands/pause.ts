import { ControlCommand } from './base/control';
import { controlFlags } from './base/control-flags';

export default class Pause extends ControlCommand {
  static override strict = false;
  static override summary = 'Hold the release that moves at its step, from any machine; alarms stay watched.';
  static override usage = 'pause [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> pause', '<%= config.bin %> pause api --stage prod'];
  static override flags = controlFlags;

  async run(): Promise<void> {
    await this.ask('pause', await this.parse(Pause), null);
  }
}
