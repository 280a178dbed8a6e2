/** The commands of control as processes of their own, beside a deploy that runs in another. */
import type { ChildProcess } from 'node:child_process';
import { CommandFolder, type Ended, saidBy } from './command';

let folder: CommandFolder;
beforeEach(() => {
  folder = new CommandFolder();
  folder.write(
    'lambda.config.yaml',
    `project: orders\nregion: eu-west-1\ndefaults:\n  runtime: nodejs24.x\n  role: arn:aws:iam::123456789012:role/orders\nfunctions:\n  api: { code: ., handler: index.handler }\n`,
  );
});
afterEach(() => folder.remove());

let code = 0;
const change = () => {
  code += 1;
  folder.write('index.js', `exports.handler = async () => ${code};\n`);
};

/** Slow enough for an owner on a busy machine to answer within three of its polls. */
const speed = 15;
const shipit = (words: string) => folder.run(`${words} --local`);
const lastOf = ({ stdout }: Ended) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
const ended = (child: ChildProcess) => new Promise<number | null>((done) => child.on('close', done));

/** A deploy that has taken its first step. */
async function rolling(words: string): Promise<{ child: ChildProcess; code: Promise<number | null> }> {
  change();
  return saying('rollout.stepped', `deploy ${words}`);
}

/** A process that has told an event of this type. */
async function saying(
  type: string,
  words: string,
): Promise<{ child: ChildProcess; code: Promise<number | null> }> {
  const child = folder.start(`${words} --json --local`);
  const code = ended(child);
  await saidBy(child, 'stdout', new RegExp(`"${type}"`));
  return { child, code };
}

test('pause, resume, promote and abort steer a deploy that another process drives', async () => {
  await folder.servedAt(speed, async () => {
    change();
    expect(await shipit('deploy --json')).toMatchObject({ code: 0 });
    expect(await shipit('pause --json')).toMatchObject({ code: 2 });
    const first = await rolling('--canary 10%/2h');
    const paused = await shipit('pause --json');
    expect([paused.code, lastOf(paused)]).toEqual([
      0,
      expect.objectContaining({ type: 'pause.finished', exitCode: 0 }),
    ]);
    const status = await shipit('status');
    expect(status.stdout).toMatch(/step 1, paused.*`shipit resume --local --release \w{6}` goes on/s);
    expect(await shipit('pause')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('it is paused already'),
    });
    expect(await shipit('resume')).toMatchObject({ code: 0 });
    expect(await shipit('promote api')).toMatchObject({ code: 0 });
    expect(await first.code).toBe(0);
    const second = await rolling('--canary 10%/2h');
    const watched = await saying('status.read', 'status --watch');
    expect(await shipit('abort')).toMatchObject({ code: 0 });
    expect(await second.code).toBe(3);
    expect(await watched.code).toBe(3);
    expect(await shipit('status --watch')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/at rest/),
    });
  });
});

test('approve goes on where deploy --until left, and attach where a deploy was killed', async () => {
  await folder.servedAt(speed, async () => {
    change();
    await shipit('deploy --alias blue --json');
    change();
    const left = await shipit('deploy --alias blue --canary 10%/1m --until 10% --hold-for 1h');
    expect(left).toMatchObject({ code: 6, stderr: expect.stringMatching(/nobody watches it meanwhile/) });
    const command = /`shipit (approve [^`]+)`/.exec(left.stderr)?.[1] ?? '';
    expect(command).toMatch(/^approve --alias blue --local --canary 10%\/1m --release \w{6}$/);
    expect((await shipit('status --alias blue')).stdout).toMatch(/held until/);
    const approved = await folder.run(`${command} --json`);
    expect([approved.code, lastOf(approved).type]).toEqual([0, 'approve.finished']);
    expect(approved.stdout).toMatch(/"type":"release\.finished".*"outcome":"promoted"/);
    const killed = await rolling('--alias blue --canary 10%/1m');
    killed.child.kill('SIGKILL');
    await killed.code;
    const attached = await shipit('attach --alias blue --canary 10%/1m');
    expect(attached).toMatchObject({ code: 0, stderr: expect.stringMatching(/takes it over from/) });
  });
});

test('rollback ends the deploy of another process, which says that somebody went back, and the good version has all requests', async () => {
  await folder.servedAt(speed, async () => {
    change();
    expect(await shipit('deploy --json')).toMatchObject({ code: 0 });
    const deploy = await rolling('--canary 10%/2h');
    let told = '';
    deploy.child.stdout?.on('data', (chunk) => {
      told += chunk;
    });
    const back = await shipit('rollback --json');
    expect([back.code, lastOf(back)]).toEqual([
      0,
      expect.objectContaining({ type: 'release.finished', outcome: 'rolledBack', byHand: true }),
    ]);
    expect(await deploy.code).toBe(3);
    expect(told).toMatch(/"outcome":"rolledBack","exitCode":3.*was rolled back by hand/);
    const { stdout } = await shipit('status --json');
    expect(JSON.parse(stdout.split('\n')[0] ?? '').functions).toMatchObject([
      { key: 'api', version: '1', candidate: null, weight: 0, state: 'idle' },
    ]);
  });
});
