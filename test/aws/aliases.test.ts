import { Percent } from '../../src/core/values';
import { lambdaError, stage } from './server';

const live = { functionName: 'orders-api', alias: 'live' };
const open = stage();

describe('aliases', () => {
  test('an alias that splits its traffic says who gets how much', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: {
        FunctionVersion: '3',
        Description: 'mine',
        RevisionId: 'r1',
        RoutingConfig: { AdditionalVersionWeights: { '4': 0.1 } },
      },
    }));
    expect(await aws.aliases.read(live)).toEqual({
      version: '3',
      additional: { version: '4', weight: 10 },
      description: 'mine',
      revisionId: 'r1',
    });
    expect(asked[0]?.path).toBe('/2015-03-31/functions/orders-api/aliases/live');
  });

  test('an alias without weights has no additional version, whether AWS leaves the map out or empty', async () => {
    const body = { FunctionVersion: '3', RevisionId: 'r1' };
    const { aws } = await open((_, count) => ({
      status: 200,
      body: count === 1 ? body : { ...body, RoutingConfig: { AdditionalVersionWeights: {} } },
    }));
    const expected = { version: '3', additional: null, description: '', revisionId: 'r1' };
    expect(await aws.aliases.read(live)).toEqual(expected);
    expect(await aws.aliases.read(live)).toEqual(expected);
  });

  test('an alias that is not there is null', async () => {
    const { aws } = await open(() =>
      lambdaError(404, 'ResourceNotFoundException', 'Cannot find alias arn: x'),
    );
    expect(await aws.aliases.read(live)).toBeNull();
  });

  test('all aliases of a function are read page by page, and come by name', async () => {
    const alias = (Name: string) => ({
      Name,
      FunctionVersion: '3',
      Description: `of ${Name}`,
      RevisionId: 'r',
    });
    const weights = { AdditionalVersionWeights: { '4': 0.1 } };
    const { aws, asked } = await open((_, count) => ({
      status: 200,
      body:
        count === 1
          ? { Aliases: [alias('live')], NextMarker: 'm1' }
          : { Aliases: [{ ...alias('beta'), RoutingConfig: weights }] },
    }));
    const rest = { version: '3', additional: null, revisionId: 'r' };
    expect(await aws.aliases.list('orders-api')).toEqual([
      { ...rest, name: 'beta', additional: { version: '4', weight: 10 }, description: 'of beta' },
      { ...rest, name: 'live', description: 'of live' },
    ]);
    expect(asked.map(({ path }) => path)).toEqual([
      '/2015-03-31/functions/orders-api/aliases',
      '/2015-03-31/functions/orders-api/aliases?Marker=m1',
    ]);
  });

  test('a function that is not there has no aliases, and whoever may not list them hears so', async () => {
    const { aws } = await open((_, count) =>
      count === 1
        ? lambdaError(404, 'ResourceNotFoundException', 'Function not found: arn')
        : lambdaError(403, 'AccessDeniedException', 'not authorized'),
    );
    expect(await aws.aliases.list('orders-api')).toEqual([]);
    await expect(aws.aliases.list('orders-api')).rejects.toMatchObject({ code: 'accessDenied' });
  });

  test('a write carries version, weights, description and revision at once', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: { FunctionVersion: '3', RevisionId: 'r2' },
    }));
    const additional = { version: '4', weight: Percent.of(12.5) };
    await aws.aliases.write(live, { version: '3', additional, description: 'record' }, 'r1');
    expect(asked[0]?.method).toBe('PUT');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      FunctionVersion: '3',
      RoutingConfig: { AdditionalVersionWeights: { '4': 0.125 } },
      Description: 'record',
      RevisionId: 'r1',
    });
  });

  test('a write without a second version clears the weights in so many words', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      body: { FunctionVersion: '3', RevisionId: 'r2' },
    }));
    const state = await aws.aliases.write(live, { version: '3', additional: null, description: '' }, 'r1');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      FunctionVersion: '3',
      RoutingConfig: { AdditionalVersionWeights: {} },
      Description: '',
      RevisionId: 'r1',
    });
    expect(state.revisionId).toBe('r2');
  });

  test('a new alias serves one version', async () => {
    const { aws, asked } = await open(() => ({
      status: 201,
      body: { FunctionVersion: '1', RevisionId: 'r1' },
    }));
    await aws.aliases.create(live, { version: '1', additional: null, description: 'record' });
    expect(asked[0]?.method).toBe('POST');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({
      Name: 'live',
      FunctionVersion: '1',
      Description: 'record',
    });
  });

  test('a new alias is asked for again when AWS did not look at it', async () => {
    const { aws, clock, asked } = await open((_, count) =>
      count === 1
        ? lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.')
        : { status: 201, body: { FunctionVersion: '1', RevisionId: 'r1' } },
    );
    await clock.runUntil(aws.aliases.create(live, { version: '1', additional: null, description: 'record' }));
    expect(asked).toHaveLength(2);
  });

  test('whoever comes second with a new alias is told that it exists', async () => {
    const { aws } = await open(() =>
      lambdaError(409, 'ResourceConflictException', 'Alias already exists: arn'),
    );
    await expect(
      aws.aliases.create(live, { version: '1', additional: null, description: '' }),
    ).rejects.toMatchObject({ code: 'alreadyExists' });
  });

  test.each([
    ['throttled', lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.')],
    ['unavailable', lambdaError(500, 'ServiceException', 'oops')],
    ['unavailable', null],
    ['preconditionFailed', lambdaError(412, 'PreconditionFailedException', 'The Revision Id provided')],
    ['notFound', lambdaError(404, 'ResourceNotFoundException', 'Alias not found: arn')],
  ])('an alias write that is answered with %s is sent once', async (code, answer) => {
    const { aws, asked } = await open(() => answer);
    const write = aws.aliases.write(live, { version: '3', additional: null, description: '' }, 'r1');
    await expect(write).rejects.toMatchObject({ name: 'ShipitError', code });
    expect(asked).toHaveLength(1);
  });

  test('an alias is removed, and not missed when it is gone already', async () => {
    const { aws, asked } = await open((_, count) =>
      count === 1
        ? { status: 204, body: '' }
        : lambdaError(404, 'ResourceNotFoundException', 'Function not found: arn'),
    );
    await aws.aliases.remove(live);
    await aws.aliases.remove(live);
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'DELETE /2015-03-31/functions/orders-api/aliases/live',
      'DELETE /2015-03-31/functions/orders-api/aliases/live',
    ]);
  });
});
