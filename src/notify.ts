/**
 * Tells those whom the project names what becomes of its releases. Beside the release, never in its way: each notice is
 * bounded and tried twice, and what fails is a warning, one a channel.
 */
import type { Channel, Project } from './config/project';
import { ShipitError } from './core/errors';
import type { Event } from './core/events';
import type { Clock, Notices, Ports } from './core/ports';
import { nameOf, type Senders, sendTo, tryMs } from './release/channel';
import { type Notice, noticeOf } from './release/notice';
import { learn, opening, type Scene } from './release/scene';

type NotifyPorts = Senders & Pick<Ports, 'clock' | 'report'>;

/** Whoever failed to take it at once gets this long to recover. */
const pauseMs = 1000;
/** How long the end of a release waits for notices that are under way. */
const endMs = 5000;

export function notifier(
  ports: NotifyPorts,
  project: Pick<Project, 'name' | 'stage' | 'notifications'>,
): Notices {
  return new Notifier(ports, project);
}

/** One notice on its way to one channel. */
interface Parcel {
  readonly channel: Channel;
  readonly notice: Notice;
  /** The release has ended meanwhile: it is not sent once more. */
  givenUp: boolean;
}

class Notifier implements Notices {
  private readonly scenes = new Map<string, Scene>();
  private readonly underWay = new Map<Promise<void>, Parcel>();
  private readonly warned = new Set<Channel>();

  constructor(
    private readonly ports: NotifyPorts,
    private readonly project: Parameters<typeof notifier>[1],
  ) {}

  hear(release: string, event: Event): void {
    if (this.project.notifications.length === 0) return;
    try {
      this.take(release, event);
    } catch (error) {
      // A bug in here is worth a warning, and never a release.
      for (const channel of this.project.notifications) this.warn(channel, messageOf(error));
    }
  }

  async settled(): Promise<void> {
    const all = Promise.all(this.underWay.keys());
    await within(this.ports.clock, endMs, () => all).catch(() => undefined);
    for (const parcel of this.underWay.values()) {
      parcel.givenUp = true;
      this.warn(parcel.channel, 'it had not answered when the release ended');
    }
  }

  private take(release: string, event: Event): void {
    const { name, stage, notifications } = this.project;
    const before = opening({ project: name, stage: stage?.name ?? null, release });
    const scene = learn(this.scenes.get(release) ?? before, event);
    this.scenes.set(release, scene);
    const notice = noticeOf(scene, event);
    for (const channel of notifications)
      if (notice?.occasions.some((occasion) => channel.on.includes(occasion))) this.send(channel, notice);
  }

  private send(channel: Channel, notice: Notice): void {
    const parcel = { channel, notice, givenUp: false };
    const work = this.deliver(parcel)
      .catch((error: unknown) => this.warn(channel, messageOf(error)))
      .finally(() => this.underWay.delete(work));
    this.underWay.set(work, parcel);
  }

  private async deliver(parcel: Parcel): Promise<void> {
    const { channel, notice } = parcel;
    const attempt = () => within(this.ports.clock, tryMs, () => sendTo(this.ports, channel.to, notice));
    try {
      await attempt();
    } catch (error) {
      await new Promise<void>((resolve) => this.ports.clock.after(pauseMs, resolve));
      if (parcel.givenUp) throw error;
      await attempt();
    }
  }

  private warn(channel: Channel, why: string): void {
    if (this.warned.has(channel)) return;
    this.warned.add(channel);
    const which = this.project.notifications.indexOf(channel) + 1;
    const message = `notification ${which}, ${nameOf(channel.to)}, failed: ${why}`;
    const hint = 'The release goes on without it. Check `notifications` in the project file.';
    this.ports.report.tell({ v: 1, type: 'warning', at: this.ports.clock.nowMs(), message, hint });
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What takes longer is left alone: nothing can call a request back. */
function within<T>(clock: Clock, ms: number, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new ShipitError('timedOut', `no answer within ${ms / 1000} s`));
    const cancel = clock.after(ms, late);
    work().then(resolve, reject).finally(cancel);
  });
}
