import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { status } from '../src/status';
import { onInterrupt } from '../src/ui/interrupt';
import { statusText } from '../src/ui/status';
import { watch } from '../src/watch';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';
import { releaseSuffix } from './base/typed-release';

export default class Status extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Show where each alias stands: version, weights, step, who is rolling out. Never writes.';
  static override usage = 'status [FUNCTION...] [FLAGS]';
  static override examples = ['<%= config.bin %> status', '<%= config.bin %> status --watch'];
  static override flags = {
    ...awsFlags,
    watch: Flags.boolean({ description: 'follow the release that moves, and end with its exit code' }),
    release: Flags.string({
      description: 'the release that is meant, by the end of its id; default: the one that moves',
      helpValue: '<id>',
      dependsOn: ['watch'],
    }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Status);
    const ui = this.view(flags, flags.watch ? null : 'status.read');
    const stop = onInterrupt();
    await this.finish('status', ui, async () => {
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      const { project, ports } = session;
      const functions = selectFunctions(project, argv as string[]);
      if (!flags.watch) {
        await status(ports, functions);
        return 0;
      }
      const named = argv.length === 0 ? [] : functions;
      const watched = await watch(ports, { project, named, release: releaseSuffix(flags.release), stop });
      if (watched.kind === 'rests') ui.print(statusText(watched.reading));
      if (watched.kind === 'ended') return watched.finished;
      return watched.kind === 'rests' ? 0 : (stop.exitCode() ?? 0);
    });
    stop.release();
  }
}
