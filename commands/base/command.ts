import { Command } from '@oclif/core';
import { openTerminal, type UiRequest } from '../../src/compose';
import { disk } from '../../src/compose/disk';
import { ShipitError, toldFaults, traceOf } from '../../src/core/errors';
import type { Event, EventOf } from '../../src/core/events';
import { exitCodes } from '../../src/core/outcome';
import type { CommandName } from '../../src/core/told';
import type { Ui } from '../../src/ui/choose';
import { sentencesOf } from '../../src/ui/errors';
import { usageError } from './usage';

type ViewFlags = {
  readonly json: boolean | undefined;
  readonly plain: boolean | undefined;
  readonly details?: boolean | undefined;
  readonly 'log-file'?: string | undefined;
  readonly quiet?: boolean | undefined;
  readonly verbose?: boolean | undefined;
  readonly debug?: boolean | undefined;
};

interface Ended {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

interface Closable {
  readonly close: () => Promise<void>;
}

/** What every command has in common: a view, a last event, an exit code. */
export abstract class ShipitCommand extends Command {
  /** For its page in docs/commands: its own ways to end, where to read on, and what it tells before the last event. */
  static exits: Readonly<Record<number, string>> = {};
  static related: readonly string[] = [];
  static tells: readonly string[] = [];

  private readonly opened: Closable[] = [];
  private shown: Ui | null = null;

  /** As the framework runs it, in a program that is there already. */
  launch(): Promise<unknown> {
    return this._run();
  }

  /** Closed when everything has been said: a local world may stay open for others a while longer. */
  protected keep<T extends Closable>(opened: T): T {
    this.opened.push(opened);
    return opened;
  }

  protected override async finally(): Promise<void> {
    for (const opened of this.opened) await opened.close();
  }

  protected view(flags: ViewFlags, payload: UiRequest['payload']): Ui {
    const { json = false, plain = false, details = false, 'log-file': logFile = null } = flags;
    const wishes = { json, plain, payload, details, logFile, talk: talkOf(flags) };
    this.shown = openTerminal({ ...wishes, started: this.started() });
    return this.shown;
  }

  private started() {
    const { version } = this.config;
    const { platform, arch } = process;
    const words = [this.id ?? '', ...this.argv];
    return { version, node: process.version, system: `${platform} ${arch}`, words };
  }

  /** Runs a command that ends with `<command>.finished`; the work answers the exit code, and what is wrong in the end. */
  protected async finish(command: CommandName, ui: Ui, work: () => Promise<number | Ended>): Promise<void> {
    let refusal: Refusal = { problems: [] };
    try {
      const ended = await work();
      process.exitCode = typeof ended === 'number' ? ended : ended.exitCode;
      if (typeof ended !== 'number') refusal = { problems: ended.problems };
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      refusal = refusalOf(error);
      process.exitCode = exitCodes.refused;
      failWith(ui, error);
    }
    const type = `${command}.finished` as const;
    ui.report.tell({ v: 1, type, at: disk.clock.nowMs(), exitCode: Number(process.exitCode), ...refusal });
    ui.close();
  }

  /** The same for deploy and rollback, which end with `release.finished` whatever happens. */
  protected async release(
    ui: Ui,
    work: () => Promise<Extract<Event, { type: 'release.finished' }>>,
  ): Promise<void> {
    try {
      process.exitCode = (await work()).exitCode;
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      process.exitCode = exitCodes.refused;
      failWith(ui, error);
      ui.report.tell(lastEvent('deploy', refusalOf(error)));
    }
    ui.close();
  }

  /**
   * Flags that oclif itself refuses are refusals like any other; what nobody knows is a bug, and is shown by the view that
   * knows what must not be.
   */
  protected override async catch(error: Error & { oclif?: { exit?: number } }): Promise<void> {
    const known = error.oclif === undefined ? error : usageError(error, this.ctor);
    const ui = this.shown ?? this.lastView();
    process.exitCode = known instanceof ShipitError ? exitCodes.refused : 1;
    failWith(ui, known);
    if (known instanceof ShipitError) ui.keep(lastEvent(this.id ?? '', refusalOf(known)));
    ui.close();
  }

  /** For whoever got no further than its flags. A file for events that cannot be written is why, or does not matter any more. */
  private lastView(): Ui {
    const typed = this.argv.findIndex((word) => /^--log-file(=|$)/.test(word));
    // A path may hold more of `=`.
    const logFile = /=(.*)$/s.exec(this.argv[typed] ?? '')?.[1] ?? this.argv[typed + 1] ?? null;
    const wishes = { json: this.argv.includes('--json'), plain: false, payload: null, details: false };
    try {
      return openTerminal({ ...wishes, logFile: typed < 0 ? null : logFile });
    } catch {
      return openTerminal({ ...wishes, logFile: false });
    }
  }
}

/** With where it came from, for whoever wants to know. */
function failWith(ui: Ui, error: unknown): void {
  ui.fail(error);
  const code = error instanceof ShipitError ? error.code : null;
  ui.report.tell({ v: 1, type: 'error.traced', at: disk.clock.nowMs(), code, lines: traceOf(error) });
}

function talkOf({ quiet, verbose, debug }: ViewFlags): UiRequest['talk'] {
  if (debug) return 'debug';
  if (verbose) return 'verbose';
  return quiet ? 'quiet' : null;
}

type Refusal = Pick<EventOf<'release.finished'>, 'problems' | 'faults'>;

const refusalOf = (error: ShipitError): Refusal => ({ problems: sentencesOf(error), ...toldFaults(error) });

/** The last event of a command that was refused before it began. */
function lastEvent(id: string, refusal: Refusal): Event {
  const told = { v: 1, at: disk.clock.nowMs(), exitCode: exitCodes.refused, ...refusal } as const;
  if (id !== 'deploy' && id !== 'rollback') return { type: `${id as CommandName}.finished`, ...told };
  return { type: 'release.finished', release: null, outcome: 'refused', functions: [], ...told };
}
