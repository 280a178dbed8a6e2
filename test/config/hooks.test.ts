import { Secret } from '../../src/core/secret';
import { FakeLookups } from '../fakes/lookups';
import { FakeIdentity } from '../fakes/watch';
import { filesOf, minimal, openFrom, problemsIn, readText } from './example';

const events = '    testEvents: events/api/*.json\n';
const preTraffic = (list: string): string => `    hooks: { preTraffic: ${list} }\n`;

const asked = async (list: string) => {
  const { functions } = await readText(minimal(events + preTraffic(list)));
  return functions[0]?.hooks.preTraffic;
};

const usual = { retries: 0, onTimeout: 'fail' };

describe('a hook', () => {
  it.each([
    [
      '[{ invoke: check-orders }]',
      { kind: 'invoke', functionName: 'check-orders', name: 'invoke check-orders' },
    ],
    ['[{ invoke: api }]', { kind: 'invoke', functionName: 'orders-api', name: 'invoke api' }],
    ['[{ smoke: testEvents }]', { kind: 'smoke', name: 'smoke' }],
    [
      '[{ http: "https://example.com/health?key=x" }]',
      {
        ...{ kind: 'http', url: 'https://example.com/health?key=x', name: 'http https://example.com/health' },
        ...{ method: 'GET', headers: {}, status: [200], body: null },
      },
    ],
  ])('has the rest as people expect it: %s', async (list, hook) => {
    expect(await asked(list)).toEqual([{ ...usual, timeout: 30_000, ...hook }]);
  });

  it('that runs a program gets five minutes and no credentials', async () => {
    expect(await asked('[{ run: [npm, run, a b] }]')).toEqual([
      {
        ...usual,
        kind: 'run',
        argv: ['npm', 'run', 'a b'],
        credentials: false,
        name: 'run npm',
        timeout: 300_000,
      },
    ]);
  });

  it('may say everything itself', async () => {
    const manner = 'name: orders are taken, timeout: 1m, retries: 2, onTimeout: inconclusive';
    const http =
      'http: "http://127.0.0.1:3000", method: POST, headers: { X-Team: "a" }, status: [200, 204], body: "ok"';
    const said = { name: 'orders are taken', timeout: 60_000, retries: 2, onTimeout: 'inconclusive' };
    expect(await asked(`[{ ${http}, ${manner} }, { run: [x], credentials: true, ${manner} }]`)).toEqual([
      {
        ...{
          ...said,
          kind: 'http',
          url: 'http://127.0.0.1:3000',
          method: 'POST',
          headers: { 'X-Team': 'a' },
        },
        ...{ status: [200, 204], body: 'ok' },
      },
      { ...said, kind: 'run', argv: ['x'], credentials: true },
    ]);
  });

  it('names a function by its key, those of steps too', async () => {
    const text = `project: p
functions:
  api: { code: a, hooks: { onRollback: [{ invoke: check }] } }
  check: { code: c }
rollouts: { r: { steps: [{ weight: 1%, hooks: [{ invoke: check }] }] } }
`;
    const named = await readText(text);
    expect(named.functions[0]?.hooks.onRollback).toMatchObject([{ functionName: 'p-check' }]);
    expect(named.rollouts.r).toMatchObject({ steps: [{ hooks: [{ functionName: 'p-check' }] }] });
  });

  it.each([
    [
      '[{ run: npm run smoke }]',
      'preTraffic.0.run: `npm run smoke` is not a list of words  (write `[npm, run, smoke]`; no shell reads it)',
    ],
    [
      '[{ run: [x], shell: true }]',
      'preTraffic.0: unknown key `shell`  (no shell is started: run a script, or write `run: [sh, -c, <command>]`)',
    ],
    [
      '[{ run: [] }]',
      'preTraffic.0.run: an empty list is not a list of a program and its arguments, such as `[npm, run, smoke]`',
    ],
    ['[{ run: [" ", x] }]', 'preTraffic.0.run.0: the program has no name  (such as `[npm, run, smoke]`)'],
    ['[npm test]', 'preTraffic.0: `npm test` is not a map with one of `invoke`, `http`, `run` and `smoke`'],
    ['[{ invok: x }]', 'preTraffic.0: unknown key `invok`  (did you mean `invoke`?)'],
    [
      '[{ invoke: x, method: GET }]',
      'preTraffic.0: unknown key `method`  (known: invoke, name, timeout, retries, onTimeout)',
    ],
    [
      '[{ invoke: x, timeout: 30 }]',
      'preTraffic.0.timeout: `30` has no unit  (write `30s` for seconds, `30m` for minutes)',
    ],
    [
      '[{ invoke: x, timeout: 0s }]',
      'preTraffic.0.timeout: `0s` leaves no time to answer  (write a longer time)',
    ],
    ['[{ invoke: x, retries: 6 }]', 'preTraffic.0.retries: `6` is not a whole number from 0 to 5'],
    [
      '[{ invoke: x, onTimeout: failed }]',
      'preTraffic.0.onTimeout: `failed` is not fail, pass or inconclusive  (did you mean `fail`?)',
    ],
    [
      '[{ smoke: testEvent }]',
      'preTraffic.0.smoke: `testEvent` is not testEvents  (did you mean `testEvents`?)',
    ],
    [
      '[{ http: example.com }]',
      'preTraffic.0.http: `example.com` is not an address, with http:// or https://',
    ],
    ['[{ http: "https://" }]', 'preTraffic.0.http: `https://` is not an address, with http:// or https://'],
    [
      '[{ http: "https://a b" }]',
      'preTraffic.0.http: `https://a b` is not an address, with http:// or https://',
    ],
    [
      '[{ http: "http://x", status: 99 }]',
      'preTraffic.0.status: `99` is not a status such as 200, or a list of them',
    ],
    [
      '[{ http: "http://x", body: " " }]',
      'preTraffic.0.body: ` ` is not an expression of JMESPath, 1 to 4096 characters',
    ],
    [
      '[{ http: "http://x", headers: { "a b": x } }]',
      'preTraffic.0.headers: `a b` is not the name of a header',
    ],
    [
      '[{ http: "http://x", headers: { a: 010 } }]',
      'preTraffic.0.headers.a: a number is not a text of one line  (put quotes around it)',
    ],
  ])('is refused with the way out: %s', async (list, problem) => {
    const problems = await problemsIn(minimal(events + preTraffic(list)));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^lambda\.config\.yaml:6:\d+ {2}/);
    expect(problems[0]?.replace(/^\S+ +/, '')).toBe(`functions.api.hooks.${problem}`);
  });

  it.each([
    'http://169.254.169.254/latest',
    'http://2852039166/',
    'http://0xa9.0xfe.1.1/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[::ffff:169.254.169.254]/',
  ])('does not ask what only the machine may ask: %s', async (url) => {
    expect(await problemsIn(minimal(preTraffic(`[{ http: "${url}" }]`)))).toEqual([
      'lambda.config.yaml:5:35  functions.api.hooks.preTraffic.0.http: is link-local: only the machine itself may ask there  (name another host)',
    ]);
  });

  it.each([
    ['http://ann:hunter2@example.com', 'has a name or a password in it'],
    ['http://example.com:99999', 'is not an address'],
  ])('has a plain address: %s', async (url, what) => {
    const [problem] = await problemsIn(minimal(preTraffic(`[{ http: "${url}" }]`)));
    expect(problem).toContain(`preTraffic.0.http: ${what}`);
    expect(problem).not.toContain('hunter2');
  });

  it.each([
    ['status ==', /it cannot be read: .+ {2}\(write an expression of JMESPath, such as `status == 'ok'`\)$/],
    ['lenght(a)', /it cannot be read: there is no function lenght\(\) {2}/],
  ])('has a body that can be asked for: %s', async (body, problem) => {
    const problems = await problemsIn(minimal(preTraffic(`[{ http: "http://x", body: "${body}" }]`)));
    expect(problems).toEqual([
      expect.stringMatching(/:5:53 {2}functions\.api\.hooks\.preTraffic\.0\.body: /),
    ]);
    expect(problems[0]).toMatch(problem);
  });

  it('that tries sample events needs some', async () => {
    expect(await problemsIn(minimal(preTraffic('[{ smoke: testEvents }]')))).toEqual([
      'lambda.config.yaml:5:36  functions.api.hooks.preTraffic.0.smoke: `api` has no `testEvents` to be tried with  (add `testEvents: events/*.json` to the function)',
    ]);
    const text = 'defaults: { hooks: { afterStep: [{ smoke: testEvents }] } }\n';
    expect(await problemsIn(minimal('', text))).toEqual([
      'lambda.config.yaml:5:43  defaults.hooks.afterStep.0.smoke: `api` has no `testEvents` to be tried with  (add `testEvents: events/*.json` to the function)',
    ]);
  });

  it('of a time that there is not is refused', async () => {
    expect(await problemsIn(minimal('    hooks: { preTrafic: [] }\n'))).toEqual([
      'lambda.config.yaml:5:14  functions.api.hooks: unknown key `preTrafic`  (did you mean `preTraffic`?)',
    ]);
  });

  it('of the defaults stays where a function has others at another time', async () => {
    const defaults = 'defaults: { hooks: { preTraffic: [{ invoke: a }], afterStep: [{ invoke: b }] } }\n';
    const text = minimal('    hooks: { afterStep: [] }\n', defaults);
    expect((await readText(text)).functions[0]?.hooks).toMatchObject({
      preTraffic: [{ functionName: 'a' }],
      afterStep: [],
    });
  });
});

it('may have secret headers, which are there once AWS was asked, and in no text', async () => {
  const list = '[{ http: "https://x.example/", headers: { Authorization: "Bearer ${secret:token}" } }]';
  const lookups = new FakeLookups();
  lookups.secrets.set('token', 'sesame');
  const files = filesOf({ '/p/lambda.config.yaml': minimal(preTraffic(list)) });
  const opened = await openFrom(files, { cwd: '/p' });
  expect((await opened.finish(null)).functions.map(({ key }) => key)).toEqual(['api']);
  const { functions } = await opened.finish({ lookups, identity: new FakeIdentity() });
  const [hook] = functions[0]?.hooks.preTraffic ?? [];
  expect(hook).toMatchObject({ kind: 'http', headers: { Authorization: expect.any(Secret) } });
  expect(JSON.stringify(functions)).not.toContain('sesame');
  expect(await problemsIn(minimal(preTraffic('[{ http: "https://x.example/${secret:token}" }]')))).toEqual([
    expect.stringMatching(/secrets may stand in .*`headers` of hooks alone/),
  ]);
});
