import { perform } from '../../src/local/invocations/perform';
import { Route } from '../../src/local/lambda/route';
import type { RuntimeResult } from '../../src/local/runtime/pool';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';
import { call, makeExecutable } from './runtime-calls';

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH });
});
afterEach(() => plane.close());

interface Streamed extends RuntimeResult {
  readonly pieces: readonly string[];
}

async function streamed(name: string): Promise<Streamed> {
  const pieces: string[] = [];
  const { world } = plane;
  const stream = (piece: Uint8Array): void => void pieces.push(Buffer.from(piece).toString());
  const payload = Buffer.from('{}');
  const result = await perform(world, Route.resolve(world, name, null), {
    payload,
    clientContext: null,
    stream,
  });
  return { ...result, pieces };
}

const add = (code: string): void =>
  void addFunction(plane, 'api', `exports.handler = ${code}`, { MemorySize: 512 });

const errorOf = ({ payload }: RuntimeResult): unknown => JSON.parse(Buffer.from(payload).toString());

describe('a streamed response', () => {
  it('is handed on piece by piece while the function goes on', async () => {
    add(`awslambda.streamifyResponse(async (event, response, context) => {
      response.write('one ');
      await new Promise((resolve) => setTimeout(resolve, 30));
      response.write('two ' + context.functionName);
      response.end();
    });`);
    const { pieces, payload, functionError } = await streamed('api');
    expect(pieces.join('')).toBe('one two api');
    expect(pieces.length).toBeGreaterThan(1);
    expect(payload).toHaveLength(0);
    expect(functionError).toBeNull();
  });

  it('is gathered for whoever wants it whole, and the environment serves on', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      response.write({ n: event });
      response.end();
    });`);
    expect(await call(plane, 'api', 1)).toMatchObject({ payload: { n: 1 }, error: undefined });
    expect(await call(plane, 'api', 2)).toMatchObject({ payload: { n: 2 }, error: undefined });
  });

  it('takes what is piped into it', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      const { Readable } = require('node:stream');
      await require('node:stream/promises').pipeline(Readable.from(['a', 'b', 'c']), response);
    });`);
    expect((await streamed('api')).pieces.join('')).toBe('abc');
  });

  it('begins with status and headers when it is for HTTP', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      const http = awslambda.HttpResponseStream.from(response, { statusCode: 201, headers: { a: 'b' } });
      http.write('body');
      http.end();
    });`);
    expect((await streamed('api')).pieces.join('')).toBe(
      `{"statusCode":201,"headers":{"a":"b"}}${'\0'.repeat(8)}body`,
    );
  });

  it('has a type of its own', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      response.setContentType('text/csv');
      response.end('a,b');
    });`);
    const types: string[] = [];
    const { world } = plane;
    const version = world.functions.entries.get('api')?.latest;
    if (!version) throw new Error('there is no function');
    await world.runtime.run({
      functionName: 'api',
      invokedArn: 'arn',
      version,
      payload: Buffer.from('{}'),
      requestId: '0b0e0c0a-0000-4000-8000-000000000001',
      clientContext: null,
      stream: (_piece, contentType) => void types.push(contentType),
    });
    expect(types).toEqual(['text/csv']);
  });

  it('that fails before its first piece is a failure like any other', async () => {
    add("awslambda.streamifyResponse(async () => { throw new RangeError('early'); });");
    const result = await streamed('api');
    expect(result).toMatchObject({ pieces: [], functionError: 'Unhandled' });
    expect(errorOf(result)).toMatchObject({ errorType: 'RangeError', errorMessage: 'early' });
  });

  it.each([
    ['its handler throws', "throw new RangeError('late');", 'RangeError'],
    [
      'something else throws',
      "setTimeout(() => { throw new URIError('lost'); }); await new Promise(() => {});",
      'URIError',
    ],
    ['the process ends', 'process.exit(4);', 'Runtime.ExitError'],
  ])('that breaks off because %s has sent what it has sent', async (_, rest, errorType) => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      await new Promise((resolve) => response.write('half', resolve));
      await new Promise((resolve) => setTimeout(resolve, 20));
      ${rest}
    });`);
    const result = await streamed('api');
    expect(result).toMatchObject({ pieces: ['half'], functionError: 'Unhandled' });
    expect(errorOf(result)).toMatchObject({ errorType });
    expect(await call(plane, 'api', {})).toMatchObject({ payload: { errorType }, error: 'Unhandled' });
  });

  it('may be twenty times as large as one that is not', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      const megabyte = Buffer.alloc(1_048_576, 'x');
      for (let n = 0; n < 20; n += 1)
        if (!response.write(megabyte)) await new Promise((resolve) => response.once('drain', resolve));
      response.end();
    });`);
    const { pieces, functionError } = await streamed('api');
    expect(pieces.reduce((sum, piece) => sum + piece.length, 0)).toBe(20 * 1_048_576);
    expect(functionError).toBeNull();
    expect((await call(plane, 'api', {})).payload).toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });

  it('ends at 200 MB', async () => {
    add(`awslambda.streamifyResponse(async (event, response) => {
      const part = Buffer.alloc(8 * 1_048_576);
      for (let n = 0; n < 26; n += 1)
        if (!response.write(part)) await new Promise((resolve) => response.once('drain', resolve));
      response.end();
    });`);
    const { world } = plane;
    let bytes = 0;
    const stream = (piece: Uint8Array): void => {
      bytes += piece.length;
    };
    const request = { payload: Buffer.from('{}'), clientContext: null, stream };
    const result = await perform(world, Route.resolve(world, 'api', null), request);
    expect(bytes).toBeLessThanOrEqual(209_715_200);
    expect(errorOf(result)).toMatchObject({ errorType: 'Function.ResponseSizeTooLarge' });
  });

  it('must come from a handler with a promise', async () => {
    add("awslambda.streamifyResponse((event, response) => { response.end('x'); });");
    expect(errorOf(await streamed('api'))).toMatchObject({ errorType: 'Runtime.MalformedStreamingHandler' });
  });

  it('may come from a runtime of any kind', async () => {
    const bootstrap = `#!${process.execPath}
const http = require('node:http');
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const base = '/2018-06-01/runtime/invocation/';
(function serve() {
  http.get({ host, port, path: base + 'next' }, (next) => {
    next.resume();
    const path = base + next.headers['lambda-runtime-aws-request-id'] + '/response';
    const headers = {
      'lambda-runtime-function-response-mode': 'streaming',
      'transfer-encoding': 'chunked',
      trailer: 'Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body',
    };
    const response = http.request({ host, port, path, method: 'POST', headers }, (done) => done.resume().on('end', serve));
    response.write('some');
    response.addTrailers({
      'Lambda-Runtime-Function-Error-Type': 'Own.Error',
      'Lambda-Runtime-Function-Error-Body': Buffer.from('{"errorType":"Own.Error","errorMessage":"äh"}').toString('base64'),
    });
    response.end();
  });
})();
`;
    const entry = addFunction(plane, 'own', { bootstrap }, { Runtime: 'provided.al2023', MemorySize: 512 });
    makeExecutable(plane, entry, 'bootstrap');
    const result = await streamed('own');
    expect(result).toMatchObject({ pieces: ['some'], functionError: 'Unhandled' });
    expect(errorOf(result)).toEqual({ errorType: 'Own.Error', errorMessage: 'äh' });
  });
});
