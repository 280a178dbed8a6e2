/** The three plots of one function: its weight, and what was seen of both versions. */
import { show } from '../show';
import type { FunctionView, Point } from '../view';
import { el } from './dom';
import { Figure, type Figured } from './figure';
import type { Model } from './model';
import type { Line } from './plot';
import { type Columns, columnsOf, rateTop, stepStarts } from './series';
import { words } from './words';

const solid = { isDashed: false, isStepped: false, bounds: null } as const;
const baseline: Line = { ...solid, column: 1, colour: '--baseline' };
const candidate: Line = { ...solid, column: 2, colour: '--candidate', isDashed: true };

export class Figures {
  readonly element = el('div', { class: 'plots' });
  private readonly weight = new Figure({
    title: 'Weight of the candidate',
    lines: [{ ...solid, column: 1, colour: '--weight', isStepped: true }],
    unit: words.percent,
    height: 150,
    head: ['Time (UTC)', 'Weight'],
  });
  private readonly rates = new Figure({
    title: 'Error rate, of the step so far',
    lines: [
      { ...baseline, bounds: { low: 2, high: 3 } },
      { ...candidate, column: 4, bounds: { low: 5, high: 6 } },
    ],
    unit: words.percent,
    height: 220,
    head: ['Time (UTC)', 'Step', 'Weight', 'Baseline', 'Interval', 'Candidate', 'Interval'],
  });
  private readonly latency = new Figure({
    title: 'Latency: 99 of 100 requests were faster',
    lines: [baseline, candidate],
    unit: words.ms,
    height: 180,
    head: ['Time (UTC)', 'Step', 'Baseline', 'Candidate'],
  });

  constructor() {
    this.element.append(this.weight.element, this.rates.element, this.latency.element);
  }

  show(model: Model, entry: FunctionView, nowMs: number): void {
    const { points } = entry;
    const weights = model.weights.get(entry.key) ?? [];
    const begins = [model.view.startedMs, weights[0]?.atMs, points[0]?.atMs].filter(
      (ms) => ms !== undefined && ms !== null,
    );
    const fromMs = begins.length === 0 ? nowMs : Math.min(...begins);
    const range = { fromMs, toMs: Math.max(nowMs, points.at(-1)?.atMs ?? 0), steps: stepStarts(points) };
    const why = emptyWords(model, entry);
    this.weight.show(weightFigure(entry, columnsOf.weights(weights, fromMs, range.toMs), range));
    this.rates.show(rateFigure(entry, range, why));
    this.latency.show(
      latencyFigure(
        entry,
        range,
        hasLatency(entry) ? null : points.length > 0 ? 'No latency was told of these versions.' : why,
      ),
    );
  }
}

type Range = Pick<Figured, 'fromMs' | 'toMs' | 'steps'>;

function emptyWords({ isStory }: Model, { points }: FunctionView): string | null {
  if (points.length > 0) return null;
  return isStory
    ? 'Nothing has been read yet: requests are counted once the candidate gets some.'
    : 'Not known here: only the machine that drives this release counts requests.';
}

function weightFigure({ weight }: FunctionView, columns: Columns, range: Range): Figured {
  const [times = [], values = []] = columns;
  const rows = () =>
    times.map((time, index) => [show.clock(1000 * (time ?? 0)), words.percent(values[index] ?? 0)]).reverse();
  const at = (index: number) =>
    `${show.clock(1000 * (times[index] ?? 0))}: ${words.percent(values[index] ?? 0)}`;
  const summary = `${words.percent(weight)} of requests go to the candidate now.`;
  return {
    ...range,
    steps: [],
    columns,
    top: 100,
    names: [words.percent(weight)],
    summary,
    empty: null,
    rows,
    at,
  };
}

function rateFigure(entry: FunctionView, range: Range, empty: string | null): Figured {
  const columns = columnsOf.rates(entry.points);
  const last = entry.points.at(-1);
  const summary = last ? `${words.trial(last.candidate)}; ${words.trial(last.baseline)}.` : '';
  const rows = () => [...entry.points].reverse().map(rateRow);
  const bounds = hasInterval(entry) || empty !== null ? '' : ' No interval was told.';
  return {
    ...range,
    columns,
    top: rateTop(columns),
    names: namesOf(last),
    summary: summary + bounds,
    empty,
    rows,
    at: pointAt(entry.points, columns, rateWords),
  };
}

function latencyFigure(entry: FunctionView, range: Range, empty: string | null): Figured {
  const columns = columnsOf.latency(entry.points);
  const last = entry.points.at(-1);
  const most = [...(columns[1] ?? []), ...(columns[2] ?? [])].reduce<number>(
    (top, ms) => Math.max(top, ms ?? 0),
    10,
  );
  const rows = () =>
    [...entry.points]
      .reverse()
      .map((point) => [
        show.clock(point.atMs),
        String(point.step),
        words.msOr(point.baseline.p99Ms),
        words.msOr(point.candidate.p99Ms),
      ]);
  const summary = last ? latencyWords(last) : '';
  return {
    ...range,
    columns,
    top: 1.15 * most,
    names: namesOf(last),
    summary,
    empty,
    rows,
    at: pointAt(entry.points, columns, latencyWords),
  };
}

const namesOf = (last: Point | undefined): string[] =>
  last ? [`v${last.baseline.version}`, `v${last.candidate.version}`] : ['', ''];

const rateRow = ({ atMs, step, weight, baseline, candidate }: Point): string[] => [
  show.clock(atMs),
  String(step),
  words.percent(weight),
  words.fraction(baseline),
  words.interval(baseline),
  words.fraction(candidate),
  words.interval(candidate),
];

const rateWords = ({ baseline, candidate }: Point): string =>
  [candidate, baseline]
    .map((one) => `v${one.version} ${words.rate(words.rateOf(one))} ${words.interval(one)}`.trim())
    .join('; ');

const latencyWords = ({ baseline, candidate }: Point): string =>
  [candidate, baseline].map(({ version, p99Ms }) => `v${version} ${words.msOr(p99Ms)}`).join('; ');

/** The point below the cursor; between two steps there is none. */
const pointAt =
  (points: readonly Point[], [times = []]: Columns, say: (point: Point) => string) =>
  (index: number): string => {
    const atMs = 1000 * (times[index] ?? 0);
    const point = points.find((one) => Math.abs(one.atMs - atMs) < 1);
    return point ? `${show.clock(point.atMs)}, step ${point.step}: ${say(point)}` : '';
  };

const hasLatency = ({ points }: FunctionView): boolean =>
  points.some(({ baseline, candidate }) => baseline.p99Ms !== undefined || candidate.p99Ms !== undefined);

const hasInterval = ({ points }: FunctionView): boolean =>
  points.some(({ baseline, candidate }) => baseline.rate !== undefined || candidate.rate !== undefined);
