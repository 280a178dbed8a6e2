import { resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { disk } from '../src/compose/disk';
import { selectFunctions } from '../src/config/select';
import { ShipitError } from '../src/core/errors';
import { withWork } from '../src/make';
import { foresee, planRelease } from '../src/plan';
import { parseStrategy } from '../src/plan/flags';
import { savePlan } from '../src/plan/saved';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { folderOf } from './base/folder';
import { releaseFlags, strategyFlags } from './base/release-flags';
import { sessionRequest } from './base/typed';

/** With --exit-code, a plan that has changes. */
const changes = 10;

export default class PlanCommand extends ShipitCommand {
  static override strict = false;
  static override summary = 'Show what deploy would change and along which steps. Never writes.';
  static override usage = 'plan [FUNCTION...] [FLAGS]';
  static override examples = [
    '<%= config.bin %> plan',
    '<%= config.bin %> plan api --details',
    '<%= config.bin %> plan --stage prod --out plan.json',
  ];
  static override flags = {
    ...awsFlags,
    ...strategyFlags,
    ...releaseFlags,
    details: Flags.boolean({
      description: 'every change of every function, and which files of its code differ',
    }),
    out: Flags.string({
      description: 'keep the plan in this file, for deploy --plan',
      helpValue: '<file>',
      exclusive: ['drift'],
    }),
    'exit-code': Flags.boolean({ description: 'exit with 10 when the plan has changes' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(PlanCommand);
    const ui = this.view(flags, 'plan.made');
    await this.finish('plan', ui, async () => {
      if (flags.out !== undefined) await refuseUnwritable(flags.out);
      const choice = parseStrategy({ ...flags, allAtOnce: flags['all-at-once'] });
      const { project, ports } = this.keep(await openSession(ui, sessionRequest(flags)));
      const functions = selectFunctions(project, argv as string[]);
      const { details = false, drift = false, alias = null } = flags;
      const asked = { choice, gated: true, fromAlias: flags['from-alias'] ?? null };
      const looking = { artifacts: folderOf(flags.artifacts), details, drift, ignoreFiring: [] };
      const plan = await planRelease(ports, { project, functions, ...asked, ...looking });
      if (flags.out !== undefined) {
        const { account, region } = await ports.identity.whoami();
        const stage = project.stage?.name ?? null;
        const saved = savePlan(plan, { project: project.name, stage, account, region, alias, ...asked });
        await disk.files.write(resolve(flags.out), `${JSON.stringify(saved, null, 2)}\n`);
      }
      if (withWork(plan).length === 0) return 0;
      const options = { retry: false, ignoreFiring: [], expect: project.place, protection: null };
      await foresee(ports, plan, options);
      return flags['exit-code'] ? changes : 0;
    });
  }
}

/** A plan replaces a plan, and nothing else. */
async function refuseUnwritable(path: string): Promise<void> {
  const stat = path === '' ? null : await disk.files.stat(resolve(path));
  if (path !== '' && (stat === null || stat.kind === 'file')) return;
  throw new ShipitError('badFlag', `--out ${path || '""'}: that is no file that a plan may be kept in`, {
    hint: 'Name a new file: --out plan.json.',
  });
}
