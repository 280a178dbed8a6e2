import { awsDefaults } from '../../src/core/function';
import type { Digest } from '../../src/core/values';
import { lambdaError, stage } from './server';

const open = stage();

const configuration = {
  FunctionName: 'f',
  FunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:f',
  Version: '$LATEST',
  CodeSha256: 'abc=',
  CodeSize: 123,
  RevisionId: 'r1',
  Runtime: 'nodejs24.x',
  Handler: 'index.handler',
  Role: 'arn:aws:iam::123456789012:role/orders',
};

const config = {
  ...awsDefaults,
  runtime: 'nodejs24.x',
  handler: 'index.handler',
  role: 'arn:aws:iam::123456789012:role/orders',
};

describe('publishing', () => {
  const expectation = { digest: 'abc=' as Digest, revisionId: 'r1', description: 'release 1' };

  test('names the digest and the revision it expects', async () => {
    const { aws, asked } = await open(() => ({ status: 201, body: { ...configuration, Version: '7' } }));
    expect(await aws.versions.publish('f', expectation)).toMatchObject({ version: '7' });
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      CodeSha256: 'abc=',
      RevisionId: 'r1',
      Description: 'release 1',
    });
  });

  test('is invalid when $LATEST has other code', async () => {
    const { aws } = await open(() =>
      lambdaError(400, 'InvalidParameterValueException', 'CodeSHA256 (x) is different'),
    );
    await expect(aws.versions.publish('f', expectation)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the versions of a function', () => {
  test('come from all pages, by number, without $LATEST', async () => {
    const version = (number: string) => ({ ...configuration, Version: number });
    const { aws, asked } = await open((one) =>
      one.path.includes('Marker=next')
        ? { status: 200, body: { Versions: [version('9'), version('2')] } }
        : { status: 200, body: { NextMarker: 'next', Versions: [version('$LATEST'), version('10')] } },
    );
    const versions = await aws.versions.list('f');
    expect(versions.map((one) => one.version)).toEqual(['2', '9', '10']);
    expect(versions[0]).toEqual({ version: '2', digest: 'abc=', codeBytes: 123, config });
    expect(asked).toHaveLength(2);
  });

  test('leave out one whose environment is unreadable', async () => {
    const hidden = { ...configuration, Version: '1', Environment: { Error: { ErrorCode: 'x' } } };
    const { aws } = await open(() => ({
      status: 200,
      body: { Versions: [hidden, { ...configuration, Version: '2' }] },
    }));
    expect((await aws.versions.list('f')).map((one) => one.version)).toEqual(['2']);
  });
});

describe('the code of a version', () => {
  test('is fetched from where Lambda says that it is', async () => {
    const { aws, asked } = await open((one) =>
      one.path === '/the.zip'
        ? { status: 200, body: 'PK' }
        : {
            status: 200,
            body: { Configuration: configuration, Code: { Location: `http://${one.headers.host}/the.zip` } },
          },
    );
    expect(Buffer.from((await aws.versions.code('f', '3')) ?? '').toString()).toBe('PK');
    expect(asked.map((one) => one.path)).toEqual(['/2015-03-31/functions/f?Qualifier=3', '/the.zip']);
    expect(asked[1]?.headers).not.toHaveProperty('authorization');
  });

  test('is nothing for an image', async () => {
    const { aws } = await open(() => ({
      status: 200,
      body: { Configuration: { ...configuration, PackageType: 'Image' }, Code: { RepositoryType: 'ECR' } },
    }));
    expect(await aws.versions.code('f', '3')).toBeNull();
  });

  test.each([
    'http://127.0.0.1:1/x.zip',
    'https://example.com/x.zip',
    'http://s3.eu-west-1.amazonaws.com/x.zip',
    'file:///etc/passwd',
    'nonsense',
  ])('is not asked of %s', async (Location) => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: { Configuration: configuration, Code: { Location } },
    }));
    await expect(aws.versions.code('f', '3')).rejects.toMatchObject({ code: 'wrongEndpoint' });
    expect(asked).toHaveLength(1);
  });
});

describe('durable executions of a version', () => {
  const page = (count: number, next?: string) => ({
    status: 200,
    body: {
      DurableExecutions: Array.from({ length: count }, () => ({ Status: 'RUNNING', StartTimestamp: 1 })),
      ...(next === undefined ? {} : { NextMarker: next }),
    },
  });

  test('are asked about by version and state', async () => {
    const { aws, asked } = await open(() => page(1));
    expect(await aws.versions.isExecuting('f', '3')).toBe(true);
    expect(asked.map(({ path }) => path)).toEqual([
      '/2025-12-01/functions/f/durable-executions?Qualifier=3&Statuses=RUNNING',
    ]);
  });

  test('may stand behind a page that is empty', async () => {
    const { aws, asked } = await open((one) =>
      one.path.includes('Marker=next') ? page(1) : page(0, 'next'),
    );
    expect(await aws.versions.isExecuting('f', '3')).toBe(true);
    expect(asked).toHaveLength(2);
  });

  test('are none when no page has any', async () => {
    const { aws } = await open((one) => (one.path.includes('Marker=next') ? page(0) : page(0, 'next')));
    expect(await aws.versions.isExecuting('f', '3')).toBe(false);
  });
});
