import { Flags } from '@oclif/core';
import { ControlCommand } from './base/control';
import { takeOverFlags } from './base/control-flags';
import { stepNumber } from './base/typed-release';

export default class Approve extends ControlCommand {
  static override strict = false;
  static override summary =
    'Approve the step that waits, so that the release goes on; after deploy --until, this command drives the rest.';
  static override usage = 'approve [FUNCTION...] [FLAGS]';
  static override examples = [
    '<%= config.bin %> approve',
    '<%= config.bin %> approve --step 1',
    '<%= config.bin %> approve --stage prod --release 3F7K2M',
  ];
  static override flags = {
    ...takeOverFlags,
    step: Flags.string({ description: 'approve this step and no other', helpValue: '<n>' }),
  };

  async run(): Promise<void> {
    const typed = await this.parse(Approve);
    await this.ask('approve', typed, typed.flags.step === undefined ? null : stepNumber(typed.flags.step));
  }
}
