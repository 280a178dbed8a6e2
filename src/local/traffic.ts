/**
 * Traffic in world time: so many requests a world second through one alias, whatever the speed of the world. The code
 * runs in real time, so a fast world can ask for more than it can do. Then the world waits: its clock is held until
 * most of what is in flight has been answered. No request is left out, because a share of requests must stay a share.
 */
import { perform, type Request } from './actions/lambda/invoke';
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
  /** When the first request would have been due with number 0. */
  private originMs: number;
  private lastMs: number;
  /** Due since the origin. */
  private sent = 0;
  /** Really sent, ever: whose turn it is. */
  private turn = 0;
  private inFlight = 0;
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

  start(): void {
    const { clock } = this.world;
    const nextDueMs = this.originMs + Math.ceil(((this.sent + 1) * 1000) / this.request.perSecond);
    const waitMs = Math.max(nextDueMs - clock.nowMs(), tickMs * clock.speed);
    this.cancel = clock.after(waitMs, () => this.tick());
  }

  stop(): void {
    this.cancel();
    this.cancel = () => undefined;
    this.letGo();
    this.stopped = true;
  }

  private stopped = false;

  private tick(): void {
    const nowMs = this.world.clock.nowMs();
    if (nowMs < this.lastMs || nowMs - this.lastMs > longestGapMs + 1000 / this.request.perSecond)
      this.restart(nowMs);
    this.lastMs = nowMs;
    const due = Math.floor(((nowMs - this.originMs) * this.request.perSecond) / 1000 + 1e-9);
    for (; this.sent < due; this.sent += 1) this.send();
    if (this.inFlight > inFlightBound) this.slowDown(nowMs);
    this.start();
  }

  private restart(nowMs: number): void {
    this.originMs = nowMs;
    this.sent = 0;
  }

  private send(): void {
    const { function: name, alias } = this.request;
    const entry = this.world.functions.entries.get(name);
    if (!entry?.aliases.has(alias)) return;
    const event = this.events[this.turn % this.events.length];
    this.turn += 1;
    if (event) void this.sendOne(Route.resolve(this.world, name, alias), event);
  }

  /** Whatever goes wrong is in the metrics; a client of the function would not stop for it. */
  private async sendOne(route: Route, event: Request): Promise<void> {
    this.inFlight += 1;
    await perform(this.world, route, event).catch(() => undefined);
    this.inFlight -= 1;
    if (this.inFlight <= inFlightBound / 2) this.letGo();
  }

  /** A hold of the real clock lasts a second at most, so it is taken anew at each tick that still needs one. */
  private slowDown(nowMs: number): void {
    if (this.stopped) return;
    const before = this.release;
    this.release = this.world.clock.hold();
    before?.();
    if (nowMs - this.toldMs < tellEveryMs) return;
    this.toldMs = nowMs;
    const { function: name, alias } = this.request;
    this.tell({
      slowed: true,
      because: `${this.inFlight} requests to ${name}:${alias} are still being answered; the world waits for them`,
    });
  }

  private letGo(): void {
    this.release?.();
    this.release = null;
  }
}
