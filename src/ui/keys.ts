/** The keys of the live view: which of them work now, what was pressed, and what came of it. */
import { ShipitError } from '../core/errors';
import type { ControlName } from '../core/told';
import type { Line, Tone } from './style';
import type { RolloutView, View } from './view';
import { widthOf, wrapText } from './width';

export type Wish = Exclude<ControlName, 'attach'>;

export interface Offer {
  readonly key: string;
  readonly what: Wish;
  readonly label: string;
  /** What the second press does, in words; null for a key that needs no second one. */
  readonly sure: string | null;
}

/** What the release answered. */
export interface Answer {
  readonly exitCode: number;
  readonly problems: readonly string[];
}

interface Desk {
  send(what: Wish): Promise<Answer>;
  /** Of this machine; never goes back. */
  readonly nowMs: () => number;
  /** The footer is no longer what it was. */
  readonly changed: () => void;
}

/** How long a first press waits for the second, and how long an answer stands. */
const sureMs = 5000;
const answerMs = 20_000;
const answerLines = 3;

/** Of a release that nobody owns nothing is offered: whoever goes on with it becomes its owner, which is a command's work. */
export function offersOf(view: View): Offer[] {
  const moving = [...view.rollouts.values()].filter(({ outcome, back }) => outcome === null && back === null);
  if (view.release === null || view.startedMs === null || view.finished !== null) return [];
  const waits = (what: 'resume' | 'approval' | 'until') =>
    moving.some((rollout) => rollout.waits?.for === what);
  if (moving.length === 0 || waits('until')) return [];
  const promote = moving.some(({ step, weight }: RolloutView) => step > 0 && weight < 100);
  const pause = waits('resume') ? offers.resume : waits('approval') ? null : offers.pause;
  const some = [
    pause,
    waits('approval') ? offers.approve : null,
    promote ? offers.promote : null,
    offers.abort,
  ];
  return some.filter((offer) => offer !== null);
}

const offers = {
  pause: { key: 'p', what: 'pause', label: 'pause', sure: null },
  resume: { key: 'p', what: 'resume', label: 'resume', sure: null },
  approve: { key: 'a', what: 'approve', label: 'approve', sure: null },
  promote: {
    key: 'n',
    what: 'promote',
    label: 'promote now',
    sure: 'all requests go to the new version now',
  },
  abort: { key: 'x', what: 'abort', label: 'abort', sure: 'all requests go back to the version before' },
} as const satisfies { readonly [W in Wish]: Offer };

const missing: { readonly [key: string]: string } = {
  p: 'p: there is nothing to pause or to resume now',
  a: 'a: nothing waits for approval now',
  n: 'n: there is nothing to promote now',
  x: 'x: there is nothing to abort now',
};

interface Saying {
  readonly text: string;
  readonly tone: Tone | null;
  readonly untilMs: number;
}

export class Keys {
  private armed: { readonly key: string; readonly untilMs: number } | null = null;
  private pending: Wish | null = null;
  private saying: Saying | null = null;

  constructor(private readonly desk: Desk) {}

  press(pressed: string, offered: readonly Offer[]): void {
    const key = pressed.toLowerCase();
    const isSure = this.armed?.key === key && this.desk.nowMs() <= this.armed.untilMs;
    this.armed = null;
    const offer = offered.find((one) => one.key === key);
    if (!offer) this.say(missing[key] ?? '', 'warn', answerMs);
    // Back is never kept waiting: it wins over whatever was asked before.
    else if (this.pending !== null && (offer.what !== 'abort' || this.pending === 'abort'))
      this.say(`${key}: ${this.pending} is under way, one thing at a time`, 'warn', answerMs);
    else if (offer.sure !== null && !isSure) this.arm(offer.key, offer.sure);
    else this.send(offer.what);
  }

  /** What came as one piece was hardly typed by somebody who looks at this. */
  pasted(): void {
    this.armed = null;
    this.say('several keys came at once, and none was taken: press one at a time', 'warn', answerMs);
  }

  lines(offered: readonly Offer[], leaving: string, columns: number): Line[] {
    const keys = offered.map(({ key, label }) => ({ key, text: `${key} ${label}` }));
    return [
      ...this.said(columns),
      ...keyLines([...keys, { key: 'Ctrl-C', text: `Ctrl-C ${leaving}` }], columns),
    ];
  }

  private said(columns: number): Line[] {
    const nowMs = this.desk.nowMs();
    if (this.saying === null || nowMs > this.saying.untilMs) return this.waiting(columns);
    const { text, tone } = this.saying;
    return toned(text, tone, columns);
  }

  private waiting(columns: number): Line[] {
    if (this.pending === null) return [];
    return toned(`${this.pending}: asked for; the release obeys at its next look`, null, columns);
  }

  private arm(key: string, sure: string): void {
    this.armed = { key, untilMs: this.desk.nowMs() + sureMs };
    this.say(`${key} again to confirm: ${sure}`, 'warn', sureMs);
  }

  private say(text: string, tone: Tone | null, forMs: number): void {
    this.saying = text === '' ? null : { text, tone, untilMs: this.desk.nowMs() + forMs };
    this.desk.changed();
  }

  /** Whatever comes of it, the release goes its way. */
  private send(what: Wish): void {
    this.pending = what;
    this.say('', null, 0);
    const over = (text: string, tone: Tone | null): void => {
      // Something stronger was asked for meanwhile, and its answer counts.
      if (this.pending !== what) return;
      this.pending = null;
      this.say(text, tone, answerMs);
    };
    this.desk.send(what).then(
      ({ exitCode, problems }) =>
        exitCode === 0 && problems.length === 0
          ? over(`${what}: obeyed`, 'good')
          : over(`${what}: ${problems.join('; ') || `ended with ${exitCode}`}`, 'warn'),
      (error: unknown) => over(`${what}: ${reasonOf(error)}`, 'bad'),
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ShipitError) return `${error.message}. ${error.hint}`;
  return `could not be asked: ${error instanceof Error ? error.message : String(error)}`;
}

function toned(text: string, tone: Tone | null, columns: number): Line[] {
  return wrapText(text, columns, answerLines).map((line) => (tone === null ? line : [{ tone, text: line }]));
}

type Pieces = Exclude<Line, string>;

/** Side by side as far as they fit. */
function keyLines(keys: readonly { readonly key: string; readonly text: string }[], columns: number): Line[] {
  const lines: { width: number; pieces: Pieces }[] = [];
  for (const { key, text } of keys) {
    const last = lines.at(-1);
    const pieces: Pieces = [{ tone: 'strong', text: key }, text.slice(key.length)];
    if (last && last.width + 3 + widthOf(text) <= columns)
      lines.splice(-1, 1, {
        width: last.width + 3 + widthOf(text),
        pieces: [...last.pieces, '   ', ...pieces],
      });
    else lines.push({ width: widthOf(text), pieces });
  }
  return lines.map(({ pieces }) => pieces);
}
