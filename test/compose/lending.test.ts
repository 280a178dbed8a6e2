import { lending } from '../../src/compose/lending';
import type { Lent } from '../../src/core/credentials';
import type { RunOptions } from '../../src/core/ports';
import { createProcesses } from '../../src/disk/processes';
import { FakeClock } from '../clock';

const lent: Lent = {
  ...{
    AWS_ACCESS_KEY_ID: 'ASIAX',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
    AWS_SESSION_TOKEN: 'IQoJb3JpZ2lu',
  },
  ...{ AWS_REGION: 'eu-west-1', AWS_PROFILE: undefined },
};
const mine = {
  AWS_PROFILE: 'mine',
  AWS_ACCESS_KEY_ID: 'AKIDMINE',
  HOME: '/home/ann',
};
const variables = { SHIPIT_STEP: '1' };

function run(text: string, change: Partial<RunOptions>, given: Lent | null = lent) {
  let asked = 0;
  const processes = lending(createProcesses(mine, new FakeClock(0)), async () => {
    asked += 1;
    return given;
  });
  const options = { cwd: '/', timeoutMs: 1000, input: null, credentials: true, variables, ...change };
  return processes.run([process.execPath, '-e', text], options).then((ran) => ({ ran, asked }));
}

const say = (text: string): string => `process.stdout.write(String(${text}))`;
const seen =
  '[process.env.AWS_ACCESS_KEY_ID, process.env.AWS_PROFILE, process.env.AWS_REGION, process.env.SHIPIT_STEP]';

describe('a program that was promised credentials', () => {
  it('gets those that shipit has itself, and no profile that would be taken instead', async () => {
    const { ran } = await run(say(seen), {});
    expect(ran?.stdout).toBe('ASIAX,,eu-west-1,1');
    const is = await run(say("'AWS_PROFILE' in process.env"), {});
    expect(is.ran?.stdout).toBe('false');
  });

  it('gets its environment as it is where shipit has nothing else', async () => {
    expect((await run(say(seen), {}, null)).ran?.stdout).toBe('AKIDMINE,mine,,1');
  });

  it('may print them: nobody is shown', async () => {
    const text = `${say('process.env.AWS_SECRET_ACCESS_KEY')}; process.stderr.write('t ' + process.env.AWS_SESSION_TOKEN)`;
    expect((await run(text, {})).ran).toEqual({ code: 0, stdout: '***', stderr: 't ***' });
  });
});

it('a program that was promised none is lent none', async () => {
  const { ran, asked } = await run(say(seen), { credentials: false });
  expect([ran?.stdout, asked]).toEqual([',mine,,1', 0]);
});
