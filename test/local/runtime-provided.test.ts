import { execFileSync } from 'node:child_process';
import { CreateFunctionCommand, InvokeCommand } from '@aws-sdk/client-lambda';
import { addFunction, type DataPlane, dataPlane } from './data-plane-world';
import { addLayer, call, makeExecutable, untilGone } from './runtime-calls';
import { account, openLocalAws } from './world';
import { zipOf } from './zip';

const curlHere = hasCurl();
const itWithCurl = curlHere ? it : it.skip;

let plane: DataPlane;
beforeEach(() => {
  plane = dataPlane({ PATH: process.env.PATH });
});
afterEach(() => plane.close());

/** A runtime of few lines; `answer` is its handler. */
const bootstrap = (answer: string): string => `#!${process.execPath}
const base = 'http://' + process.env.AWS_LAMBDA_RUNTIME_API + '/2018-06-01/runtime/';
const answer = async (event, headers) => { ${answer} };
(async () => {
  for (;;) {
    const next = await fetch(base + 'invocation/next');
    const id = next.headers.get('lambda-runtime-aws-request-id');
    try {
      const body = JSON.stringify(await answer(await next.json(), next.headers));
      await fetch(base + 'invocation/' + id + '/response', { method: 'POST', body });
    } catch (error) {
      const body = JSON.stringify({ errorType: error.name, errorMessage: error.message });
      await fetch(base + 'invocation/' + id + '/error', { method: 'POST', body });
    }
  }
})();
`;

const shellBootstrap = `#!/bin/sh
set -eu
base="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
while :; do
  event=$(curl -sS -D "$TMPDIR/head" "$base/invocation/next")
  id=$(tr -d '\\r' < "$TMPDIR/head" | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
  echo "saw $event as $_HANDLER"
  curl -sS -o /dev/null -X POST "$base/invocation/$id/response" -d "{\\"got\\":$event}"
done
`;

function add(
  name: string,
  files: { [path: string]: string },
  changes: Parameters<typeof addFunction>[3],
): void {
  const entry = addFunction(plane, name, files, { Runtime: 'provided.al2023', MemorySize: 512, ...changes });
  if ('bootstrap' in files) makeExecutable(plane, entry, 'bootstrap');
}

