import { Secret } from '../../src/core/secret';
import { FakeLookups } from '../fakes/lookups';
import { FakeIdentity } from '../fakes/watch';
import { filesOf, minimal, openFrom, problemsIn, readText, refusalOf } from './example';

const everything = ['started', 'step', 'waiting', 'rolledBack', 'promoted', 'stuck'];
const read = (atEnd: string) => readText(minimal('', `${atEnd}\n`));
const problems = (atEnd: string) => problemsIn(minimal('', `${atEnd}\n`));

async function finished(atEnd: string, secrets: { readonly [name: string]: string }) {
  const lookups = new FakeLookups();
  for (const [name, value] of Object.entries(secrets)) lookups.secrets.set(name, value);
  const files = filesOf({ '/p/lambda.config.yaml': minimal('', `${atEnd}\n`) });
  const opened = await openFrom(files, { cwd: '/p' });
  return {
    opened,
    project: () => opened.finish({ lookups, identity: new FakeIdentity() }),
  };
}

describe('a release', () => {
  it('goes back as a whole, is held for two hours, and tells nobody, unless the file says otherwise', async () => {
    expect(await read('')).toMatchObject({
      rollbackScope: 'release',
      holdFor: 2 * 3_600_000,
      journal: null,
      notifications: [],
    });
    const text = 'rollbackScope: function\nholdFor: 8h\njournal: null\nnotifications: []';
    expect(await read(text)).toMatchObject({
      rollbackScope: 'function',
      holdFor: 8 * 3_600_000,
      journal: null,
    });
  });

  it('is read with all of the guard', async () => {
    const guard = '{ insufficientData: hold, ignoreFiring: [old], onInconclusive: rollback, holdFor: 1h }';
    expect((await read(`guard: ${guard}`)).guard).toEqual({
      maxErrorRate: 5,
      minInvocations: 20,
      insufficientData: 'hold',
      ignoreFiring: ['old'],
      onInconclusive: 'rollback',
      holdFor: 3_600_000,
    });
  });

  it.each([
    ['s3://orders-releases', 'orders-releases', ''],
    ['s3://orders-releases/', 'orders-releases', ''],
    ['s3://orders.releases/a/b//', 'orders.releases', 'a/b'],
  ])('is kept at %s', async (place, bucket, prefix) => {
    expect((await read(`journal: ${place}`)).journal).toEqual({ bucket, prefix });
  });

  it.each([
    'https://orders.s3.amazonaws.com',
    's3://',
    's3://ab',
    's3://Orders',
    's3://orders_x',
    's3://-orders',
    's3://orders-/x',
    `s3://${'a'.repeat(64)}`,
    's3://a..b',
    's3://10.0.0.1/x',
    's3://xn--orders',
    's3://orders-s3alias/x',
  ])('is not kept where no bucket can be: %s', async (place) => {
    const [problem, ...rest] = await problems(`journal: ${place}`);
    expect(rest).toEqual([]);
    expect(problem).toMatch(/^lambda\.config\.yaml:5:10 {2}journal: .*(s3:\/\/bucket\/prefix)/);
  });

  it.each([
    ['holdFor: 0s', 'holdFor: `0s` leaves no time to wait  (write a longer time)'],
    ['guard: { holdFor: 0m }', 'guard.holdFor: `0m` leaves no time to wait  (write a longer time)'],
    [
      'guard: { onInconclusive: promoted }',
      'guard.onInconclusive: `promoted` is not promote, hold or rollback  (did you mean `promote`?)',
    ],
    ['rollbackScope: all', 'rollbackScope: `all` is not release or function  (known: release, function)'],
    ['rolbackScope: release', 'unknown key `rolbackScope`  (did you mean `rollbackScope`?)'],
    [
      'stages: { prod: { guard: { holdFor: 0m } } }',
      'stages.prod.guard.holdFor: `0m` leaves no time to wait  (write a longer time)',
    ],
  ])('is refused: %s', async (line, problem) => {
    expect(await problems(line)).toEqual([expect.stringMatching(/^lambda\.config\.yaml:5:\d+ {2}/)]);
    expect((await problems(line))[0]?.replace(/^\S+ +/, '')).toBe(problem);
  });
});

