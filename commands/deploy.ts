import { Flags } from '@oclif/core';
import { openSession, type Session } from '../src/compose';
import { refuseTwins } from '../src/config/conflicts';
import type { Project } from '../src/config/project';
import { selectFunctions } from '../src/config/select';
import { reportCommand } from '../src/core/command';
import type { Whereabouts } from '../src/core/told';
import { deploy, type Finished } from '../src/deploy';
import { refuseOtherStage } from '../src/plan/checks/stage';
import { isStepless } from '../src/plan/choose';
import type { Protection } from '../src/plan/preflight';
import type { Ui } from '../src/ui/choose';
import { type Interruption, onInterrupt } from '../src/ui/interrupt';
import { type Asked, type AskedFlags, askedOf } from './base/asked';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { folderOf } from './base/folder';
import { grouped } from './base/grouped';
import { helmOf } from './base/helm';
import { releaseFlags, strategyFlags } from './base/release-flags';
import { requestsPerSecond, sessionRequest } from './base/typed';
import { holdTime, untilWeight } from './base/typed-release';
import { WebView, webFlags } from './base/web-view';
import { whereabouts } from './base/whereabouts';

/** Sample traffic runs this long before the release starts, so that there is a baseline to look at. World time. */
const warmUpMs = 60_000;

export default class Deploy extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Build, publish, and move each alias to its new version in steps while alarms and the guard watch.';
  static override usage = 'deploy [FUNCTION...] [FLAGS]';
  static override description = [
    'Builds, plans, checks all that can be known beforehand, and refuses with exit 2 before the first ',
    'write when something is wrong. Then it claims every alias, writes settings, code and versions, ',
    'runs the smoke tests, and moves all aliases together, step by step, while alarms and the guard ',
    'watch. A bad version goes back by itself, with exit 3; Ctrl-C takes it back first.\n\n',
    'It writes what the project file says: code, settings that it names, versions, aliases, and the ',
    'roles, layers and alarms that it describes. A setting that the file does not name stays as it ',
    'is. Old versions beyond `keepVersions` go once it is out; it never removes a function, a queue, ',
    'a table or an API.\n\n',
    'Without a flag of the rollout each function moves as the project file says. With such a flag its ',
    'steps are replaced; hooks, alarms and the guard stay.',
  ].join('');
  static override examples = [
    { description: 'Release all functions, as the project file says', command: '<%= config.bin %> deploy' },
    {
      description: 'One in ten requests for ten minutes, then everything',
      command: '<%= config.bin %> deploy --canary 10%',
    },
    {
      description: 'One function, in equal steps of a minute',
      command: '<%= config.bin %> deploy api --linear 10%/1m',
    },
    {
      description: 'To a protected stage, where nobody is there to type its name',
      command: '<%= config.bin %> deploy --stage prod --confirm prod --yes',
    },
    {
      description: 'Stop at 10% and leave the rest to `shipit approve`; exit 6',
      command: '<%= config.bin %> deploy --canary 10% --until 10% --hold-for 2h',
    },
    {
      description: 'Exactly the plan that somebody looked at',
      command: '<%= config.bin %> deploy --plan plan.json',
    },
    {
      description: 'Try it on this machine, with requests, sixty times as fast',
      command: '<%= config.bin %> deploy --local --canary 10% --speed 60 --traffic 10/s',
    },
  ];
  static override exits = {
    0: '`promoted`, or `unchanged` when there was nothing to release.',
    3: '`rolledBack` or `aborted`: the version before serves again.',
    4: '`lost`: somebody else moved an alias. That one was left alone, the others were restored.',
    5: '`stuck`: an alias could not be restored. Somebody must act now.',
    6: '`waiting`: --until has stopped it there. From then on nobody watches.',
    7: '`failed` after a write, and no alias was moved: publishing, or the smoke test.',
    130: 'Ctrl-C; the aliases were restored before.',
    143: 'Terminated; the aliases were restored before.',
  };
  static override related = ['plan', 'status', 'rollback', 'approve', 'history'];
  static override tells = ['plan.made', 'release.started', 'rollout.stepped', 'rollout.observed'];
  static override flags = {
    ...awsFlags,
    ...strategyFlags,
    ...releaseFlags,
    ...grouped('source', {
      plan: Flags.string({
        description: 'carry out exactly this plan, kept with plan --out, or refuse',
        helpValue: '<file>',
        exclusive: [...Object.keys(strategyFlags), 'from-alias', 'drift', 'no-gate'],
      }),
      retry: Flags.boolean({ description: 'release what was rolled back last time all the same' }),
    }),
    ...grouped('rollout', {
      until: Flags.string({
        description: 'stop when this step has baked, and leave the rest to shipit approve; exit 6',
        helpValue: '10%',
      }),
      'hold-for': Flags.string({
        description: 'how long it is kept there; default: what the project file says, else 2h',
        helpValue: '2h',
        dependsOn: ['until'],
      }),
    }),
    ...grouped('safety', {
      'ignore-firing': Flags.string({
        description: 'release although this alarm fires; it cannot stop this release. May be given again',
        helpValue: '<alarm>',
        multiple: true,
        multipleNonGreedy: true,
        default: [],
      }),
      'no-gate': Flags.boolean({ description: 'ask neither alarms nor the guard; needs --reason' }),
      reason: Flags.string({
        description:
          'why nothing watches, or why there are no steps; kept in the journal. --no-gate needs it; on a protected stage so does a rollout without steps',
        helpValue: '<text>',
      }),
      confirm: Flags.string({
        description: 'name the protected stage, where nobody is there to type it; refused for any other',
        helpValue: '<stage>',
      }),
      yes: Flags.boolean({ char: 'y', description: 'do not ask' }),
    }),
    ...grouped('local AWS', {
      traffic: Flags.string({
        description: 'send the test events through every alias while the deploy runs, so many a world second',
        helpValue: '10/s',
        dependsOn: ['local'],
      }),
    }),
    ...webFlags,
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Deploy);
    const ui = this.view(flags, null);
    const interruption = onInterrupt();
    await this.release(ui, async () => {
      const { saved, asked } = await askedOf(flags, argv as string[]);
      const until = flags.until === undefined ? null : untilWeight(flags.until);
      const holdFor = flags['hold-for'] === undefined ? null : holdTime(flags['hold-for']);
      const perSecond = flags.traffic === undefined ? null : requestsPerSecond(flags.traffic);
      const { stage, alias, choice, gated, fromAlias } = asked;
      const place = { ...flags, stage: stage ?? undefined, alias: alias ?? undefined };
      const web = this.keep(new WebView(ui, flags));
      const session = this.keep(await openSession(web.ui, sessionRequest(place)));
      const { project, ports, by, from } = session;
      const functions = selectFunctions(project, saved?.functions ?? (argv as string[]));
      if (!flags.local) refuseTwins(session.opened.twins, functions);
      const where = whereabouts(place);
      const what = { project, functions, saved, choice, gated, fromAlias, where, details: false };
      const driving = { where, stop: interruption, drives: true };
      ui.steer(helmOf(session, { by, from, choice, gated, ...driving }));
      const stopTraffic = perSecond === null ? () => {} : await warmUp(session, perSecond, interruption);
      await web.open({ session, taker: driving, isOwn: true });
      const finished = await deploy(ports, {
        ...what,
        ...{ by, from, tools: session.tools(), artifacts: folderOf(flags.artifacts) },
        ...(await session.source()),
        drift: flags.drift ?? false,
        reason: flags.reason ?? null,
        retry: flags.retry ?? false,
        ignoreFiring: flags['ignore-firing'],
        ...{ until, holdFor, expect: project.place, stop: interruption },
        protection: protectionOf(project, { ...flags, choice }, ui.typed !== null),
        confirm: flags.yes || flags.local ? null : ui.confirm,
        typed: ui.typed,
      });
      stopTraffic();
      return hintAtReport(ui, finished, where);
    });
    interruption.release();
  }
}

