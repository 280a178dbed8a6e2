import { Flags } from '@oclif/core';
import { ControlCommand } from './base/control';
import { takeOverExits, takeOverFlags } from './base/control-flags';
import { stepNumber } from './base/typed-release';

export default class Approve extends ControlCommand {
  static override strict = false;
  static override summary =
    'Approve the step that waits, so that the release goes on; after deploy --until, this command drives the rest.';
  static override usage = 'approve [FUNCTION...] [FLAGS]';
  static override description = [
    'A step with an approval waits for this word, and so does what deploy --until has left. There ',
    'nobody drives the release any more, so this command drives the rest itself and ends as the ',
    'release does; steps that were given as flags have to be given again, since another course would ',
    'not be the one that was begun. What is asked is written into the record of the alias that leads ',
    'the release; whoever drives it reads that within 15 seconds. The command waits up to 45 seconds ',
    'until it is obeyed.',
  ].join('');
  static override examples = [
    { description: 'Approve the step that waits', command: '<%= config.bin %> approve' },
    {
      description: 'This step, and no other that may wait by now',
      command: '<%= config.bin %> approve --step 1',
    },
    {
      description: 'The second job of a pipeline, after `deploy --canary 10%/10m --until 10%`',
      command: '<%= config.bin %> approve --stage prod --canary 10%/10m',
    },
  ];
  static override exits = takeOverExits;
  static override related = ['deploy', 'promote', 'abort'];
  static override flags = {
    ...takeOverFlags,
    step: Flags.string({ description: 'approve this step and no other', helpValue: '<n>' }),
  };

  async run(): Promise<void> {
    const typed = await this.parse(Approve);
    await this.ask('approve', typed, typed.flags.step === undefined ? null : stepNumber(typed.flags.step));
  }
}
