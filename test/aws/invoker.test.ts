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
    const { aws } = await open(() => ({ status: 200, body: {} }), { requestTimeoutMs: 5000 });
    expect(await aws.invoker.invoke('f', '4', '{}')).toMatchObject({ payload: '{}' });
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
