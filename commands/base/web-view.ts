/** `--web`: the page beside the terminal. */
import { Flags } from '@oclif/core';
import type { Session } from '../../src/compose';
import type { ServedPage } from '../../src/compose/page';
import type { Taker } from '../../src/control';
import { ShipitError } from '../../src/core/errors';
import type { Event } from '../../src/core/events';
import { exitCodes } from '../../src/core/outcome';
import type { Ui } from '../../src/ui/choose';
import { sentencesOf } from '../../src/ui/errors';
import { within } from './bounds';
import { FollowedRelease, OwnRelease, type PageSource } from './page-source';
import { type Steerer, type Steering, type SteeringWord, steeringOf } from './steering';

export const webFlags = {
  web: Flags.boolean({ description: 'show it on a page of this machine too; its address is printed' }),
  'web-port': Flags.string({
    description: 'where that page listens; default: any free port',
    helpValue: '<port>',
    dependsOn: ['web'],
  }),
};

export interface WebFlags {
  readonly web?: boolean | undefined;
  readonly 'web-port'?: string | undefined;
}

interface Beside {
  readonly session: Session;
  readonly taker: Pick<Steerer, 'where' | 'stop' | 'drives'> & Partial<Pick<Taker, 'choice' | 'gated'>>;
  /** This process drives the release from its start; else it is looked on. */
  readonly isOwn: boolean;
}

/** A view with a page beside it, if there shall be one: what the view is told, the page is told too, cleaned. */
export class WebView {
  readonly ui: Ui;
  private readonly port: number | null;
  private heard: (event: Event) => void = () => {};
  private closing: (() => Promise<void>) | null = null;

  constructor(ui: Ui, { web = false, 'web-port': typed = '0' }: WebFlags) {
    const port = within(typed, { flag: '--web-port', least: 0, most: 65_535, example: '--web-port 4600' });
    this.port = web ? port : null;
    const tell = (event: Event): void => {
      ui.report.tell(event);
      this.heard(ui.clean(event));
    };
    this.ui = this.port === null ? ui : { ...ui, report: { tell } };
  }

  /** Before the first event that it shall know. Its buttons send the wishes of the commands of the same name. */
  async open({ session, taker, isOwn }: Beside): Promise<void> {
    const { port, ui } = this;
    if (port === null) return;
    const { openPage } = await import('../../src/compose/page.js');
    const { clock } = session.ports;
    let page: ServedPage | null = null;
    const tell = (event: Event): void => page?.tell(ui.clean(event));
    const source = isOwn ? new OwnRelease(tell) : new FollowedRelease(session.ports, tell);
    const steer = steeringOf(session, { ...session, ...nothingTyped, ...taker });
    const act = actionsOf(source, { ui, steer, nowMs: () => clock.nowMs() });
    const opened = await openPage({ port, clock, act });
    page = opened;
    this.heard = (event) => source.hear(event);
    this.closing = async () => {
      await opened.settled();
      await source.end();
      await opened.close();
    };
    ui.report.tell({ v: 1, type: 'web.ready', at: clock.nowMs(), url: opened.url });
  }

  /** Once what was asked for on the page is done, and it knows how all ended. */
  readonly close = async (): Promise<void> => {
    const close = this.closing;
    this.closing = null;
    await close?.();
  };
}

/** A release is gone on with as it was asked for. */
const nothingTyped: Pick<Taker, 'choice' | 'gated'> = {
  choice: { strategy: null, rollout: null, bake: null },
  gated: null,
};

interface Acting {
  readonly ui: Ui;
  readonly steer: Steering;
  readonly nowMs: () => number;
}

const words: readonly string[] = ['pause', 'resume', 'approve', 'promote', 'abort'] satisfies SteeringWord[];
const isAction = (word: string): word is SteeringWord => words.includes(word);

/** Answers the last event of the command of that name, which the terminal is not told: it shows another command. */
function actionsOf(
  source: PageSource,
  { ui, steer, nowMs }: Acting,
): (what: string) => Promise<Event> | null {
  const ask = async (what: SteeringWord, release: string): Promise<Event> => {
    const type = `${what}.finished` as const;
    try {
      return ui.clean({ v: 1, type, at: nowMs(), ...(await steer(what, release)) });
    } catch (error) {
      if (!ShipitError.is(error)) {
        ui.fail(error);
        throw error;
      }
      const problems = sentencesOf(error);
      return ui.clean({ v: 1, type, at: nowMs(), exitCode: exitCodes.refused, problems });
    }
  };
  return (what) => (isAction(what) && source.release !== null ? ask(what, source.release) : null);
}
