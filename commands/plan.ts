import { resolve } from 'node:path';
import { Flags } from '@oclif/core';
import { openSession } from '../src/compose';
import { disk } from '../src/compose/disk';
import { selectFunctions } from '../src/config/select';
import { withWork } from '../src/make';
import { foresee, planRelease } from '../src/plan';
import { parseStrategy } from '../src/plan/flags';
import { savePlan } from '../src/plan/saved';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { folderOf } from './base/folder';
import { refuseUnwritable } from './base/out-file';
import { releaseFlags, strategyFlags } from './base/release-flags';
import { sessionRequest } from './base/typed';
import { whereabouts } from './base/whereabouts';

/** With --exit-code, a plan that has changes. */
const changes = 10;

export default class PlanCommand extends ShipitCommand {
  static override strict = false;
  static override summary = 'Show what deploy would change and along which steps. Never writes.';
  static override usage = 'plan [FUNCTION...] [FLAGS]';
  static override description = [
    'Builds, compares with what each alias serves now, and says in one line a function what would ',
    'change; with --details all of it: settings old and new, variables as digests, files of the code, ',
    'roles, layers, the steps and when they would be over. What a deploy would be refused for is ',
    'warned of. Never writes at AWS. What it keeps with --out holds no secret and no code, and deploy ',
    '--plan carries out that and nothing else, or refuses because reality has moved.',
  ].join('');
  static override examples = [
    { description: 'What would a deploy do?', command: '<%= config.bin %> plan' },
    {
      description: 'Everything that would change of one function',
      command: '<%= config.bin %> plan api --details',
    },
    {
      description: 'One person plans, another one looks at it and deploys',
      command: '<%= config.bin %> plan --stage prod --out plan.json',
    },
    { description: 'Has somebody changed something by hand?', command: '<%= config.bin %> plan --drift' },
    {
      description: 'In a script: 10 means that there is something to do',
      command: '<%= config.bin %> plan --exit-code',
    },
  ];
  static override exits = {
    0: 'The plan was shown.',
    10: 'With --exit-code: there are changes.',
  };
  static override related = ['deploy', 'config', 'status'];
  static override tells = ['plan.made'];
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
      if (flags.out !== undefined)
        await refuseUnwritable(flags.out, { what: 'a plan', example: 'plan.json' });
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
      await foresee(ports, plan, { ...options, where: whereabouts(flags) });
      return flags['exit-code'] ? changes : 0;
    });
  }
}