/** Where there was something to see: a first version has no course. */
function hintAtReport(ui: Ui, finished: Finished, where: Whereabouts): Finished {
  const { release, functions } = finished;
  const took = functions.some(({ baseline, candidate }) => baseline !== null && candidate !== null);
  if (release !== null && took) ui.hint(`report: \`${reportCommand(release.slice(-6), where)}\``);
  return finished;
}

/** A plan that was kept may take the steps away as well as a flag. */
function protectionOf(
  project: Project,
  asked: Pick<AskedFlags, 'confirm' | 'reason'> & Pick<Asked, 'choice'>,
  asks: boolean,
): Protection | null {
  const { confirm = null, choice } = asked;
  refuseOtherStage(confirm, project.stage);
  if (!project.stage?.protected) return null;
  const reason = asked.reason?.trim() || null;
  const allAtOnce = isStepless(project, choice);
  return { stage: project.stage.name, confirmed: confirm, asks, reason, allAtOnce };
}

async function warmUp(session: Session, perSecond: number, { signal }: Interruption): Promise<() => void> {
  const requests = session.project.functions.map(({ name, alias, testEvents }) => ({
    functionName: name,
    alias,
    perSecond,
    samples: testEvents,
  }));
  const stop = await session.traffic(requests);
  await new Promise<void>((resolve) => {
    const cancel = session.ports.clock.after(warmUpMs, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
  return stop;
}
