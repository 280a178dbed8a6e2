import { lambdaError, stage } from './server';

const open = stage();

describe('invoking a version', () => {
  test('answers with what it returned and which version ran', async () => {
    const { aws, asked } = await open(() => ({
      status: 200,
      headers: { 'x-amz-executed-version': '4' },
      body: { total: 'ü' },
    }));
    expect(await aws.invoker.invoke('f', '4', '{"id":1}')).toEqual({
      executedVersion: '4',
      functionError: null,
      payload: '{"total":"ü"}',
    });
    expect(asked[0]).toMatchObject({
      path: '/2015-03-31/functions/f/invocations?Qualifier=4',
      body: '{"id":1}',
      headers: { 'x-amz-invocation-type': 'RequestResponse' },
    });
  });

  test('a function that fails has answered', async () => {
    const { aws } = await open(() => ({
      status: 200,
      headers: { 'x-amz-function-error': 'Unhandled' },
      body: { errorMessage: 'boom' },
    }));
    expect(await aws.invoker.invoke('f', '4', '{}')).toMatchObject({
      functionError: 'Unhandled',
      payload: '{"errorMessage":"boom"}',
    });
  });

  test('outlasts the patience for other calls', async () => {
    let finish = (_: { status: number; body: object }): void => undefined;
    const slow = new Promise<{ status: number; body: object }>((resolve) => {
      finish = resolve;
    });
    const { aws } = await open((one) => (one.method === 'POST' ? slow : 'silence'), {
      requestTimeoutMs: 2000,
    });
    const invocation = aws.invoker.invoke('f', '4', '{}');
    const write = aws.aliases.write(
      { functionName: 'f', alias: 'live' },
      { version: '1', additional: null, description: '' },
      'r1',
    );
    await expect(write).rejects.toMatchObject({ code: 'timedOut' });
    finish({ status: 200, body: {} });
    expect(await invocation).toMatchObject({ payload: '{}' });
  });

  test('a version that is not there is not found, and an event is not sent twice after a failure', async () => {
    const { aws, asked } = await open((_, count) =>
      count === 1
        ? lambdaError(404, 'ResourceNotFoundException', 'Function not found')
        : lambdaError(500, 'ServiceException', 'oops'),
    );
    await expect(aws.invoker.invoke('f', '9', '{}')).rejects.toMatchObject({ code: 'notFound' });
    await expect(aws.invoker.invoke('f', '9', '{}')).rejects.toMatchObject({ code: 'unavailable' });
    expect(asked).toHaveLength(2);
  });
});
