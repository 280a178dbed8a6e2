/** This machine: what runs shipit, where it keeps things, and its clock. */
import { join } from 'node:path';
import type { Finding, Machine, ServerTime } from '../../core/checkup';
import { ShipitError } from '../../core/errors';
import type { Clock, Processes } from '../../core/ports';
import { Duration } from '../../core/values';

const oldestNode = 20;
/** AWS refuses signatures that are further off. */
const refusedMs = 5 * 60_000;
const warnedMs = 30_000;
const askMs = 10_000;

export function checkNode({ node, shipit }: Machine): Finding[] {
  const major = Number(/^v(\d+)/.exec(node)?.[1] ?? 0);
  const area = 'machine';
  const isOld = major < oldestNode;
  return [
    { area, what: `shipit ${shipit}`, state: 'ok', because: '', hint: '' },
    {
      area,
      what: `Node ${node}`,
      state: isOld ? 'bad' : 'ok',
      because: isOld ? `shipit needs ${oldestNode} or newer` : '',
      hint: isOld ? 'Install a newer Node from https://nodejs.org.' : '',
    },
  ];
}

export async function checkDisk(machine: Machine, root: string): Promise<Finding[]> {
  const why = await machine.unwritable(join(root, '.shipit'));
  const what = 'the folder .shipit can be written to';
  if (why === null) return [{ area: 'disk', what, state: 'ok', because: '', hint: '' }];
  const hint =
    'The journal, the cache of built code and the local AWS are kept there: let this user write to it.';
  return [{ area: 'disk', what: '.shipit cannot be written to', state: 'bad', because: why, hint }];
}

/** Without it versions are released all the same, and nobody can say of which commit. */
export async function checkGit(processes: Processes, root: string): Promise<Finding[]> {
  const options = { cwd: root, timeoutMs: askMs, input: null, credentials: false, variables: {} };
  const ran = await processes.run(['git', 'rev-parse', '--short', 'HEAD'], options);
  const commit = ran?.code === 0 ? ran.stdout.trim() : null;
  if (commit !== null) return [{ area: 'git', what: `commit ${commit}`, state: 'ok', because: '', hint: '' }];
  const because = ran === null ? 'git is not installed' : 'the project is in no repository with a commit';
  const hint = 'Releases work without; versions and `shipit history` then name no commit.';
  return [{ area: 'git', what: 'no commit is known', state: 'warn', because, hint }];
}

export async function checkClock(serverTime: ServerTime, clock: Clock): Promise<Finding[]> {
  const beforeMs = clock.nowMs();
  const area = 'clock';
  const serverMs = await serverTime.serverMs().catch((error: unknown) => {
    if (!ShipitError.is(error)) throw error;
    return null;
  });
  if (serverMs === null)
    return [
      {
        area,
        what: 'the clock was not compared',
        state: 'warn',
        because: 'AWS could not be asked for its time',
        hint: 'Whether something sets it is said by: timedatectl',
      },
    ];
  // A date without fractions, from somewhere between question and answer.
  const offMs = Math.max(beforeMs - serverMs - 1000, serverMs - clock.nowMs(), 0);
  const behind = beforeMs < serverMs;
  const off = `${Duration.format(Duration.of(Math.round(offMs / 1000) * 1000))} ${behind ? 'behind' : 'ahead of'} AWS`;
  if (offMs <= warnedMs)
    return [{ area, what: 'the clock of this machine is right', state: 'ok', because: '', hint: '' }];
  const isRefused = offMs > refusedMs;
  return [
    {
      area,
      what: `the clock of this machine is ${off}`,
      state: isRefused ? 'bad' : 'warn',
      because: isRefused ? 'AWS refuses what is signed more than 5 minutes off' : '',
      hint: 'Set it, or let it be set: timedatectl set-ntp true',
    },
  ];
}
