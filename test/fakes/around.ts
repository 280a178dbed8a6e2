/** What stands around a release: capacity of versions, the web, and those who hear of it. */
import type { Event } from '../../src/core/events';
import type { Capacity, CapacityState } from '../../src/core/lambda';
import type { Bulletins, Notices, Web, WebAnswer, WebRequest } from '../../src/core/ports';
import { Fake } from './fake';

/** Ready after so many looks; a version that a test says fails, fails. */
export class FakeCapacity extends Fake implements Capacity {
  looksUntilReady = 1;
  readonly failing = new Map<string, string>();
  private readonly amounts = new Map<string, { requested: number; looksLeft: number }>();

  read(functionName: string, version: string): Promise<CapacityState | null> {
    const key = `${functionName}:${version}`;
    return this.call('read', key, () => {
      const found = this.amounts.get(key);
      if (!found) return null;
      const { requested } = found;
      const because = this.failing.get(key);
      if (because !== undefined) return { requested, status: 'FAILED', because };
      const status = found.looksLeft > 0 ? 'IN_PROGRESS' : 'READY';
      found.looksLeft -= 1;
      return { requested, status, because: '' };
    });
  }

  write(functionName: string, version: string, amount: number): Promise<void> {
    const key = `${functionName}:${version}`;
    return this.call('write', `${key} ${amount}`, () => {
      this.amounts.set(key, { requested: amount, looksLeft: this.looksUntilReady });
    });
  }

  remove(functionName: string, version: string): Promise<void> {
    const key = `${functionName}:${version}`;
    return this.call('remove', key, () => {
      this.amounts.delete(key);
    });
  }
}

/** Answers 200 and `{}` until a test says otherwise. */
export class FakeWeb extends Fake implements Web {
  answer: (request: WebRequest) => WebAnswer = () => ({ status: 200, body: '{}' });
  readonly requests: WebRequest[] = [];

  request(request: WebRequest): Promise<WebAnswer> {
    return this.call('request', `${request.method} ${request.url}`, () => {
      this.requests.push(request);
      return this.answer(request);
    });
  }
}

export class FakeBulletins extends Fake implements Bulletins {
  readonly sent: { readonly to: string; readonly what: string; readonly body: unknown }[] = [];

  publish(topicArn: string, subject: string, text: string): Promise<void> {
    return this.call('publish', `${topicArn} ${subject}`, () => {
      this.sent.push({ to: topicArn, what: subject, body: text });
    });
  }

  put(bus: string, detailType: string, detail: object): Promise<void> {
    return this.call('put', `${bus} ${detailType}`, () => {
      this.sent.push({ to: bus, what: detailType, body: detail });
    });
  }
}

export class FakeNotices implements Notices {
  readonly heard: { readonly release: string; readonly event: Event }[] = [];
  /** `hear` and `settled`, in order. */
  readonly did: string[] = [];

  hear(release: string, event: Event): void {
    this.did.push(`hear ${event.type}`);
    this.heard.push({ release, event });
  }

  async settled(): Promise<void> {
    this.did.push('settled');
  }
}
