import { openSession } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { status } from '../src/status';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';

export default class Status extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Show where each alias stands: version, weights, who is rolling out. Never writes.';
  static override usage = 'status [FUNCTION...] [FLAGS]';
  static override flags = awsFlags;

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Status);
    const ui = this.view(flags, 'status.read');
    await this.finish('status', ui, async () => {
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      await status(session.ports, selectFunctions(session.project, argv as string[]));
      return 0;
    });
  }
}
