import { runBuild } from '../../src/artifact/command';
import type { BuildCommand } from '../../src/config/code';
import type { RunOptions } from '../../src/core/ports';
import { Duration } from '../../src/core/values';
import { FakeProcesses } from '../fakes/processes';
import { making } from './making';

const command = (change: Partial<BuildCommand> = {}): BuildCommand => ({
  argv: ['npm', 'run', 'build'],
  shell: false,
  timeout: Duration.of(60_000),
  ...change,
});

const of = (key: string) => ({ title: `functions.${key}`, root: '/p', where: 'lambda.config.yaml:5:5', key });

function machine(code: number, ...lines: string[]) {
  const processes = new FakeProcesses();
  const asked: RunOptions[] = [];
  processes.answer = (_argv, options) => {
    asked.push(options);
    for (const line of lines) options.hear?.(line);
    return { code };
  };
  return { ports: making({ processes }), processes, asked };
}

describe('what is run before code is packed', () => {
  it('runs in the project folder, without credentials, and is heard with the name of the function', async () => {
    const { ports, processes, asked } = machine(0, 'compiled', 'done');
    await runBuild(ports, of('api'), command());
    expect(processes.did).toEqual(['run npm run build']);
    expect(asked).toMatchObject([{ cwd: '/p', credentials: false, timeoutMs: 60_000, input: null }]);
    expect(ports.report.events).toMatchObject([
      { type: 'build.said', key: 'api', line: 'compiled' },
      { type: 'build.said', key: 'api', line: 'done' },
      { type: 'build.ran', key: 'api', command: 'npm run build' },
    ]);
  });

  it('runs once for all that have the same, and for each that has its own', async () => {
    const { ports, processes } = machine(0);
    const same = ['api', 'mail', 'web'].map((key) => runBuild(ports, of(key), command()));
    await Promise.all([
      ...same,
      runBuild(ports, of('own'), command({ argv: ['make'] })),
      runBuild(ports, of('x'), null),
    ]);
    expect(processes.did).toEqual(['run npm run build', 'run make']);
  });

  it('is no line for a shell unless it says so', async () => {
    const { ports, processes } = machine(0);
    await runBuild(ports, of('api'), command({ argv: ['a && b'], shell: true }));
    expect(processes.did).toEqual(['run /bin/sh -c a && b']);
  });

  it('refuses with the last that it wrote when it fails', async () => {
    const lines = Array.from({ length: 30 }, (_, index) => `line ${index}`);
    const { ports } = machine(2, ...lines);
    await expect(runBuild(ports, of('api'), command())).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringMatching(
        /^lambda.config.yaml:5:5 {2}functions.api: `npm run build` ended with 2 and wrote last: line 20 \|.*line 29/,
      ),
    });
  });

  it('refuses a program that is not there', async () => {
    const ports = making({ processes: new FakeProcesses() });
    await expect(runBuild(ports, of('api'), command())).rejects.toMatchObject({
      code: 'badArtifact',
      message: expect.stringContaining('there is no program `npm` to build with'),
    });
  });
});
