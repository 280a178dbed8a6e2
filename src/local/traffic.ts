/**
 * Traffic in world time: so many requests a world second through one alias, whatever the speed of the world. The code
 * runs in real time, so a fast world can ask for more than it can do. Then the world waits: its clock is held until
 * most of what is in flight has been answered. No request is left out, because a share of requests must stay a share.
 */
import { perform, type Request } from './invocations/perform';
import { Route } from './lambda/route';
import type { World } from './world';

export interface TrafficRequest {
  readonly function: string;
  readonly alias: string;
  /** Requests a world second, above 0 and at most 10,000; 0.5 is one every two seconds. */
  readonly perSecond: number;
  /** JSON texts, sent in turn; none is one empty event. */
  readonly events: readonly string[];
}

/** Said at most once in ten world seconds. */
export interface Slowed {
  readonly slowed: true;
  readonly because: string;
}

/** More than this is more than the processes of one version can have in hand. */
const inFlightBound = 50;
const tellEveryMs = 10_000;
/** Timers finer than this cost more than they give; several requests then share one. Real milliseconds. */
const tickMs = 4;
/** When the world's clock was set ahead further than this, the time between did not happen. */
const longestGapMs = 60_000;

export function startTraffic(
  world: World,
  request: TrafficRequest,
  tell: (line: Slowed) => void,
): { stop(): void } {
  const traffic = new Traffic(world, request, tell);
  traffic.start();
  return { stop: () => traffic.stop() };
}

class Traffic {
  private readonly events: Request[];
  /** Where counting began; requests are due since then. */
  private originMs: number;
  private lastMs: number;
  private due = 0;
  private sent = 0;
  /** Really sent, ever: whose turn it is. */
  private turn = 0;
  private inFlight = 0;
  private stopped = false;
  private release: (() => void) | null = null;
  private toldMs = Number.NEGATIVE_INFINITY;
  private cancel: () => void = () => undefined;

  constructor(
    private readonly world: World,
    private readonly request: TrafficRequest,
    private readonly tell: (line: Slowed) => void,
  ) {
    const texts = request.events.length > 0 ? request.events : ['{}'];
    this.events = texts.map((text) => ({ payload: Buffer.from(text), clientContext: null }));
    this.originMs = world.clock.nowMs();
    this.lastMs = this.originMs;
  }

  /** Sets the alarm for the next request. */
  start(): void {
    if (this.stopped) return;
    const { clock } = this.world;
    const nextDueMs = this.originMs + Math.ceil(((this.due + 1) * 1000) / this.request.perSecond);
    const waitMs = Math.max(nextDueMs - clock.nowMs(), tickMs * clock.speed);
    this.cancel = clock.after(waitMs, () => this.tick());
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
    this.letGo();
  }

  private tick(): void {
    const nowMs = this.world.clock.nowMs();
    const { perSecond } = this.request;
    if (nowMs - this.lastMs > longestGapMs + 1000 / perSecond) {
      this.originMs += nowMs - this.lastMs;
    }
    this.lastMs = nowMs;
    this.due = Math.max(this.due, Math.floor(((nowMs - this.originMs) * perSecond) / 1000 + 1e-9));
    this.sendDue();
    if (this.sent < this.due) this.slowDown(nowMs);
    this.start();
  }

  /** As many as may be in flight at once; the rest as others are answered. */
  private sendDue(): void {
    for (; this.sent < this.due && this.inFlight < inFlightBound && !this.stopped; this.sent += 1) {
      const entry = this.world.functions.entries.get(this.request.function);
      const event = this.events[this.turn % this.events.length];
      if (!event || !entry?.aliases.has(this.request.alias)) continue;
      this.turn += 1;
      void this.send(event);
    }
  }

  /** Whatever goes wrong is in the metrics; the clients of a function would not stop for it. */
  private async send(event: Request): Promise<void> {
    this.inFlight += 1;
    try {
      await perform(this.world, Route.resolve(this.world, this.request.function, this.request.alias), event);
    } catch {
    } finally {
      this.inFlight -= 1;
      this.sendDue();
      if (this.sent === this.due && this.inFlight <= inFlightBound / 2) this.letGo();
    }
  }

  /** A hold of the real clock lasts a second at most, so it is taken anew at each tick that still needs one. */
  private slowDown(nowMs: number): void {
    const before = this.release;
    this.release = this.world.clock.hold();
    before?.();
    if (nowMs - this.toldMs < tellEveryMs) return;
    this.toldMs = nowMs;
    const { function: name, alias } = this.request;
    const because = `${inFlightBound} requests to ${name}:${alias} are still being answered; the world waits for them`;
    this.tell({ slowed: true, because });
  }

  private letGo(): void {
    this.release?.();
    this.release = null;
  }
}
