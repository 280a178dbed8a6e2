/** Plots that GitHub draws out of Markdown: nothing but numbers and our own words is in them. */
import type { Section } from './sections';
import { type Sample, seriesOf } from './series';
import type { View } from './view';

/** Values of a plot: more would be narrower than a line is wide. */
const values = 40;
/** Rollouts that get plots. */
const mostRollouts = 3;

export function chartSections(view: View): Section[] {
  const names = [...view.rollouts.keys()].filter((name) => seriesOf(view, name).length > 1);
  const shown = names.slice(0, mostRollouts);
  return shown.flatMap((name, at) => plotsOf(view, name, names.length > 1 ? `, rollout ${at + 1}` : ''));
}

function plotsOf(view: View, name: string, which: string): Section[] {
  const samples = seriesOf(view, name);
  const first = samples[0]?.atMs ?? 0;
  const fromMs = Math.min(view.startedMs ?? first, first);
  const untilMs = Math.max(view.ended?.atMs ?? 0, samples.at(-1)?.atMs ?? 0, fromMs + 1000);
  const times = Array.from({ length: values }, (_, at) => fromMs + ((untilMs - fromMs) * at) / (values - 1));
  const axis = axisOf(untilMs - fromMs);
  const turns = weightsOf(view, name, samples);
  const weights = times.map((atMs) => turns.findLast((turn) => turn.atMs <= atMs)?.weight ?? 0);
  const share = [
    `title "Requests to the candidates, percent${which}"`,
    axis,
    'y-axis "%" 0 --> 100',
    `line [${weights.join(', ')}]`,
  ];
  return [plot(share), ...ratePlot(samples, times, { axis, which })];
}

/** By what was seen, and by what was written since. */
function weightsOf(
  { timeline }: View,
  name: string,
  samples: readonly Sample[],
): { atMs: number; weight: number }[] {
  const written = timeline.marks.flatMap(({ kind, rollout, atMs, weight }) =>
    (kind === 'weight' || kind === 'step') && rollout === name && weight !== null ? [{ atMs, weight }] : [],
  );
  return [...samples.map(({ atMs, weight }) => ({ atMs, weight })), ...written].sort(
    (a, b) => a.atMs - b.atMs,
  );
}

interface Frame {
  readonly axis: string;
  readonly which: string;
}

/** Without a failed request a plot says less than a sentence. Bars and a line: colour alone would tell them apart else. */
function ratePlot(samples: readonly Sample[], times: readonly number[], { axis, which }: Frame): Section[] {
  const rates = (version: 'baseline' | 'candidate'): number[] =>
    times.map((atMs) => rateOf(samples.findLast((sample) => sample.atMs <= atMs)?.[version]));
  const [candidate, baseline] = [rates('candidate'), rates('baseline')];
  const highest = Math.max(...candidate, ...baseline);
  if (highest === 0) return [];
  const top = Math.min(100, Math.max(1, Math.ceil(highest * 1.1)));
  return [
    plot([
      `title "Failed requests, percent: bars the candidates, line the baselines${which}"`,
      axis,
      `y-axis "%" 0 --> ${top}`,
      `bar [${candidate.join(', ')}]`,
      `line [${baseline.join(', ')}]`,
    ]),
  ];
}

function rateOf(counts: { requests: number; errors: number } | undefined): number {
  if (counts === undefined || counts.requests === 0) return 0;
  return Math.round((10_000 * counts.errors) / counts.requests) / 100;
}

const units = [
  { name: 'hours', ms: 3_600_000 },
  { name: 'minutes', ms: 60_000 },
  { name: 'seconds', ms: 1000 },
] as const;

function axisOf(lengthMs: number): string {
  const unit = units.find(({ ms }) => lengthMs >= 3 * ms) ?? units[2];
  return `x-axis "${unit.name} since its start" 0 --> ${Math.max(1, Math.round((10 * lengthMs) / unit.ms) / 10)}`;
}

const plot = (lines: readonly string[]): Section => ({
  ...{ head: ['```mermaid', 'xychart-beta'], rows: lines.map((line) => `  ${line}`), foot: ['```'] },
  ...{ noun: ['plot', 'plots'], rank: 6, whole: true },
});
