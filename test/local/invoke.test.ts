import type { InvocationRequest } from '@aws-sdk/client-lambda';
import { invoke } from '../../src/local/actions/lambda/invoke';
import type { FunctionEntry } from '../../src/local/lambda/book';
import { Route } from '../../src/local/lambda/route';
import { createRandom } from '../../src/local/random';
import {
  addAlias,
  addFunction,
  addVersion,
  type DataPlane,
  dataPlane,
  noonMs,
  payloadOf,
} from './data-plane-world';

const minuteMs = 60_000;
const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:api';
const answersVersion = 'exports.handler = async (event, context) => context.functionVersion;';
const failsWhenAsked = `exports.handler = async (event) => { if (event.fail) throw new Error('asked'); return 'ok'; };`;

let plane: DataPlane;
let api: FunctionEntry;
beforeAll(() => {
  plane = dataPlane(process.env);
});
afterAll(() => plane.close());
beforeEach(() => {
  plane.world.metrics.load({ series: [] });
  api = addFunction(plane, 'api', failsWhenAsked);
});

const call = (input: Partial<InvocationRequest>) => invoke(plane.world, { FunctionName: 'api', ...input });

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

/** Sum of a Lambda metric over all time; null when there is no data point. */
function sum(name: string, dimensions: { [name: string]: string }): number | null {
  const buckets = plane.world.metrics.read(
    { namespace: 'AWS/Lambda', name, dimensions },
    0,
    Number.POSITIVE_INFINITY,
  );
  return buckets.length === 0 ? null : buckets.reduce((total, bucket) => total + bucket.summary.sum, 0);
}

/** An alias whose version 2 gets a share of the requests. */
function weightedAlias(weight: number): void {
  addVersion(plane, api, answersVersion);
  addVersion(plane, api, answersVersion);
  addAlias(api, 'live', '1', weight === 0 ? {} : { 2: weight });
}

describe('the choice of a weighted alias', () => {
  it('is the additional version with its weight: 10,000 requests at 10 % pass a chi-square test', () => {
    const random = createRandom(20_261_120);
    const alias = addAlias(api, 'live', '1', { 2: 0.1 });
    const counts = { 1: 0, 2: 0 };
    for (let request = 0; request < 10_000; request += 1)
      counts[Route.choose(alias, random) as '1' | '2'] += 1;
    const chiSquare = (counts[1] - 9000) ** 2 / 9000 + (counts[2] - 1000) ** 2 / 1000;
    expect(counts[1] + counts[2]).toBe(10_000);
    expect(chiSquare).toBeLessThan(3.841);
  });

  it('does not follow the requests before it: runs of the candidate are as long as chance makes them', () => {
    const random = createRandom(11);
    const alias = addAlias(api, 'live', '1', { 2: 0.5 });
    const choices = Array.from({ length: 10_000 }, () => Route.choose(alias, random));
    const changes = choices.filter((choice, at) => at > 0 && choice !== choices[at - 1]).length;
    expect(Math.abs(changes - 4999.5) / Math.sqrt(2499.75)).toBeLessThan(1.96);
  });

  it('is certain without weights and at weight 1', () => {
    const random = createRandom(3);
    for (const [weights, version] of [
      [{}, '1'],
      [{ 2: 0 }, '1'],
      [{ 2: 1 }, '2'],
    ] as const) {
      const alias = addAlias(api, 'live', '1', weights);
      const chosen = new Set(Array.from({ length: 1000 }, () => Route.choose(alias, random)));
      expect([...chosen]).toEqual([version]);
    }
  });

  it('is what runs, what is reported and what is counted, in 1,000 real invocations', async () => {
    weightedAlias(0.1);
    const executed = { 1: 0, 2: 0 };
    const one = async (): Promise<void> => {
      const answer = await call({ FunctionName: 'api:live' });
      expect(payloadOf(answer)).toBe(answer.ExecutedVersion);
      executed[answer.ExecutedVersion as '1' | '2'] += 1;
    };
    for (let batch = 0; batch < 50; batch += 1) await Promise.all(Array.from({ length: 20 }, one));
    expect((executed[2] - 100) ** 2 / 100 + (executed[1] - 900) ** 2 / 900).toBeLessThan(3.841);
    for (const version of ['1', '2'] as const)
      expect(
        sum('Invocations', { FunctionName: 'api', Resource: 'api:live', ExecutedVersion: version }),
      ).toBe(executed[version]);
  });
});

