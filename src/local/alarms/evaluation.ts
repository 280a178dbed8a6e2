/**
 * Metric alarms are evaluated when the world's clock passes a whole minute (ten seconds for periods below a minute,
 * an hour for windows above a day), each over a window that ends there. Ticks that were missed, because the world
 * was closed or the machine slow, are made up for in order, as if they had been in time.
 */
import { readSeries } from '../metrics/series';
import type { MetricAlarmEntry } from './book';
import { decide, type RangePoint, rangeLength } from './decide';
import { criteriaOf, watchedBy } from './definition';
import { reasonDataFor, reasonFor } from './reason';
import { type CloudWatchWorld, changeState } from './transition';

/** How long metrics take to be seen by alarms. At AWS it is a minute or more; here they arrive at once. */
const emissionDelayMs = 0;

const minuteMs = 60_000;
const fastMs = 10_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Further back nothing is made up for: no alarm looks at more than a week, most at minutes. */
const catchUpMs = dayMs;

/** Evaluates until the answer is called. */
export function startEvaluation(world: CloudWatchWorld): () => void {
  let cancel = (): void => {};
  const turn = (): void => {
    const nextMs = evaluateUntil(world, world.clock.nowMs());
    cancel = world.clock.after(nextMs - world.clock.nowMs(), turn);
  };
  turn();
  return () => cancel();
}

/** Evaluates at every tick up to this time, and answers when the next one is due, epoch ms. */
export function evaluateUntil(world: CloudWatchWorld, untilMs: number): number {
  const book = world.alarms;
  let doneMs = Math.max(book.evaluatedMs ?? untilMs, untilMs - catchUpMs);
  let nextMs = nextTick(world, doneMs);
  for (; nextMs <= untilMs; nextMs = nextTick(world, doneMs)) {
    for (const entry of book.metric.values()) if (isDue(entry, nextMs)) evaluate(world, entry, nextMs);
    doneMs = nextMs;
  }
  book.evaluatedMs = doneMs;
  return nextMs;
}

function nextTick(world: CloudWatchWorld, afterMs: number): number {
  const isFast = [...world.alarms.metric.values()].some((entry) => stepOf(entry) === fastMs);
  const stepMs = isFast ? fastMs : minuteMs;
  return Math.floor(afterMs / stepMs) * stepMs + stepMs;
}

const isDue = (entry: MetricAlarmEntry, atMs: number): boolean => atMs % stepOf(entry) === 0;

function stepOf({ definition }: MetricAlarmEntry): number {
  const { periodMs } = watchedBy(definition);
  if (periodMs < minuteMs) return fastMs;
  return periodMs * (definition.EvaluationPeriods ?? 1) > dayMs ? hourMs : minuteMs;
}

function evaluate(world: CloudWatchWorld, entry: MetricAlarmEntry, atMs: number): void {
  const { definition } = entry;
  const range = rangeOf(world, entry, atMs - emissionDelayMs);
  const decision = decide(range, criteriaOf(definition), entry.state);
  if (decision.state === entry.state) return;
  const reason = reasonFor(definition, decision);
  const reasonData = reasonDataFor(definition, decision, atMs);
  changeState(world.alarms, entry, { state: decision.state, reason, reasonData, atMs });
}

function rangeOf(world: CloudWatchWorld, { definition }: MetricAlarmEntry, toMs: number): RangePoint[] {
  const { periodMs, ...watched } = watchedBy(definition);
  const length = rangeLength(definition.EvaluationPeriods ?? 1);
  const fromMs = toMs - length * periodMs;
  const { points } = readSeries(world.metrics, { ...watched, periodMs, fromMs, toMs });
  const byTime = new Map(points.map((point) => [point.atMs, point]));
  return Array.from({ length }, (_, index) => {
    const atMs = fromMs + index * periodMs;
    return byTime.get(atMs) ?? { atMs, value: null, sampleCount: 0 };
  });
}
