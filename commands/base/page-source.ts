/** What the page is told: the events of this process, or what the journal tells of a release that is only looked at. */
import type { Event, EventType } from '../../src/core/events';
import type { Ports } from '../../src/core/ports';
import { retell } from '../../src/retell';

type Tell = (event: Event) => void;

export interface PageSource {
  /** Null while nobody has said. */
  readonly release: string | null;
  hear(event: Event): void;
  /** Nothing more will be heard; all of it has been told afterwards. */
  end(): Promise<void>;
}

/** Of no release, or told by the hundred. */
const beside: readonly EventType[] = ['aws.called', 'web.ready', 'local.ready', 'build.said', 'history.read'];

/** This process drives it from its start: whatever it tells is all there is. */
export class OwnRelease implements PageSource {
  release: string | null = null;

  constructor(private readonly tell: Tell) {}

  hear(event: Event): void {
    if (beside.includes(event.type)) return;
    if (event.type === 'release.started') this.release = event.release;
    this.tell(event);
  }

  async end(): Promise<void> {}
}

/** What no journal keeps. Whatever else this process tells is in the journal too, and is told from there. */
const seenAlone: readonly EventType[] = ['status.read', 'warning'];
/** How long its last events may take into the journal once the release is seen to be over. */
const graceMs = 15_000;

export class FollowedRelease implements PageSource {
  release: string | null = null;
  private readonly stop = new AbortController();
  private retelling: Promise<void> | null = null;
  /** How it ended, as it was seen from here; the journal says it better. */
  private ending: Event | null = null;
  private isKept = false;
  private isEnded = false;
  private whenEnded: () => void = () => {};
  private readonly ended = new Promise<void>((resolve) => {
    this.whenEnded = resolve;
  });

  constructor(
    private readonly ports: Pick<Ports, 'journal' | 'clock'>,
    private readonly tell: Tell,
  ) {}

  hear(event: Event): void {
    if (event.type === 'status.read')
      this.follow(event.functions.find(({ state }) => state === 'rollingOut'));
    if (event.type === 'release.finished') this.ending = event;
    if (seenAlone.includes(event.type)) this.tell(event);
  }

  async end(): Promise<void> {
    if (this.ending && this.isKept) await this.orGrace(this.ended);
    this.stop.abort();
    await this.retelling;
    if (this.ending && !this.isEnded) this.tell(this.ending);
  }

  private follow(row: { readonly release: string | null } | undefined): void {
    const release = row?.release ?? null;
    if (this.retelling || release === null) return;
    this.release = release;
    const tell = (event: Event): void => {
      this.isKept = true;
      this.tell(event);
      if (event.type !== 'release.finished' || event.outcome === 'waiting') return;
      this.isEnded = true;
      this.whenEnded();
    };
    this.retelling = retell(this.ports, { release, stop: this.stop.signal, tell });
  }

  private orGrace(ended: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.ports.clock.after(graceMs, resolve);
      void ended.then(() => {
        cancel();
        resolve();
      });
    });
  }
}