describe('what is called', () => {
  it.each([
    ['api', undefined, '$LATEST', arn],
    ['api:live', undefined, '1', `${arn}:live`],
    ['api', 'live', '1', `${arn}:live`],
    ['api:live', 'live', '1', `${arn}:live`],
    [arn, '2', '2', `${arn}:2`],
    [`${arn}:live`, undefined, '1', `${arn}:live`],
    ['123456789012:function:api:2', undefined, '2', `${arn}:2`],
    ['function:api', '$LATEST', '$LATEST', `${arn}:$LATEST`],
  ])('may be named %s with qualifier %s', (name, qualifier, version, invokedArn) => {
    weightedAlias(0);
    const route = Route.resolve(plane.world, name, qualifier ?? null);
    expect([route.version.version, route.ref.arn]).toEqual([version, invokedArn]);
  });

  it('shows the function the alias in its ARN and the number as its version', async () => {
    addVersion(
      plane,
      api,
      'exports.handler = async (e, c) => [c.invokedFunctionArn, c.functionVersion, c.logStreamName];',
    );
    addAlias(api, 'live', '1', {});
    const [invokedArn, version, stream] = payloadOf(await call({ Qualifier: 'live' })) as string[];
    expect([invokedArn, version]).toEqual([`${arn}:live`, '1']);
    expect(stream).toContain('/[1]');
  });

  it.each([
    [
      { FunctionName: 'nobody' },
      404,
      'ResourceNotFoundException',
      'Function not found: arn:aws:lambda:eu-west-1:123456789012:function:nobody',
    ],
    [{ Qualifier: 'nothing' }, 404, 'ResourceNotFoundException', `Function not found: ${arn}:nothing`],
    [{ FunctionName: 'api:9' }, 404, 'ResourceNotFoundException', `Function not found: ${arn}:9`],
    [
      { FunctionName: 'api:1', Qualifier: '2' },
      400,
      'InvalidParameterValueException',
      'The derived qualifier from the function name does not match the specified qualifier.',
    ],
    [
      { FunctionName: 'arn:aws:lambda:ap-southeast-1:123456789012:function:api' },
      404,
      'ResourceNotFoundException',
      "Functions from 'ap-southeast-1' are not reachable in this region ('eu-west-1')",
    ],
    [
      { FunctionName: 'a b' },
      400,
      'ValidationException',
      expect.stringContaining("Value 'a b' at 'functionName'"),
    ],
    [
      { InvocationType: 'Later' as 'Event' },
      400,
      'ValidationException',
      expect.stringContaining('[Event, RequestResponse, DryRun]'),
    ],
    [
      { Payload: Buffer.from('notat:json') },
      400,
      'InvalidRequestContentException',
      expect.stringMatching(/^Could not parse request body into json: /),
    ],
    [
      { Payload: Buffer.from([0x22, 0x87, 0x22]) },
      400,
      'InvalidRequestContentException',
      expect.stringMatching(/^Could not parse request body into json: /),
    ],
    [
      { ClientContext: 'bm90IGpzb24=' },
      400,
      'InvalidRequestContentException',
      expect.stringMatching(/^Could not parse client context/),
    ],
    [
      { Payload: Buffer.alloc(6_291_457, ' ') },
      413,
      'RequestTooLargeException',
      '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    ],
    [
      { Payload: Buffer.alloc(1_048_577, ' '), InvocationType: 'Event' as const },
      413,
      'RequestTooLargeException',
      '1048577 byte payload is too large for the Event invocation type (limit 1048576 bytes)',
    ],
  ])('is refused as %j', async (input, status, name, message) => {
    await expect(call(input)).rejects.toMatchObject({ status, name, message });
  });

  it('is refused while the function is being created', async () => {
    api.latest.state = 'Pending';
    await expect(call({})).rejects.toMatchObject({
      status: 409,
      name: 'ResourceConflictException',
      message:
        'The operation cannot be performed at this time. The function is currently in the following state: Pending',
    });
  });
});

describe('the kinds of invocation', () => {
  it('DryRun only looks whether it could', async () => {
    expect(await call({ InvocationType: 'DryRun' })).toEqual({ StatusCode: 204 });
    await expect(call({ InvocationType: 'DryRun', Qualifier: 'nothing' })).rejects.toMatchObject({
      status: 404,
    });
    expect(sum('Invocations', {})).toBeNull();
  });

  it('Event answers before the function has run, which then counts', async () => {
    expect(await call({ InvocationType: 'Event' })).toMatchObject({ StatusCode: 202 });
    expect(sum('Invocations', {})).toBeNull();
    await plane.world.clock.runUntil(counted(1));
  });

  it('Event tries a failing function twice more, after one minute and after two', async () => {
    const { clock } = plane.world;
    const startMs = clock.nowMs();
    await call({ InvocationType: 'Event', Payload: json({ fail: true }) });
    await clock.runUntil(counted(3));
    expect(sum('Errors', { FunctionName: 'api' })).toBe(3);
    expect(clock.nowMs() - startMs).toBe(3 * minuteMs);
  });

  it('RequestResponse answers 200 for a function that fails, and says so', async () => {
    const answer = await call({ Payload: json({ fail: true }) });
    expect(answer).toMatchObject({ StatusCode: 200, FunctionError: 'Unhandled', ExecutedVersion: '$LATEST' });
    expect(answer).not.toHaveProperty('LogResult');
    expect(await call({})).not.toHaveProperty('FunctionError');
  });
});

describe('the metrics of an invocation', () => {
  const perInvocation = () =>
    plane.world.metrics
      .list()
      .filter(({ id }) => !id.name.endsWith('Executions') && !id.name.startsWith('Claimed'));

  const sets = (version: string): { [name: string]: string }[] => [
    {},
    { FunctionName: 'api' },
    { FunctionName: 'api', Resource: 'api:live' },
    { FunctionName: 'api', Resource: 'api:live', ExecutedVersion: version },
  ];

  it('behind an alias have four sets of dimensions', async () => {
    addVersion(plane, api, failsWhenAsked);
    addAlias(api, 'live', '1', {});
    for (const fail of [true, false, false]) await call({ Qualifier: 'live', Payload: json({ fail }) });
    for (const set of sets('1')) {
      expect([sum('Invocations', set), sum('Errors', set), sum('Throttles', set)]).toEqual([3, 1, 0]);
      expect(sum('Duration', set)).toBeGreaterThan(0);
    }
    expect(perInvocation()).toHaveLength(16);
  });

  it('of a version or the bare function have no ExecutedVersion', async () => {
    addVersion(plane, api, failsWhenAsked);
    await call({ Qualifier: '1' });
    await call({});
    expect(sum('Invocations', { FunctionName: 'api', Resource: 'api:1' })).toBe(1);
    expect(sum('Invocations', { FunctionName: 'api', Resource: 'api' })).toBe(1);
    expect(sum('Invocations', { FunctionName: 'api' })).toBe(2);
    expect(perInvocation()).toHaveLength(16);
  });

  it('stand at the minute in which it started, however long it took', async () => {
    const { clock } = plane.world;
    const { world, folder } = plane;
    addFunction(
      plane,
      'slow',
      `exports.handler = async () => {
      while (!require('node:fs').existsSync('${folder}/go')) await new Promise((resolve) => setTimeout(resolve, 1));
    };`,
    );
    const startMs = clock.nowMs();
    const answer = invoke(world, { FunctionName: 'slow' });
    await clock.advance(10 * minuteMs);
    require('node:fs').writeFileSync(`${folder}/go`, '');
    await answer;
    const id = { namespace: 'AWS/Lambda', name: 'Invocations', dimensions: { FunctionName: 'slow' } };
    const [bucket] = world.metrics.read(id, noonMs, Number.POSITIVE_INFINITY);
    expect(bucket?.atMs).toBe(Math.floor(startMs / minuteMs) * minuteMs);
  });

  it('count a refusal for want of concurrency as a throttle and nothing else', async () => {
    addVersion(plane, api, failsWhenAsked);
    addAlias(api, 'live', '1', {});
    api.reservedConcurrency = 0;
    await expect(call({ Qualifier: 'live' })).rejects.toMatchObject({
      status: 429,
      name: 'TooManyRequestsException',
      members: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    });
    for (const set of sets('1')) expect([sum('Throttles', set), sum('Invocations', set)]).toEqual([1, null]);
  });
});

/** Until so many invocations were counted in all. */
async function counted(invocations: number): Promise<void> {
  while ((sum('Invocations', {}) ?? 0) < invocations) await new Promise((resolve) => setImmediate(resolve));
}
