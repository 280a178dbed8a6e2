import type { Channel, Occasion, Project } from '../src/config/project';
import { ShipitError } from '../src/core/errors';
import type { Event } from '../src/core/events';
import { Secret } from '../src/core/secret';
import { notifier } from '../src/notify';
import { staysHere } from '../src/release/channel';
import { FakeClock } from './clock';
import { fakePorts } from './fakes';

const release = '01JD3B6E9GQX2K5V7N8M4T0R1A';
const every: readonly Occasion[] = ['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'];
const topic = { kind: 'sns', topicArn: 'arn:aws:sns:eu-west-1:123456789012:releases' } as const;
const bus = { kind: 'eventBridge', bus: 'releases' } as const;
const slack = { kind: 'slack', url: 'https://hooks.slack.com/services/T0/B0/hunter2' } as const;
const hook = { kind: 'webhook', url: 'https://example.com/hook?key=hunter2', headers: {} } as const;

const started: Event = {
  ...{ v: 1, type: 'release.started', at: 0, release, by: 'ann <ann@laptop>', ungated: null, reason: null },
  functions: [{ key: 'api', name: 'orders-api', alias: 'live', description: '' }],
};
const promoted: Event = {
  ...{ v: 1, type: 'release.finished', at: 9, release, outcome: 'promoted', exitCode: 0 },
  ...{ functions: [], problems: [] },
};

const never = () => new Promise<never>(() => undefined);

function open(...channels: readonly (Channel | Channel['to'])[]) {
  const clock = new FakeClock(1_000_000);
  const fakes = fakePorts(clock);
  const notifications = channels.map((each) => ('to' in each ? each : { on: every, to: each }));
  const stage = { name: 'prod', protected: false };
  const project: Pick<Project, 'name' | 'stage' | 'notifications'> = { name: 'orders', stage, notifications };
  const notices = notifier(fakes, project);
  const warnings = () => fakes.report.events.flatMap((event) => ('message' in event ? [event.message] : []));
  return { clock, fakes, notices, warnings };
}

describe('who is told of a release', () => {
  it('is a topic with a subject and a text, an event bus with a detail', async () => {
    const { fakes, notices, warnings } = open(topic, bus);
    notices.hear(release, started);
    await notices.settled();
    const text = expect.stringContaining('orders-api:live');
    expect(fakes.bulletins.sent).toEqual([
      { to: topic.topicArn, what: 'orders (prod): release started', body: text },
      {
        ...{ to: 'releases', what: 'Shipit Release Started' },
        body: expect.objectContaining({
          v: 1,
          occasion: 'started',
          release,
          project: 'orders',
          stage: 'prod',
        }),
      },
    ]);
    expect(warnings()).toEqual([]);
  });

  it('is Slack with a text in which nothing mentions anybody', async () => {
    const { fakes, notices } = open(slack);
    notices.hear(release, started);
    await notices.settled();
    const [request] = fakes.web.requests;
    expect(request).toMatchObject({ method: 'POST', url: slack.url, timeoutMs: 10_000 });
    const { text } = JSON.parse(request?.body ?? '');
    expect(text).toMatch(/^\*orders \(prod\): release started\*\n/);
    expect(text).toContain('by ann &lt;ann@laptop&gt;');
  });

  it('is a webhook with the detail as JSON and the headers of the file, secret or not', async () => {
    const url = new Secret('https://example.com/secret');
    const headers = { Authorization: new Secret('Bearer hunter2'), 'Content-Type': 'application/vnd.x+json' };
    const { fakes, notices } = open({ kind: 'webhook', url, headers });
    notices.hear(release, started);
    await notices.settled();
    const [request] = fakes.web.requests;
    expect(request).toMatchObject({
      url: 'https://example.com/secret',
      headers: { authorization: 'Bearer hunter2', 'content-type': 'application/vnd.x+json' },
    });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ v: 1, occasion: 'started' });
  });

  it('hears only what it asked for, and once', async () => {
    const { fakes, notices } = open(
      { on: ['rolledBack', 'stuck'], to: topic },
      { on: ['promoted'], to: bus },
    );
    notices.hear(release, started);
    notices.hear(release, promoted);
    notices.hear(release, { ...promoted, outcome: 'lost' });
    await notices.settled();
    expect(fakes.bulletins.sent.map(({ to, what }) => `${to} ${what}`)).toEqual([
      'releases Shipit Release Promoted',
      `${topic.topicArn} orders (prod): lost to another writer`,
    ]);
  });

  it('is nobody outside of this machine when the AWS is a local one', () => {
    const local = { ...hook, url: 'http://localhost:9000/' };
    const secret = { ...slack, url: new Secret('http://127.0.0.1:1/') };
    const heard = [topic, bus, slack, hook, local, secret].map((to) => staysHere({ on: every, to }));
    expect(heard).toEqual([true, true, false, false, true, true]);
  });
});

