import { Command } from '@oclif/core';
import { openTerminal, type UiRequest } from '../../src/compose';
import { disk } from '../../src/compose/disk';
import { ShipitError, toldFaults } from '../../src/core/errors';
import type { Event, EventOf } from '../../src/core/events';
import { exitCodes } from '../../src/core/outcome';
import type { CommandName } from '../../src/core/told';
import type { Ui } from '../../src/ui/choose';
import { sentencesOf } from '../../src/ui/errors';

type ViewFlags = {
  readonly json: boolean | undefined;
  readonly plain: boolean | undefined;
  readonly details?: boolean | undefined;
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
  private readonly opened: Closable[] = [];
  private shown: Ui | null = null;

  /** Closed when everything has been said: a local world may stay open for others a while longer. */
  protected keep<T extends Closable>(opened: T): T {
    this.opened.push(opened);
    return opened;
  }

  protected override async finally(): Promise<void> {
    for (const { close } of this.opened) await close();
  }

  protected view(flags: ViewFlags, payload: UiRequest['payload']): Ui {
    const { json = false, plain = false, details = false } = flags;
    this.shown = openTerminal({ json, plain, payload, details });
    return this.shown;
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
      ui.fail(error);
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
      ui.fail(error);
      tellRefused(ui, refusalOf(error));
    }
    ui.close();
  }

  /**
   * Flags that oclif itself refuses are refusals like any other; what nobody knows is a bug, and is shown by the view that
   * knows what must not be.
   */
  protected override async catch(error: Error & { oclif?: { exit?: number } }): Promise<void> {
    const json = this.argv.includes('--json');
    const ui = this.shown ?? openTerminal({ json, plain: false, payload: null, details: false });
    const usage = error.oclif !== undefined;
    const known = usage ? new ShipitError('badFlag', sentence(error.message)) : error;
    process.exitCode = usage ? exitCodes.refused : 1;
    ui.fail(known);
    if (json && usage && ['deploy', 'rollback'].includes(this.id ?? '')) {
      tellRefused(ui, { problems: [sentence(error.message)] });
    }
    ui.close();
  }
}

/** oclif puts a heading above and an advice below what it has to say. */
function sentence(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !/^(The following errors? occurred:|See more help)/.test(line))
    .join('; ');
}

type Refusal = Pick<EventOf<'release.finished'>, 'problems' | 'faults'>;

const refusalOf = (error: ShipitError): Refusal => ({ problems: sentencesOf(error), ...toldFaults(error) });

/** The last line of a deploy or rollback that was refused before it began. */
function tellRefused(ui: Ui, refusal: Refusal): void {
  const nothing = { release: null, outcome: 'refused', exitCode: exitCodes.refused, functions: [] } as const;
  ui.report.tell({ v: 1, type: 'release.finished', at: disk.clock.nowMs(), ...nothing, ...refusal });
}
