/** `shipit doctor` as it is typed, with the real SDK: against the local AWS as if it were AWS, and against endpoints that are wrong. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClock } from '../../src/disk/clock';
import { CommandFolder } from './command';

const folder = new CommandFolder();
afterAll(() => folder.remove());

const yaml = `project: orders
functions:
  api: { code: code, handler: index.handler, runtime: nodejs24.x, role: "arn:aws:iam::000000000000:role/orders" }
`;
const keys = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'eu-west-1' };

interface Told {
  readonly type: string;
  readonly area: string;
  readonly state: string;
  readonly what: string;
  readonly because: string;
}

async function doctor(env: NodeJS.ProcessEnv, words = 'doctor --json') {
  const { code, stdout, stderr } = await folder.run(words, env);
  const events = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Told]));
  const of = (area: string) => events.filter((event) => event.area === area);
  return { code, events, of, stderr };
}

beforeAll(() => {
  folder.write('lambda.config.yaml', yaml);
  folder.folder('code');
  folder.write('code/index.mjs', 'export const handler = async () => ({ ok: true });\n');
});

test('where all is well it ends with 0, and with the account of whoever calls', async () => {
  await folder.served(async (endpoint) => {
    const { code, events, of, stderr } = await doctor({ ...keys, AWS_ENDPOINT_URL: endpoint });
    expect(events.filter(({ state }) => state === 'bad')).toEqual([]);
    expect(code).toBe(0);
    expect(of('permissions')).toMatchObject([
      { state: 'ok', what: expect.stringMatching(/^all \d+ actions/) },
    ]);
    expect(of('credentials')[0]).toMatchObject({ what: expect.stringContaining(':user/local') });
    expect(of('clock')).toMatchObject([{ state: 'ok' }]);
    expect(of('aliases')).toMatchObject([{ what: 'api (orders-api:live) is not there yet' }]);
    expect(events.at(-1)).toMatchObject({ type: 'doctor.finished', exitCode: 0 });
    expect(stderr).toBe('');
  });
});

test('without credentials it says so once, and looks at everything else', async () => {
  const { code, of } = await doctor({ AWS_REGION: 'eu-west-1' });
  expect(code).toBe(2);
  expect(of('credentials')).toMatchObject([{ state: 'bad', what: expect.stringContaining('credentials') }]);
  expect(of('project')).toMatchObject([{ state: 'ok' }]);
  expect(of('permissions')).toMatchObject([{ state: 'warn', what: 'not looked at' }]);
});

test('a clock that AWS refuses is found, though AWS refuses everything for it', async () => {
  const server = createServer((_request, response) => {
    const date = new Date(createClock().nowMs() + 20 * 60_000).toUTCString();
    response.writeHead(403, { date, 'content-type': 'text/xml' });
    response.end(
      '<ErrorResponse><Error><Code>SignatureDoesNotMatch</Code><Message>Signature expired</Message></Error></ErrorResponse>',
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    const { port } = server.address() as AddressInfo;
    const { code, of } = await doctor({ ...keys, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` });
    expect(code).toBe(2);
    expect(of('clock')).toMatchObject([
      { state: 'bad', what: expect.stringMatching(/(19m59s|20m) behind AWS/) },
    ]);
    expect(of('credentials')).toMatchObject([{ state: 'bad' }]);
  } finally {
    server.close();
  }
});

test('a region that only a wrong file names is not said to be missing', async () => {
  const named = yaml.replace('functions:', 'region: eu-west-1\nfunctions:');
  const wrong = named.replace('role:', 'memorySize: 2, role:');
  try {
    for (const [text, words] of [
      [wrong, 'doctor --json'],
      [named, 'doctor --json --stage zz'],
    ] as const) {
      folder.write('lambda.config.yaml', text);
      const { code, events, of } = await doctor({}, words);
      expect(code).toBe(2);
      expect(events.filter(({ state }) => state === 'bad').map(({ area }) => area)).toEqual(['project']);
      expect([...of('clock'), ...of('credentials')].map(({ what }) => what)).toEqual([
        'not looked at',
        'not looked at',
      ]);
    }
  } finally {
    folder.write('lambda.config.yaml', yaml);
  }
});

test('people read one line a finding on stdout, with the way out below', async () => {
  const { code, stdout } = await folder.run('doctor --region eu-west-1');
  expect(code).toBe(2);
  expect(stdout).toMatch(/^ok {4}project {5}\/.*lambda.config.yaml: 1 function, 0 stages$/m);
  expect(stdout).toMatch(/^ {18}-> Set AWS_PROFILE or /m);
});
