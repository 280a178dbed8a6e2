/** One release whose process is killed, and another machine that comes after it. */
import type { ChildProcess } from 'node:child_process';
import type { AliasState } from '../../src/core/lambda';
import { Record } from '../../src/core/record';
import { createClock } from '../../src/disk/clock';
import type { Ended } from '../stories/command';
import { accounts } from './kill-journals';
import type { AliasWrite, Around } from './kill-relay';
import { type KillWorld, keys, type Machine } from './kill-world';

/** World seconds a real second: slow enough to hit every part of a deploy, and quicker for a lease that has to run out. */
const speeds = { deploy: 15, attach: 30 } as const;
/** Real milliseconds after which a command counts as stuck. */
const boundMs = 60_000;

const real = createClock();

/**
 * When the process is killed: at a part of the usual length of such a deploy, counted from the last write before it so that
 * a busy machine shifts nothing; or around the answer to one of its writes.
 */
export type Moment =
  | { readonly kind: 'time'; readonly part: number }
  | { readonly kind: 'write'; readonly part: number; readonly around: Around };

export interface RoundPlan {
  readonly number: number;
  readonly named: readonly string[];
  readonly strategy: string;
  /** What whoever takes over types; without it he knows what the journal knows. */
  readonly typed: string;
  readonly moment: Moment;
}

export interface Round {
  readonly fell: string;
  readonly outcome: string;
  /** World seconds from the kill until another owned it, and until all was at rest; null when nothing was left to do. */
  readonly takenS: number | null;
  readonly restS: number | null;
  /** Writes that only their finder tells of. */
  readonly found: number;
  /** Writes that the journal of the team lacks. */
  readonly lacking: number;
  readonly violations: readonly string[];
}

/** How long a deploy of this kind takes undisturbed, and when it writes an alias, in real milliseconds from its start. */
export interface Usual {
  readonly ms: number;
  readonly writesMs: readonly number[];
  readonly functions: number;
}

export async function measure(
  world: KillWorld,
  { named, strategy }: Pick<RoundPlan, 'named' | 'strategy'>,
): Promise<Usual> {
  const { relay } = world.first;
  const beganMs = real.monotonicMs();
  const writesMs: number[] = [];
  relay.onWrite = (_, around) => around === 'before' && writesMs.push(real.monotonicMs() - beganMs);
  const { code, stderr } = await bounded(
    start(world.first, `deploy ${named.join(' ')} ${strategy}`, 'deploy'),
  );
  if (code !== 0) throw new Error(`an undisturbed deploy ended with ${code}: ${stderr}`);
  relay.onWrite = () => undefined;
  return { ms: real.monotonicMs() - beganMs, writesMs, functions: named.length };
}

export async function playRound(world: KillWorld, plan: RoundPlan, usual: Usual): Promise<Round> {
  const { first, second } = world;
  const before = await standing(world);
  const marks = [first.relay.writes.length, second.relay.writes.length] as const;
  await killedDeploy(world, plan, usual);
  const killedMs = await world.nowMs();
  const own = first.relay.writes.slice(marks[0]);
  const left = await standing(world);
  const attached = await bounded(start(second, `attach ${plan.typed}`, 'attach'));
  const restMs = await world.nowMs();
  // A machine that comes back looks after what it began, as whoever sits there would.
  const again = attached.code === 2 ? await bounded(start(first, 'attach', 'attach')) : null;
  const after = await standing(world);
  const writes = [...own, ...second.relay.writes.slice(marks[1])];
  const told = await accounts(world, { own, writes, ended: isOpen(left) || own.length > 0 });
  const taken = eventOf(attached, 'release.takenOver');
  return {
    fell: whereIn(own, left),
    outcome: outcomeOf(before, after, plan.named),
    takenS: taken === null ? null : (taken - killedMs) / 1000,
    restS: isOpen(left) ? (restMs - killedMs) / 1000 : null,
    found: told.found,
    lacking: told.lacking,
    violations: [
      ...wrongWithEnd({ before, after, left, attached }, plan),
      ...(again === null || again.code !== null ? [] : ['the first machine hangs in attach']),
      ...told.violations,
    ],
  };
}

type Standing = ReadonlyMap<string, AliasState>;

async function standing(world: KillWorld): Promise<Standing> {
  return new Map(await Promise.all(keys.map(async (key) => [key, await world.alias(key)] as const)));
}

const isOpen = (standing: Standing): boolean =>
  [...standing.values()].some(({ description }) => Record.parse(description).kind === 'open');

