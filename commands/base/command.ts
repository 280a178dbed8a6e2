import { Command } from '@oclif/core';
import { disk, openTerminal, type UiRequest } from '../../src/compose';
import { ShipitError } from '../../src/core/errors';
import type { CommandName, Event } from '../../src/core/events';
import { exitCodes } from '../../src/core/outcome';
import type { Ui } from '../../src/ui/choose';

type ViewFlags = { readonly json: boolean | undefined; readonly plain: boolean | undefined };

interface Closable {
  readonly close: () => Promise<void>;
}

/** What every command has in common: a view, a last event, an exit code. */
export abstract class ShipitCommand extends Command {
  private readonly opened: Closable[] = [];

  /** Closed when everything has been said: a local world may stay open for others a while longer. */
  protected keep<T extends Closable>(opened: T): T {
    this.opened.push(opened);
    return opened;
  }

  protected override async finally(): Promise<void> {
    for (const { close } of this.opened) await close();
  }

  protected view(flags: ViewFlags, payload: UiRequest['payload']): Ui {
    return openTerminal({ json: flags.json ?? false, plain: flags.plain ?? false, payload });
  }

  /** Runs a command that ends with `<command>.finished`; the work answers the exit code. */
  protected async finish(command: CommandName, ui: Ui, work: () => Promise<number>): Promise<void> {
    const problems: string[] = [];
    try {
      process.exitCode = await work();
    } catch (error) {
      if (!(error instanceof ShipitError)) throw error;
      problems.push(...sentencesOf(error));
      process.exitCode = exitCodes.refused;
      ui.fail(error);
    }
    const type = `${command}.finished` as const;
    ui.report.tell({ v: 1, type, at: disk.clock.nowMs(), exitCode: Number(process.exitCode), problems });
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
      tellRefused(ui, sentencesOf(error));
      ui.fail(error);
    }
    ui.close();
  }

  /** Flags that oclif itself refuses are refusals like any other; what nobody knows is a bug. */
  protected override async catch(error: Error & { oclif?: { exit?: number } }): Promise<void> {
    const json = this.argv.includes('--json');
    const ui = openTerminal({ json, plain: false, payload: null });
    const usage = error.oclif !== undefined;
    const known = usage ? new ShipitError('badFlag', sentence(error.message)) : error;
    process.exitCode = usage ? exitCodes.refused : 1;
    if (json && usage && ['deploy', 'rollback'].includes(this.id ?? '')) {
      tellRefused(ui, [sentence(error.message)]);
    }
    ui.fail(known);
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

const sentencesOf = (error: ShipitError): string[] => [
  ...(error.problems.length > 0 ? error.problems : [error.message]),
  error.hint,
];

/** The last line of a deploy or rollback that was refused before it began. */
function tellRefused(ui: Ui, problems: readonly string[]): void {
  const nothing = { release: null, outcome: 'refused', exitCode: exitCodes.refused, functions: [] } as const;
  ui.report.tell({ v: 1, type: 'release.finished', at: disk.clock.nowMs(), ...nothing, problems });
}
