import { type Answer, stage } from './server';

const play = stage();
const host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com';
const now = 1_800_000_000;

const token = (change: object = {}): Answer => ({
  status: 200,
  body: {
    authorizationData: [
      {
        authorizationToken: Buffer.from('AWS:pass:word').toString('base64'),
        expiresAt: now + 43_200,
        proxyEndpoint: `https://${host}`,
        ...change,
      },
    ],
  },
});

describe('the login of a registry of ECR', () => {
  it('is asked of AWS once, until it is about to end', async () => {
    const { aws, asked, clock } = await play(() => token());
    const login = { username: 'AWS', password: 'pass:word', url: null };
    expect(await Promise.all([aws.registryLogin(host), aws.registryLogin(host)])).toEqual([login, login]);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers['x-amz-target']).toContain('GetAuthorizationToken');
    await clock.advance(12 * 3_600_000 - 60_000);
    await aws.registryLogin(host);
    expect(asked).toHaveLength(2);
  });

  it('is good for registries of others, which are asked at their own address', async () => {
    const { aws } = await play(() => token());
    const login = await aws.registryLogin('999999999999.dkr.ecr.eu-west-1.amazonaws.com');
    expect(login?.url).toBeNull();
  });

  it('says where a registry is that is not at AWS', async () => {
    const { aws } = await play(() => token({ proxyEndpoint: 'http://127.0.0.1:4580' }));
    expect((await aws.registryLogin(host))?.url).toBe('http://127.0.0.1:4580');
  });

  it.each([
    'public.ecr.aws',
    'docker.io',
    'registry.example.com',
    '123456789012.dkr.ecr.eu-west-1.amazonaws.com.example.com',
    'x.123456789012.dkr.ecr.eu-west-1.amazonaws.com',
    '123456789012.dkr.ecr.eu-west-1.example.com',
  ])('is nobody of AWS for %s', async (other) => {
    const { aws, asked } = await play(() => token());
    expect(await aws.registryLogin(other)).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each(['123456789012.dkr.ecr-fips.us-east-1.amazonaws.com', '123456789012.dkr-ecr.eu-west-1.on.aws'])(
    'is asked for %s, too',
    async (other) => {
      const { aws } = await play(() => token());
      expect((await aws.registryLogin(other))?.username).toBe('AWS');
    },
  );

  it('that AWS refuses is told, and asked for again the next time', async () => {
    const denied = { status: 400, body: { __type: 'AccessDeniedException', message: 'no' } };
    const { aws } = await play((_, count) => (count === 1 ? denied : token()));
    await expect(aws.registryLogin(host)).rejects.toMatchObject({ code: 'accessDenied' });
    expect((await aws.registryLogin(host))?.username).toBe('AWS');
  });
});