async function killedDeploy({ first }: KillWorld, plan: RoundPlan, usual: Usual): Promise<void> {
  const { named, strategy, moment } = plan;
  const { relay } = first;
  const child = start(first, `deploy ${named.join(' ')} ${strategy}`, 'deploy');
  const kill = () => child.kill('SIGKILL');
  const ended = bounded(child);
  const before = relay.writes.length;
  const scale = (writes: number) => Math.ceil((writes * named.length) / usual.functions);
  if (moment.kind === 'write') {
    const nth = before + scale(Math.ceil(moment.part * usual.writesMs.length));
    relay.onWrite = (writes, around) => writes === nth && around === moment.around && kill();
    await ended;
  } else {
    const atMs = moment.part * usual.ms;
    const past = usual.writesMs.filter((ms) => ms <= atMs);
    const left = atMs - (past.at(-1) ?? 0);
    let cancel = past.length === 0 ? real.after(left, kill) : () => {};
    relay.onWrite = (writes, around) => {
      if (around === 'behind' && writes === before + scale(past.length)) cancel = real.after(left, kill);
    };
    await ended;
    cancel();
  }
  relay.onWrite = () => undefined;
  await relay.rest();
}

function start({ folder }: Machine, words: string, what: keyof typeof speeds): ChildProcess {
  return folder.start(`${words.trim()} --json --local --speed ${speeds[what]}`);
}

/** Its exit code is null when it was killed, by us or because it hangs. */
async function bounded(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  const cancel = real.after(boundMs, () => child.kill('SIGKILL'));
  const code = await new Promise<number | null>((done) => child.on('close', done));
  cancel();
  return { code, stdout, stderr };
}

/** When it was told, world time; null when it was not. */
function eventOf({ stdout }: Ended, type: string): number | null {
  const line = stdout.split('\n').find((text) => text.includes(`"type":"${type}"`));
  return line === undefined ? null : Date.parse(JSON.parse(line).at);
}

/** By the last write that took effect. */
function whereIn(own: readonly AliasWrite[], left: Standing): string {
  const last = own.at(-1);
  if (last === undefined) return 'before the claim';
  const parsed = Record.parse(last.description);
  if (parsed.kind === 'done') return isOpen(left) ? 'while it closes' : 'after the end';
  if (parsed.kind !== 'open') return 'without a record';
  const { phase, step, weight } = parsed.record;
  if (phase === 'claim') return 'claimed';
  return phase === 'promoted' || weight === 100 ? 'at 100 %' : `in step ${step}`;
}

const moved = (before: Standing, after: Standing): string[] =>
  keys.filter((key) => before.get(key)?.version !== after.get(key)?.version);

function outcomeOf(before: Standing, after: Standing, named: readonly string[]): string {
  const changed = moved(before, after);
  if (changed.length === 0) return 'at the baseline';
  return changed.length === named.length ? 'promoted' : 'torn apart';
}

interface End {
  readonly before: Standing;
  /** As the killed process left them. */
  readonly left: Standing;
  readonly after: Standing;
  readonly attached: Ended;
}

function wrongWithEnd({ before, left, after, attached }: End, { named }: RoundPlan): string[] {
  const outcome = outcomeOf(before, after, named);
  const wrong = [...after].flatMap(([key, alias]) => wrongAtRest(key, alias));
  if (outcome === 'torn apart') wrong.push(`only ${moved(before, after)} moved`);
  const allowed = exitsOf(isOpen(left), outcome);
  if (attached.code === null) wrong.push(`attach took more than ${boundMs / 1000} s`);
  else if (!allowed.includes(attached.code))
    wrong.push(
      `attach ended with ${attached.code} where everything is ${outcome}: ${attached.stderr.slice(-300)}`,
    );
  return wrong;
}

/** Nothing was under way, or it was taken over and says how it ended; where nothing is, attach may know how it ended. */
function exitsOf(wasOpen: boolean, outcome: string): number[] {
  const end = outcome === 'promoted' ? 0 : 3;
  return wasOpen ? [end] : [2, end];
}

function wrongAtRest(key: string, { version, additional, description }: AliasState): string[] {
  const parsed = Record.parse(description);
  return [
    ...(additional === null ? [] : [`${key} is split at the end`]),
    ...(parsed.kind === 'done' ? [] : [`${key} has no closed record at the end: ${description}`]),
    ...(parsed.kind === 'done' && parsed.record.version !== version
      ? [`${key} serves ${version}, and its record says ${parsed.record.version}`]
      : []),
  ];
}
