/**
 * One suite for the local AWS and for AWS itself: `npm run conformance`, or with `REMOTE=1` in the account that
 * SHIPIT_SANDBOX_ACCOUNT names. Whoever has an account can so prove or correct what we believe. It exits with 1 when an
 * expectation does not hold.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AttachRolePolicyCommand,
  CreateRoleCommand,
  DeleteRoleCommand,
  DetachRolePolicyCommand,
} from '@aws-sdk/client-iam';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import { createClock } from '../../src/disk/clock';
import { createIds } from '../../src/disk/ids';
import { createWorldClock } from '../../src/local/clock';
import { createWorld } from '../../src/local/create';
import { serveWorld } from '../../src/local/server';
import { aliases } from './aliases';
import { attachments } from './attachments';
import { sweep } from './clean';
import { Context, type Expectation, iamOf, type Place, stsOf } from './context';
import { functions } from './functions';
import { images } from './images';
import { messages } from './messages';
import { watching } from './watching';

const expectations: readonly Expectation[] = [
  ...functions,
  ...aliases,
  ...attachments,
  ...watching,
  ...messages,
  ...images,
];

const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const basics = 'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole';

const clock = createClock();
const sleep = (seconds: number): Promise<void> =>
  new Promise((resolve) => clock.after(seconds * 1000, resolve));

/** World seconds a second: what takes a minute at AWS takes one here. */
const speed = 60;

interface Opened {
  readonly place: Omit<Place, 'role'>;
  close(): Promise<void>;
}

async function openLocal(prefix: string): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'shipit-conformance-'));
  const [account, region] = ['123456789012', 'eu-west-1'];
  const worldClock = createWorldClock({ real: clock, startMs: clock.nowMs(), speed });
  const world = createWorld({
    ...{ folder, account, region, seed: 7, clock: worldClock, real: clock, env: process.env },
    strictIam: true,
  });
  const served = await serveWorld(world, { port: 0, token: prefix });
  const close = async (): Promise<void> => {
    await served.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const pass = (seconds: number): Promise<void> => sleep(seconds / speed);
  return {
    place: { account, region, endpoint: served.endpoint, prefix, nowMs: () => worldClock.nowMs(), pass },
    close,
  };
}

/** Refuses every account but the one that was named for this. */
async function openRemote(prefix: string): Promise<Opened> {
  const named = process.env.SHIPIT_SANDBOX_ACCOUNT ?? '';
  const region = process.env.AWS_REGION ?? '';
  if (!/^\d{12}$/.test(named))
    throw new Error(
      'REMOTE=1 needs SHIPIT_SANDBOX_ACCOUNT: the twelve digits of an account to experiment in',
    );
  if (region === '') throw new Error('REMOTE=1 needs AWS_REGION');
  const { Account } = await stsOf({ region, endpoint: null }).send(new GetCallerIdentityCommand({}));
  if (Account !== named)
    throw new Error(
      `the credentials are of account ${Account}, not of the sandbox ${named}: nothing was done`,
    );
  console.log('cost class: cents (no provisioned capacity; some hundred calls, invocations and log lines)');
  return {
    place: { account: named, region, endpoint: null, prefix, nowMs: () => clock.nowMs(), pass: sleep },
    close: async () => undefined,
  };
}

async function main(): Promise<void> {
  const prefix = `shipit-conformance-${createIds(clock).nonce()}`;
  const opened = process.env.REMOTE === '1' ? await openRemote(prefix) : await openLocal(prefix);
  const iam = iamOf(opened.place);
  const role = { RoleName: prefix };
  const made = await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: trust }));
  await iam.send(new AttachRolePolicyCommand({ ...role, PolicyArn: basics }));
  const context = new Context({ ...opened.place, role: made.Role?.Arn ?? '' });
  try {
    if (opened.place.endpoint === null) await sleep(15);
    process.exitCode = (await runAll(context)) > 0 ? 1 : 0;
  } finally {
    await sweep(context);
    await iam.send(new DetachRolePolicyCommand({ ...role, PolicyArn: basics }));
    await iam.send(new DeleteRoleCommand(role));
    context.close();
    await opened.close();
  }
}

async function runAll(context: Context): Promise<number> {
  let failed = 0;
  for (const { fact, title, run } of expectations) {
    const problem = await run(context).then(
      () => null,
      (error: Error) => error,
    );
    if (problem) failed += 1;
    console.log(`${problem ? 'FAILED' : 'ok    '} FACTS ${fact.padEnd(5)} ${title}`);
    if (problem) console.log(`       ${String(problem.message).replaceAll('\n', '\n       ')}`);
  }
  console.log(`\n${expectations.length - failed} passed, ${failed} failed`);
  return failed;
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 2;
});
