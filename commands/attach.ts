import { attach } from '../src/attach';
import { ControlCommand } from './base/control';
import { takeOverFlags } from './base/control-flags';
import { webFlags } from './base/web-view';

export default class Attach extends ControlCommand {
  static override strict = false;
  static override summary =
    'Follow the release that moves, and take it over if its owner is dead; ends with its result.';
  static override usage = 'attach [FUNCTION...] [FLAGS]';
  static override description = [
    'Shows the release as deploy does. When its owner gives no sign of life for two minutes, this ',
    'process takes it over: it goes on if the project file and the flags give the same steps, and ',
    'restores if not. Writes only when it has taken over. To look on alone, whatever happens, is ',
    'status --watch.',
  ].join('');
  static override examples = [
    {
      description: 'Follow what moves, and finish it if its owner is gone',
      command: '<%= config.bin %> attach',
    },
    {
      description: 'The same for a release whose steps were given as flags',
      command: '<%= config.bin %> attach --stage prod --canary 10%/10m',
    },
  ];
  static override exits = {
    2: 'Refused: no release moves, several may be meant, or that cannot be done now.',
    0: 'The release was promoted.',
    3: 'It was rolled back or aborted.',
    4: 'It lost an alias to somebody else.',
    5: 'An alias could not be restored.',
    6: 'It waits for a person.',
    130: 'Ctrl-C; what it had taken over was restored.',
    143: 'Terminated; what it had taken over was restored.',
  };
  static override related = ['status', 'approve'];
  static override flags = { ...takeOverFlags, ...webFlags };

  async run(): Promise<void> {
    await this.steer('attach', await this.parse(Attach), attach);
  }
}
