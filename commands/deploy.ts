import { Flags } from '@oclif/core';
import { openSession, type Session } from '../src/compose';
import { selectFunctions } from '../src/config/select';
import { ShipitError } from '../src/core/errors';
import { deploy } from '../src/deploy';
import { parseStrategy } from '../src/plan/flags';
import { type Interruption, onInterrupt } from '../src/ui/interrupt';
import { ShipitCommand } from './base/command';
import { awsFlags, strategyFlags } from './base/flags';
import { requestsPerSecond, sessionRequest } from './base/typed';

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
    '<%= config.bin %> deploy --local --canary 10% --speed 60 --traffic 10/s',
  ];
  static override flags = {
    ...awsFlags,
    ...strategyFlags,
    retry: Flags.boolean({ description: 'release what was rolled back last time all the same' }),
    'no-gate': Flags.boolean({ description: 'ask neither alarms nor the guard; needs --reason' }),
    reason: Flags.string({ description: 'why there is no gate; kept in the journal', helpValue: '<text>' }),
    traffic: Flags.string({
      description: 'sample events through each alias, with --local',
      helpValue: '10/s',
      dependsOn: ['local'],
    }),
    yes: Flags.boolean({ char: 'y', description: 'do not ask' }),
  };

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Deploy);
    const ui = this.view(flags, null);
    const interruption = onInterrupt();
    await this.release(ui, async () => {
      const choice = parseStrategy({ ...flags, allAtOnce: flags['all-at-once'] });
      const gate = gateOf(flags['no-gate'] ?? false, flags.reason);
      const perSecond = flags.traffic === undefined ? null : requestsPerSecond(flags.traffic);
      const session = this.keep(await openSession(ui.report, sessionRequest(flags)));
      const functions = selectFunctions(session.project, argv as string[]);
      const confirm = flags.yes || flags.local ? null : ui.confirm;
      const stopTraffic = perSecond === null ? () => {} : await warmUp(session, perSecond, interruption);
      const request = { project: session.project, functions, choice, ...gate, confirm, by: session.by };
      const finished = await deploy(session.ports, {
        ...request,
        retry: flags.retry ?? false,
        stop: interruption,
      });
      stopTraffic();
      return finished;
    });
    interruption.release();
  }
}

function gateOf(off: boolean, reason: string | undefined): { gated: boolean; ungated: string | null } {
  if (off && !reason?.trim()) {
    throw new ShipitError('badFlag', '--no-gate needs --reason', {
      hint: 'Say why: --no-gate --reason "alarms are being moved".',
    });
  }
  if (!off && reason !== undefined) {
    throw new ShipitError('badFlag', '--reason goes with --no-gate', { hint: 'Leave --reason out.' });
  }
  return { gated: !off, ungated: reason ?? null };
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
