/** What a live page is told by the command that serves it, and how it asks for something. */
import type { Event } from '../../core/events';
import type { Answer } from './actions';
import { after, type ReleaseClock } from './clock';
import type { ActionName } from './decision';

export type Link = 'connecting' | 'live' | 'lost' | 'over';

export interface Listener {
  /** All is told from its start again. */
  readonly reset: () => void;
  readonly learn: (events: readonly Event[]) => void;
  readonly linked: (link: Link) => void;
}

/** A browser comes again by itself when the connection breaks, and gives up when it is refused: then it is asked anew. */
const againMs = 3000;

export class Source {
  private readonly token = new URLSearchParams(location.search).get('token') ?? '';
  private isOver = false;

  constructor(
    private readonly clock: ReleaseClock,
    private readonly listener: Listener,
  ) {}

  open(): void {
    const events = new EventSource(`events?token=${encodeURIComponent(this.token)}`);
    events.addEventListener('open', () => this.listener.linked('live'));
    events.addEventListener('reset', () => this.listener.reset());
    events.addEventListener('message', ({ data }) => this.listener.learn(JSON.parse(data)));
    events.addEventListener('now', ({ data }) => {
      this.clock.tell(JSON.parse(data).nowMs);
      this.listener.linked('live');
    });
    events.addEventListener('over', () => {
      this.isOver = true;
      events.close();
      this.listener.linked('over');
    });
    events.addEventListener('error', () => {
      if (this.isOver) return;
      this.listener.linked('lost');
      if (events.readyState === EventSource.CLOSED) after(againMs, () => this.open());
    });
  }

  async act(what: ActionName): Promise<Answer> {
    const answer = await fetch('act', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-shipit-token': this.token },
      body: JSON.stringify({ what }),
    });
    if (answer.headers.get('content-type') !== 'application/json')
      return { exitCode: 1, problems: [(await answer.text()).trim()] };
    const { exitCode = 1, problems = [] } = await answer.json();
    return { exitCode, problems };
  }
}
