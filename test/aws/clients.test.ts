import { createAws } from '../../src/aws/clients';
import { checkKeys } from '../../src/aws/endpoints';
import { awsAt, stage } from './server';

const open = stage();

const live = { functionName: 'f', alias: 'live' };
const alias = { status: 200, body: { FunctionVersion: '1', RevisionId: 'r1' } };

describe('the clients', () => {
  test('name the release in the user agent, and say so when there is none', async () => {
    let release: string | null = null;
    const { aws, asked } = await open(() => alias, { release: () => release });
    await aws.aliases.read(live);
    release = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
    await aws.aliases.read(live);
    expect(asked[0]?.headers['user-agent']).toMatch(/^aws-sdk-js.* shipit\/none$/);
    expect(asked[1]?.headers['user-agent']).toMatch(/^aws-sdk-js.* shipit\/01ARZ3NDEKTSV4RRFFQ69G5FAV$/);
  });

  test('are not made for an endpoint that is refused', () => {
    expect(() => awsAt('http://169.254.169.254')).toThrow('link-local');
    expect(() => awsAt('http://127.0.0.1:4580', { credentials: null })).toThrow('no credentials of AWS');
    expect(checkKeys({ url: 'x', aws: true }, null)).toBeUndefined();
  });

  test('refuse a region that would make a host name of somebody else', async () => {
    const { aws, asked } = await open(() => alias, { region: 'x.example.com/' });
    await expect(aws.aliases.read(live)).rejects.toMatchObject({ code: 'noRegion' });
    expect(asked).toHaveLength(0);
  });

  test('send nothing to a foreign endpoint that a variable of one service names', async () => {
    const variables = { AWS_ENDPOINT_URL_LAMBDA: 'http://127.0.0.1:1' };
    Object.assign(process.env, variables);
    try {
      const { clock } = awsAt('http://127.0.0.1:4580');
      const aws = createAws({
        region: 'eu-west-1',
        endpoint: null,
        profile: null,
        assumeRole: null,
        webIdentity: null,
        inCi: false,
        warn: () => {},
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
        clock,
        ids: { ulid: () => '', nonce: () => '', jitter: () => 0 },
        requestTimeoutMs: 1000,
        release: () => null,
        trace: null,
      });
      await expect(aws.aliases.read(live)).rejects.toMatchObject({ code: 'wrongEndpoint' });
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
    }
  });

  test('keep within fifteen calls a second for all of Lambda but GetFunction', async () => {
    const { aws, clock, asked } = await open((one) =>
      one.path.includes('/aliases/') ? alias : { status: 200, body: { Configuration: {} } },
    );
    const reads = Array.from({ length: 20 }, () => aws.aliases.read(live));
    await Promise.all(Array.from({ length: 30 }, () => aws.functions.look('f')));
    await Promise.all(reads.slice(0, 15));
    expect(asked.filter((one) => one.path.includes('/aliases/'))).toHaveLength(15);
    await clock.runUntil(Promise.all(reads));
    expect(asked.filter((one) => one.path.includes('/aliases/'))).toHaveLength(20);
    expect(clock.monotonicMs()).toBe(1000);
  });
});
