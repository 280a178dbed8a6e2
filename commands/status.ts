import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { status } from '../src/status';
import { onInterrupt } from '../src/ui/interrupt';
import { statusText } from '../src/ui/status';
import { watch } from '../src/watch';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { helmOf } from './base/helm';
import { sessionRequest } from './base/typed';
import { releaseSuffix } from './base/typed-release';
import { WebView, webFlags } from './base/web-view';
import { whereabouts } from './base/whereabouts';

/** How the release was asked for is not known to whoever only looks. */
const nothingChosen = { strategy: null, rollout: null, bake: null };

export default class Status extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Show where each alias stands: version, weights, step, who is rolling out. Never writes.';
  static override usage = 'status [FUNCTION...] [FLAGS]';
  static override description = [
    'Says of each alias which version it serves, and while a release moves it also the weight, the ',
    'step, and who drives it from where, with a warning when that process is dead. With --watch it ',
    'shows the release as deploy does, and ends with its exit code; it looks on and never takes over, ',
    'as attach does. Never writes.',
  ].join('');
  static override examples = [
    { description: 'Where does everything stand?', command: '<%= config.bin %> status' },
    {
      description: 'Follow the release that moves, from any machine',
      command: '<%= config.bin %> status --watch',
    },
    { description: 'Of one stage, for a script', command: '<%= config.bin %> status --stage prod --json' },
  ];
  static override exits = {
    0: 'Shown. With --watch: the release ended well, or there was none.',
    3: 'With --watch: it was rolled back or aborted.',
    4: 'With --watch: it lost an alias to somebody else.',
    5: 'With --watch: an alias could not be restored.',
    6: 'With --watch: it waits for a person.',
    130: 'With --watch: Ctrl-C. The release goes on.',
  };
  static override related = ['attach', 'history', 'deploy'];
  static override tells = ['status.read'];
  static override flags = {
    ...awsFlags,
    watch: Flags.boolean({ description: 'follow the release that moves, and end with its exit code' }),
    release: Flags.string({
      description: 'the release that is meant, by the end of its id; default: the one that moves',
      helpValue: '<id>',
      dependsOn: ['watch'],
    }),
    ...webFlags,
    web: Flags.boolean({ ...webFlags.web, dependsOn: ['watch'] }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Status);
    const ui = this.view(flags, flags.watch ? null : 'status.read');
    const stop = onInterrupt();
    await this.finish('status', ui, async () => {
      const web = this.keep(new WebView(ui, flags));
      const session = this.keep(await openSession(web.ui, sessionRequest(flags)));
      const { project, ports, by, from } = session;
      const functions = selectFunctions(project, argv as string[]);
      if (!flags.watch) {
        await status(ports, functions, whereabouts(flags));
        return 0;
      }
      const named = argv.length === 0 ? [] : functions;
      const where = whereabouts(flags);
      const looking = { where, stop, drives: false };
      ui.steer(helmOf(session, { by, from, choice: nothingChosen, gated: null, ...looking }));
      await web.open({ session, taker: looking, isOwn: false });
      const request = { project, named, release: releaseSuffix(flags.release), where, stop };
      const watched = await watch(ports, request);
      if (watched.kind === 'rests') ui.print(statusText(watched.reading));
      if (watched.kind === 'ended') return watched.finished;
      return watched.kind === 'rests' ? 0 : (stop.exitCode() ?? 0);
    });
    stop.release();
  }
}