describe('a custom runtime', () => {
  it('answers what its bootstrap answers, again and again from one process', async () => {
    add('own', { bootstrap: bootstrap('return { event, pid: process.pid };') }, {});
    const first = (await call(plane, 'own', { a: 1 })).payload as { pid: number };
    expect(first).toEqual({ event: { a: 1 }, pid: expect.any(Number) });
    expect((await call(plane, 'own', [2])).payload).toEqual({ event: [2], pid: first.pid });
  });

  itWithCurl(
    `may be a shell script, whose output is in the log with its memory${curlHere ? '' : ' (left out: there is no curl)'}`,
    async () => {
      add('own', { bootstrap: shellBootstrap }, { Handler: 'the.handler' });
      const { payload, log } = await call(plane, 'own', 7);
      expect(payload).toEqual({ got: 7 });
      expect(log).toMatch(
        /^START RequestId: (\S{36}) Version: \$LATEST\nsaw 7 as the\.handler\nEND RequestId: \1\nREPORT .*\tMax Memory Used: [1-9]\d* MB\tInit Duration: /,
      );
    },
  );

  it('fails in the form in which it says it', async () => {
    add('own', { bootstrap: bootstrap("throw new RangeError('too far');") }, {});
    expect(await call(plane, 'own', {})).toMatchObject({
      payload: { errorType: 'RangeError', errorMessage: 'too far' },
      error: 'Unhandled',
    });
  });

  it('that ends says how', async () => {
    add('own', { bootstrap: '#!/bin/sh\necho leaving\nexit 7\n' }, {});
    const { payload, log } = await call(plane, 'own', {});
    expect(payload).toEqual({
      errorType: 'Runtime.ExitError',
      errorMessage: expect.stringMatching(
        /^RequestId: \S{36} Error: Runtime exited with error: exit status 7$/,
      ),
    });
    expect(log).toMatch(
      /^leaving\nINIT_REPORT Init Duration: [\d.]+ ms\tPhase: init\tStatus: error\tError Type: Runtime\.ExitError\nleaving\nINIT_REPORT Init Duration: [\d.]+ ms\tPhase: invoke\tStatus: error\tError Type: Runtime\.ExitError\nSTART RequestId: (\S{36}) Version: \$LATEST\nRequestId: \1 Error: Runtime exited with error: exit status 7\nRuntime\.ExitError\nEND RequestId: \1\nREPORT RequestId: \1\t.*\tStatus: error\tError Type: Runtime\.ExitError\n$/,
    );
  });

  it.each([
    [
      'without a bootstrap',
      { other: '' },
      "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]",
    ],
    [
      'whose script names no interpreter',
      { bootstrap: 'echo 1\n' },
      'fork/exec /var/task/bootstrap: exec format error',
    ],
    [
      'whose interpreter is not there',
      { bootstrap: '#!/no/such/shell\n' },
      'fork/exec /var/task/bootstrap: no such file or directory',
    ],
    [
      'whose interpreter is followed by a carriage return',
      { bootstrap: '#!/bin/sh\r\necho 1\r\n' },
      'fork/exec /var/task/bootstrap: no such file or directory',
    ],
  ])('%s is an invalid entrypoint', async (_, files, why) => {
    add('own', files as { [path: string]: string }, {});
    const { payload, error } = await call(plane, 'own', {});
    expect(payload).toMatchObject({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: expect.stringMatching(/^RequestId: \S{36} Error: /),
    });
    expect((payload as { errorMessage: string }).errorMessage).toContain(why);
    expect(error).toBe('Unhandled');
  });

  it('whose bootstrap may not be executed is an invalid entrypoint', async () => {
    addFunction(plane, 'own', { bootstrap: '#!/bin/sh\n' }, { Runtime: 'provided.al2' });
    expect((await call(plane, 'own', {})).payload).toMatchObject({
      errorType: 'Runtime.InvalidEntrypoint',
      errorMessage: expect.stringContaining('Error: fork/exec /var/task/bootstrap: permission denied'),
    });
  });

  it('may come with a layer', async () => {
    const layer = addLayer(plane, 'runtime', { bootstrap: bootstrap("return 'from the layer';") });
    const probe = addFunction(plane, 'probe', { bootstrap: bootstrap("return 'from the layer';") });
    makeExecutable(plane, probe, 'bootstrap');
    add('own', { 'data.txt': '' }, { Layers: [layer] });
    expect((await call(plane, 'own', {})).payload).toBe('from the layer');
  });

  it('has no AWS_EXECUTION_ENV', async () => {
    add('own', { bootstrap: bootstrap("return 'AWS_EXECUTION_ENV' in process.env;") }, {});
    expect((await call(plane, 'own', {})).payload).toBe(false);
  });

  it('ends with its children when the world closes', async () => {
    const answer = "return [process.pid, require('node:child_process').spawn('sleep', ['1000']).pid];";
    add('own', { bootstrap: bootstrap(answer) }, {});
    const pids = (await call(plane, 'own', {})).payload as number[];
    await plane.world.runtime.close();
    for (const pid of pids) await untilGone(pid);
  });
});

describe('a zip', () => {
  it('keeps what may be executed', async () => {
    const local = await openLocalAws();
    try {
      const data = bootstrap('return event;');
      await local.lambda.send(
        new CreateFunctionCommand({
          FunctionName: 'zipped',
          Runtime: 'provided.al2023',
          Handler: 'x',
          Role: `arn:aws:iam::${account}:role/any`,
          MemorySize: 512,
          Timeout: 20,
          Code: { ZipFile: zipOf({ name: 'bootstrap', data, mode: 0o100755 }) },
        }),
      );
      await local.clock.advance(60_000);
      const answer = await local.lambda.send(
        new InvokeCommand({ FunctionName: 'zipped', Payload: Buffer.from('{"a":1}') }),
      );
      expect(Buffer.from(answer.Payload ?? []).toString()).toBe('{"a":1}');
    } finally {
      await local.close();
    }
  });
});

function hasCurl(): boolean {
  try {
    execFileSync('curl', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
