/**
 * Metric alarms are evaluated when the world's clock passes a whole minute (ten seconds for periods below a minute,
 * an hour for windows above a day), each over a window that ends there. Ticks that were missed, because the world
 * was closed, set ahead, or the machine slow, are made up for in order, as if they had been in time.
 */
import type { MetricAlarmEntry } from './book';
import { decide } from './decide';
import { meaningOf } from './definition';
import { reasonDataFor, reasonFor } from './reason';
import { endPeriods } from './suppression';
import { nextEnd } from './suppressor';
import { type CloudWatchWorld, changeState } from './transition';
import { isWarmingUp } from './warm-up';
import { hasDataSince, readRange } from './watch';

/** How long metrics take to be seen by alarms. At AWS it is a minute or more; here they arrive at once. */
const emissionDelayMs = 0;

const minuteMs = 60_000;

/** Further back nothing is made up for: no alarm looks at more than a week, most at minutes. */
const catchUpMs = 24 * 60 * minuteMs;

/** So many evaluations are made up for at one time; beyond them only the last tick counts. */
const mostEvaluations = 50_000;

/** Evaluates until the answer is called. */
export function startEvaluation(world: CloudWatchWorld): () => void {
  const { outside } = world.alarms;
  let cancel = (): void => {};
  const arm = (): void => {
    cancel();
    const nowMs = world.clock.nowMs();
    const waitMs = nextDue(world, world.alarms.evaluatedMs ?? nowMs) - nowMs;
    cancel = world.clock.after(Math.max(0, waitMs), turn);
  };
  const turn = (): void => {
    evaluateUntil(world, world.clock.nowMs());
    arm();
  };
  outside.rearm = arm;
  turn();
  return () => {
    outside.rearm = null;
    cancel();
  };
}

/** Evaluates at every tick up to this time, and answers when the next one is due, epoch ms. */
export function evaluateUntil(world: CloudWatchWorld, untilMs: number): number {
  const book = world.alarms;
  const round: Round = { atMs: untilMs, left: mostEvaluations, settled: new Set() };
  let doneMs = Math.max(book.evaluatedMs ?? untilMs, untilMs - catchUpMs);
  let nextMs = nextDue(world, doneMs);
  for (; nextMs <= untilMs; nextMs = nextDue(world, doneMs)) {
    round.atMs = nextMs;
    endPeriods(world, nextMs);
    evaluateDue(world, round);
    doneMs = isOver(world, round) ? Math.max(nextMs, untilMs) : leap(round, untilMs);
  }
  book.evaluatedMs = doneMs;
  return nextMs;
}

/** What was missed, as far as it has been made up for. */
interface Round {
  atMs: number;
  /** Evaluations that may yet be made. */
  left: number;
  /** Alarms whose metrics have no more data to come: nothing will change for them in this round. */
  readonly settled: Set<MetricAlarmEntry>;
}

const isOver = ({ alarms }: CloudWatchWorld, { settled }: Round): boolean =>
  settled.size === alarms.metric.size && nextEnd(alarms) === Number.POSITIVE_INFINITY;

/** When the round has taken too long, the time just before its last tick. */
function leap(round: Round, untilMs: number): number {
  if (round.left > 0) return round.atMs;
  round.left = Number.POSITIVE_INFINITY;
  return Math.max(round.atMs, Math.floor(untilMs / minuteMs) * minuteMs - 1);
}

function evaluateDue(world: CloudWatchWorld, round: Round): void {
  const { atMs, settled } = round;
  for (const entry of world.alarms.metric.values()) {
    if (settled.has(entry) || !isDue(entry, atMs)) continue;
    round.left -= 1;
    if (evaluate(world, entry, atMs)) settled.add(entry);
  }
}

function nextDue({ alarms }: CloudWatchWorld, afterMs: number): number {
  let stepMs = minuteMs;
  for (const { definition } of alarms.metric.values())
    stepMs = Math.min(stepMs, meaningOf(definition).stepMs);
  const tickMs = Math.floor(afterMs / stepMs) * stepMs + stepMs;
  return Math.min(tickMs, Math.max(afterMs, nextEnd(alarms)));
}

/** Never before the alarm was as it is. */
const isDue = ({ definition, configurationUpdatedMs }: MetricAlarmEntry, atMs: number): boolean =>
  atMs % meaningOf(definition).stepMs === 0 && atMs >= configurationUpdatedMs;

/** True when no later evaluation can differ unless data comes. */
function evaluate(world: CloudWatchWorld, entry: MetricAlarmEntry, atMs: number): boolean {
  const { definition } = entry;
  const meaning = meaningOf(definition);
  const range = readRange(world, meaning, atMs - emissionDelayMs);
  if (isWarmingUp(entry, { range, atMs })) return false;
  const decision = decide(range, meaning.criteria, entry.state);
  if (decision.state === entry.state)
    return range.every(({ value }) => value === null) && !hasDataSince(world, meaning, range[0]?.atMs ?? 0);
  const reason = reasonFor(definition, decision);
  const reasonData = reasonDataFor(definition, decision, atMs);
  changeState(world, entry, { state: decision.state, reason, reasonData, atMs });
  return false;
}
