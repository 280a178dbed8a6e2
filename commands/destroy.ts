import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { refuseTwins } from '../src/config/conflicts';
import { selectFunctions } from '../src/config/select';
import { destroy } from '../src/destroy';
import { onInterrupt } from '../src/ui/interrupt';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { sessionRequest } from './base/typed';
import { whereabouts } from './base/whereabouts';

export default class Destroy extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Remove functions with their aliases, roles and layers; without names, all of the project or stage.';
  static override usage = 'destroy [FUNCTION...] [FLAGS]';
  static override description = [
    'Lists what would go, what is not there and what stays, and wants the name of the project typed ',
    '(with a stage <project>/<stage>); --yes answers for it, and for a protected stage --yes ',
    '--confirm <stage>. Without any of them a script gets the list and exit 2.\n\n',
    'Removes aliases first, so that callers get a clear error, then functions, then roles, alarms and ',
    'layer versions that shipit made. Never a function without the tags of this project and stage ',
    '(unless --force), none with `manage: release`, none that a release moves, and no log group, no ',
    'image, no journal. What is gone already is no error: run it again when it had to leave ',
    'something.',
  ].join('');
  static override examples = [
    { description: 'All of the project', command: '<%= config.bin %> destroy' },
    { description: 'One function', command: '<%= config.bin %> destroy api' },
    {
      description: 'A protected stage, in a script',
      command: '<%= config.bin %> destroy --stage prod --yes --confirm prod',
    },
  ];
  static override exits = {
    0: 'All of it is gone.',
    2: 'Nothing was removed: nobody agreed, or it may not be.',
    7: 'Something had to stay; it is named.',
    130: 'Ctrl-C, before the next thing.',
    143: 'Terminated, before the next thing.',
  };
  static override related = ['status'];
  static override tells = ['destroy.planned'];
  static override flags = {
    ...awsFlags,
    yes: Flags.boolean({ char: 'y', description: 'do not ask for the name of what goes' }),
    confirm: Flags.string({ description: 'with --yes, name the protected stage', helpValue: '<stage>' }),
    force: Flags.boolean({
      description: 'remove also functions that do not carry the tags of this project and stage',
    }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Destroy);
    const ui = this.view(flags, null);
    const interruption = onInterrupt();
    await this.finish('destroy', ui, async () => {
      const session = this.keep(await openSession(ui, sessionRequest(flags)));
      const { project, ports } = session;
      const named = argv.length === 0 ? [] : selectFunctions(project, argv as string[]);
      if (!flags.local) refuseTwins(session.opened.twins, named.length === 0 ? project.functions : named);
      const confirm = flags.confirm ?? null;
      // Nothing in a local world is real, so nobody is asked there.
      const consent = flags.local
        ? { yes: true, confirm: confirm ?? project.stage?.name ?? null, typed: null }
        : { yes: flags.yes ?? false, confirm, typed: ui.typed };
      const force = flags.force ?? false;
      const where = whereabouts(flags);
      return await destroy(ports, { project, named, force, consent, where, stop: interruption });
    });
    interruption.release();
  }
}
