import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { planRelease } from '../src/plan';
import { parseStrategy } from '../src/plan/flags';
import { ShipitCommand } from './base/command';
import { awsFlags, strategyFlags } from './base/flags';
import { sessionRequest } from './base/typed';

/** With --exit-code, a plan that has changes. */
const changes = 10;

export default class PlanCommand extends ShipitCommand {
  static override strict = false;
  static override summary = 'Show what deploy would change and along which steps. Never writes.';
  static override usage = 'plan [FUNCTION...] [FLAGS]';
  static override flags = {
    ...awsFlags,
    ...strategyFlags,
    'exit-code': Flags.boolean({ description: 'exit with 10 when there is something to do' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(PlanCommand);
    const ui = this.view(flags, 'plan.made');
    await this.finish('plan', ui, async () => {
      const choice = parseStrategy({ ...flags, allAtOnce: flags['all-at-once'] });
      const session = this.keep(await openSession(ui.report, sessionRequest(flags)));
      const functions = selectFunctions(session.project, argv as string[]);
      const plan = await planRelease(session.ports, {
        project: session.project,
        functions,
        choice,
        gated: true,
      });
      const idle = plan.functions.every(({ action }) => action === 'none');
      return flags['exit-code'] && !idle ? changes : 0;
    });
  }
}