describe('who hears of a release', () => {
  it('is a topic, a bus, a channel or an address, of everything or of some', async () => {
    const list = [
      '{ sns: "arn:aws:sns:eu-west-1:123456789012:releases", on: [stuck] }',
      '{ eventBridge: default }',
      '{ slack: "https://hooks.slack.com/x" }',
      '{ webhook: "https://example.com", headers: { X-Team: orders } }',
    ];
    expect((await read(`notifications: [${list.join(', ')}]`)).notifications).toEqual([
      { on: ['stuck'], to: { kind: 'sns', topicArn: 'arn:aws:sns:eu-west-1:123456789012:releases' } },
      { on: everything, to: { kind: 'eventBridge', bus: 'default' } },
      { on: everything, to: { kind: 'slack', url: 'https://hooks.slack.com/x' } },
      {
        on: everything,
        to: { kind: 'webhook', url: 'https://example.com', headers: { 'X-Team': 'orders' } },
      },
    ]);
  });

  it('may be a secret, with secret headers', async () => {
    const line =
      'notifications: [{ slack: "${secret:slack}" }, { webhook: "${secret:hook}", headers: { Authorization: "Bearer ${secret:token}" } }]';
    const secrets = {
      slack: 'https://hooks.slack.com/hunter2',
      hook: 'https://x.example/y',
      token: 'sesame',
    };
    const { opened, project } = await finished(line, secrets);
    expect((await opened.finish(null)).notifications).toEqual([]);
    const { notifications } = await project();
    const [slack, webhook] = notifications.map(({ to }) => to);
    expect(slack).toEqual({ kind: 'slack', url: expect.any(Secret) });
    expect(webhook).toEqual({
      kind: 'webhook',
      url: expect.any(Secret),
      headers: { Authorization: expect.any(Secret) },
    });
    expect(slack?.kind === 'slack' && Secret.reveal(slack.url)).toBe('https://hooks.slack.com/hunter2');
    expect(JSON.stringify(notifications)).not.toMatch(/hunter2|sesame|example/);
  });

  it('is asked for at an address even where that is a secret, which no problem shows', async () => {
    const line = 'notifications: [{ slack: "${secret:slack}" }, { webhook: "${secret:hook}" }]';
    const secrets = { slack: 'hunter2', hook: 'http://169.254.169.254/hunter2' };
    const refused = await refusalOf((await finished(line, secrets)).project());
    expect(refused).toEqual([
      expect.stringMatching(/:5:26 {2}notifications\.0\.slack: is not an address {2}/),
      expect.stringMatching(/:5:58 {2}notifications\.1\.webhook: is link-local/),
    ]);
    expect(refused.join()).not.toContain('hunter2');
  });

  it.each([
    'notifications: [{ sns: "${secret:x}" }]',
    'notifications: [{ eventBridge: "${secret:x}" }]',
    'journal: "s3://${secret:x}"',
    'rollouts: { r: { steps: [{ weight: 1%, hooks: [{ http: "https://${secret:x}" }] }] } }',
  ])('is no secret elsewhere: %s', async (line) => {
    const refused = await problems(line);
    expect(refused).toEqual([
      expect.stringMatching(
        /secrets may stand in `environment`, in `notifications` and in `headers` of hooks alone/,
      ),
    ]);
  });

  it.each([
    [
      '{ sns: releases }',
      '0.sns: `releases` is not the ARN of a topic, such as `arn:aws:sns:eu-west-1:123456789012:releases`',
    ],
    ['{ slak: x }', '0: unknown key `slak`  (did you mean `slack`?)'],
    ['{ slack: hunter2 }', '0.slack: a string is not an address, with http:// or https://'],
    ['{ webhook: "ftp://hunter2" }', '0.webhook: a string is not an address, with http:// or https://'],
    [
      '{ eventBridge: default, on: [] }',
      '0.on: an empty list is not a list of started, step, waiting, rolledBack, promoted and stuck, each named once',
    ],
    [
      '{ eventBridge: default, on: [rolledback] }',
      '0.on.0: `rolledback` is not started, step, waiting, rolledBack, promoted or stuck  (did you mean `rolledBack`?)',
    ],
    ['releases', '0: `releases` is not a map with one of `sns`, `eventBridge`, `slack` and `webhook`'],
    [
      '{ sns: "arn:aws:sns:eu-west-1:123456789012:x", slack: "https://x" }',
      '0: a map is not a map with one of `sns`, `eventBridge`, `slack` and `webhook`',
    ],
  ])('is refused, and what may be secret is not repeated: %s', async (channel, problem) => {
    expect((await problems(`notifications: [${channel}]`)).map((line) => line.replace(/^\S+ +/, ''))).toEqual(
      [`notifications.${problem}`],
    );
  });
});
