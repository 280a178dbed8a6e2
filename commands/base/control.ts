import { openSession, type Session } from '../../src/compose';
import type { FunctionSpec } from '../../src/config/project';
import { selectFunctions } from '../../src/config/select';
import { type Controlled, control, type Taker } from '../../src/control';
import type { ControlName } from '../../src/core/told';
import { parseStrategy, type StrategyFlags } from '../../src/plan/flags';
import { onInterrupt } from '../../src/ui/interrupt';
import { ShipitCommand } from './command';
import { helmOf } from './helm';
import { type AwsFlags, sessionRequest } from './typed';
import { releaseSuffix } from './typed-release';
import { type WebFlags, WebView } from './web-view';
import { whereabouts } from './whereabouts';

export interface ControlFlags extends AwsFlags, WebFlags, Partial<Omit<StrategyFlags, 'allAtOnce'>> {
  readonly json: boolean | undefined;
  readonly plain: boolean | undefined;
  readonly release: string | undefined;
  readonly 'all-at-once'?: boolean | undefined;
  readonly 'no-gate'?: boolean | undefined;
}

interface Typed {
  readonly flags: ControlFlags;
  /** Functions. */
  readonly argv: readonly unknown[];
}

/** What each of the stories of control is given. */
export interface Request extends Taker {
  readonly project: Session['project'];
  readonly named: readonly FunctionSpec[];
  readonly release: string | null;
}

/** Opens what a command of control needs, and ends it with `<command>.finished`. */
export abstract class ControlCommand extends ShipitCommand {
  protected async steer(
    name: ControlName,
    { flags, argv }: Typed,
    work: (ports: Session['ports'], request: Request) => Promise<Controlled>,
  ): Promise<void> {
    const ui = this.view(flags, null);
    const interruption = onInterrupt();
    await this.finish(name, ui, async () => {
      const taker = {
        ...howAsked(flags),
        release: releaseSuffix(flags.release),
        stop: interruption,
        where: whereabouts(flags),
      };
      const web = this.keep(new WebView(ui, flags));
      const session = this.keep(await openSession(web.ui, sessionRequest(flags)));
      const { project, ports, by, from } = session;
      const named = argv.length === 0 ? [] : selectFunctions(project, argv as string[]);
      if (name === 'attach') ui.steer(helmOf(session, { by, from, ...taker, drives: true }));
      await web.open({ session, taker: { ...taker, drives: true }, isOwn: false });
      return work(ports, { project, named, by, from, ...taker });
    });
    interruption.release();
  }

  /** A command that is one wish. */
  protected ask(what: Exclude<ControlName, 'attach'>, typed: Typed, step: number | null): Promise<void> {
    return this.steer(what, typed, (ports, request) =>
      control(ports, { ...request, what, step, drives: true }),
    );
  }
}

function howAsked(flags: ControlFlags): Pick<Taker, 'choice' | 'gated'> {
  const { canary, linear, steps, rollout, bake, 'all-at-once': allAtOnce } = flags;
  const choice = parseStrategy({ canary, linear, steps, rollout, bake, allAtOnce });
  return { choice, gated: flags['no-gate'] ? false : null };
}
