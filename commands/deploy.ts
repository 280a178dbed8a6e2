import { Flags } from '@oclif/core';
import { openSession, type Session } from '../src/compose';
import { refuseTwins } from '../src/config/conflicts';
import type { Project } from '../src/config/project';
import { selectFunctions } from '../src/config/select';
import { deploy } from '../src/deploy';
import { refuseOtherStage } from '../src/plan/checks/stage';
import { isStepless } from '../src/plan/choose';
import type { Protection } from '../src/plan/preflight';
import { type Interruption, onInterrupt } from '../src/ui/interrupt';
import { type Asked, type AskedFlags, askedOf } from './base/asked';
import { ShipitCommand } from './base/command';
import { awsFlags } from './base/flags';
import { folderOf } from './base/folder';
import { releaseFlags, strategyFlags } from './base/release-flags';
import { requestsPerSecond, sessionRequest } from './base/typed';
import { holdTime, untilWeight } from './base/typed-release';
import { whereabouts } from './base/whereabouts';

/** Sample traffic runs this long before the release starts, so that there is a baseline to look at. World time. */
const warmUpMs = 60_000;

export default class Deploy extends ShipitCommand {
  static override strict = false;
  static override summary =
    'Build, publish, and move each alias to its new version in steps while alarms and the guard watch.';
  static override usage = 'deploy [FUNCTION...] [FLAGS]';
  static override examples = [
    '<%= config.bin %> deploy --canary 10%',
    '<%= config.bin %> deploy api --linear 10%/1m',
    '<%= config.bin %> deploy --canary 10% --until 10% --hold-for 2h',
    '<%= config.bin %> deploy --local --canary 10% --speed 60 --traffic 10/s',
  ];
  static override flags = {
    ...awsFlags,
    ...strategyFlags,
    ...releaseFlags,
    plan: Flags.string({
      description: 'carry out exactly this plan, kept with plan --out, or refuse',
      helpValue: '<file>',
      exclusive: [...Object.keys(strategyFlags), 'from-alias', 'drift', 'no-gate'],
    }),
    'ignore-firing': Flags.string({
      description: 'release although this alarm fires; it cannot stop this release. May be given again',
      helpValue: '<alarm>',
      multiple: true,
      multipleNonGreedy: true,
      default: [],
    }),
    until: Flags.string({
      description: 'stop when this step has baked, and leave the rest to shipit approve; exit 6',
      helpValue: '10%',
    }),
    'hold-for': Flags.string({
      description: 'how long it is kept there; default: what the project file says, else 2h',
      helpValue: '2h',
      dependsOn: ['until'],
    }),
    retry: Flags.boolean({ description: 'release what was rolled back last time all the same' }),
    'no-gate': Flags.boolean({ description: 'ask neither alarms nor the guard; needs --reason' }),
    reason: Flags.string({
      description: 'why nothing watches, or why there are no steps; kept in the journal',
      helpValue: '<text>',
    }),
    traffic: Flags.string({
      description: 'send the test events through every alias while the deploy runs, so many a world second',
      helpValue: '10/s',
      dependsOn: ['local'],
    }),
    confirm: Flags.string({
      description: 'name the protected stage, where nobody is there to type it',
      helpValue: '<stage>',
    }),
    yes: Flags.boolean({ char: 'y', description: 'do not ask' }),
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
      const session = this.keep(await openSession(ui, sessionRequest(place)));
      const { project, ports, by, from } = session;
      const functions = selectFunctions(project, saved?.functions ?? (argv as string[]));
      if (!flags.local) refuseTwins(session.opened.twins, functions);
      const what = { project, functions, saved, choice, gated, fromAlias, details: false };
      const stopTraffic = perSecond === null ? () => {} : await warmUp(session, perSecond, interruption);
      const finished = await deploy(ports, {
        ...what,
        where: whereabouts(place),
        ...{ by, from, tools: session.tools(), artifacts: folderOf(flags.artifacts) },
        ...(await session.source()),
        drift: flags.drift ?? false,
        reason: flags.reason ?? null,
        retry: flags.retry ?? false,
        ignoreFiring: flags['ignore-firing'],
        until,
        holdFor,
        expect: project.place,
        protection: protectionOf(project, { ...flags, choice }, ui.typed !== null),
        confirm: flags.yes || flags.local ? null : ui.confirm,
        typed: ui.typed,
        stop: interruption,
      });
      stopTraffic();
      return finished;
    });
    interruption.release();
  }
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
