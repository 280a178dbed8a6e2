import { Args } from '@oclif/core';
import { ShipitError } from '../src/core/errors';
import { type Shell, scriptOf, shells } from '../src/ui/shells/scripts';
import { ShipitCommand } from './base/command';
import { viewFlags } from './base/flags';

export default class Completion extends ShipitCommand {
  static override summary = 'Print what lets bash, zsh or fish complete the words of shipit.';
  static override usage = 'completion SHELL [FLAGS]';
  static override description = [
    'Commands, flags and their values are completed, and what the project file names: functions, ',
    'stages, rollouts, aliases; and releases, from the journal beside the project. Each Tab reads ',
    'that file anew and asks nobody else; a file that is broken just names less. The script goes to ',
    'stdout, and no file of yours is touched: you say where it goes.\n\n',
    'bash, in ~/.bashrc: source <(shipit completion bash)\n',
    'bash 3.2 of macOS: eval "$(shipit completion bash)"\n',
    'zsh, in ~/.zshrc behind compinit: source <(shipit completion zsh)\n',
    'fish: shipit completion fish > ~/.config/fish/completions/shipit.fish',
  ].join('');
  static override examples = [
    { description: 'Try it in this bash', command: 'source <(<%= config.bin %> completion bash)' },
    {
      description: 'Keep it, in fish',
      command: '<%= config.bin %> completion fish > ~/.config/fish/completions/shipit.fish',
    },
    {
      description: 'Keep it, in zsh, in a folder of $fpath',
      command: '<%= config.bin %> completion zsh > ~/.zfunc/_shipit',
    },
  ];
  static override exits = {
    0: 'The script is on stdout.',
  };
  static override related = ['help'];
  static override flags = viewFlags;
  static override args = {
    shell: Args.string({ description: 'for which the script is', options: [...shells] }),
  };

  async run(): Promise<void> {
    const { flags, args } = await this.parse(Completion);
    const ui = this.view(flags, null);
    await this.finish('completion', ui, async () => {
      if (args.shell === undefined)
        throw new ShipitError('badFlag', 'completion of which shell is meant?', {
          hint: `Name it: ${shells.map((shell) => `shipit completion ${shell}`).join(', ')}.`,
        });
      ui.print(
        scriptOf(args.shell as Shell)
          .trimEnd()
          .split('\n'),
      );
      return 0;
    });
  }
}