describe('a notice that fails never disturbs a release', () => {
  it('is sent once more after a second, and then nobody hears of the failure', async () => {
    const { clock, fakes, notices, warnings } = open(topic);
    fakes.bulletins.failNext('publish', new ShipitError('unavailable', 'AWS is down'), 'before');
    notices.hear(release, started);
    await clock.advance(0);
    await clock.advance(999);
    expect(fakes.bulletins.sent).toEqual([]);
    await clock.advance(1);
    expect(fakes.bulletins.sent).toHaveLength(1);
    expect(warnings()).toEqual([]);
  });

  it('is one warning a channel, however often it fails, and the others are told', async () => {
    const { clock, fakes, notices, warnings } = open(topic, slack);
    fakes.bulletins.publish = () => Promise.reject(new ShipitError('notFound', 'Publish: no such topic'));
    for (const event of [started, promoted]) notices.hear(release, event);
    await clock.advance(60_000);
    await notices.settled();
    expect(warnings()).toEqual([`notification 1, topic ${topic.topicArn}, failed: Publish: no such topic`]);
    expect(fakes.web.requests).toHaveLength(2);
  });

  it('is given up after twice ten seconds when a channel hangs', async () => {
    const { clock, fakes, notices, warnings } = open(bus);
    let tries = 0;
    fakes.bulletins.put = () => {
      tries += 1;
      return never();
    };
    notices.hear(release, started);
    await clock.advance(20_999);
    expect(warnings()).toEqual([]);
    await clock.advance(1);
    expect(warnings()).toEqual(['notification 1, event bus releases, failed: no answer within 10 s']);
    expect(tries).toBe(2);
  });

  it('holds up the end of a release for five seconds at most', async () => {
    const { clock, fakes, notices, warnings } = open(bus, topic);
    fakes.bulletins.put = never;
    notices.hear(release, promoted);
    let over = false;
    void notices.settled().then(() => {
      over = true;
    });
    await clock.advance(4999);
    expect(over).toBe(false);
    await clock.advance(1);
    expect(over).toBe(true);
    const late = 'notification 1, event bus releases, failed: it had not answered when the release ended';
    expect(warnings()).toEqual([late]);
    await clock.advance(60_000);
    expect(warnings()).toEqual([late]);
  });

  it('is not sent once more when the release has ended meanwhile', async () => {
    const { clock, fakes, notices } = open(bus);
    let tries = 0;
    fakes.bulletins.put = () => {
      tries += 1;
      return never();
    };
    notices.hear(release, promoted);
    void notices.settled();
    await clock.advance(60_000);
    expect(tries).toBe(1);
  });

  it('does not hold up anything when there is nobody to tell', async () => {
    const { notices } = open();
    notices.hear(release, started);
    await notices.settled();
  });

  it('throws nothing at the release, whatever throws', async () => {
    const { clock, fakes, notices, warnings } = open(topic, bus);
    fakes.bulletins.publish = () => {
      throw new TypeError('a bug');
    };
    fakes.bulletins.put = () => Promise.reject('no error at all');
    const odd = { ...promoted, at: Number.NaN };
    expect(() => notices.hear(release, started)).not.toThrow();
    await clock.advance(0);
    await clock.advance(1000);
    expect(warnings()).toEqual([
      `notification 1, topic ${topic.topicArn}, failed: a bug`,
      'notification 2, event bus releases, failed: no error at all',
    ]);
    expect(() => notices.hear(release, odd)).not.toThrow();
  });
});

describe('what a warning says of an address', () => {
  const failing = async (to: Channel['to'], fail: (fakes: ReturnType<typeof fakePorts>) => void) => {
    const { clock, fakes, notices, warnings } = open(to);
    fail(fakes);
    notices.hear(release, started);
    await clock.advance(60_000);
    return warnings().join();
  };
  const throwing = (error: unknown) => (fakes: ReturnType<typeof fakePorts>) => {
    fakes.web.request = () => Promise.reject(error);
  };

  it.each([
    [new ShipitError('unavailable', `POST ${hook.url}: refused`), 'nobody answers there'],
    [new ShipitError('timedOut', `POST ${hook.url}: late`), 'no answer in time'],
    [new ShipitError('refused', `${hook.url} is link-local`), 'that address may not be asked'],
    [new TypeError(`Invalid character in header: ${hook.url}`), 'the request cannot be sent'],
  ])('is its host and never more: %s', async (error, why) => {
    expect(await failing(hook, throwing(error))).toBe(
      `notification 1, webhook at example.com, failed: ${why}`,
    );
  });

  it('is nothing at all when it is a secret', async () => {
    const secret = { ...slack, url: new Secret(slack.url) };
    const said = await failing(secret, throwing(new ShipitError('unavailable', slack.url)));
    expect(said).toBe('notification 1, Slack, failed: nobody answers there');
  });

  it('comes with the status, and with the word by which Slack says what is wrong', async () => {
    const answers = (status: number, body: string) => (fakes: ReturnType<typeof fakePorts>) => {
      fakes.web.answer = () => ({ status, body });
    };
    expect(await failing(slack, answers(410, 'channel_is_archived'))).toMatch(
      /it answered 410 channel_is_archived$/,
    );
    expect(await failing(hook, answers(302, 'hunter2'))).toMatch(/it answered 302$/);
  });
});
