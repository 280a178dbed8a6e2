/** Dynamic labels: `${MAX}`, `${PROP('Dim.FunctionName')}`. Source: CloudWatch User Guide, "Using dynamic labels". */
import type { Point, TimeSeries } from './values';

export interface Legend {
  /** What `${LABEL}` stands for. */
  readonly label: string;
  readonly nowMs: number;
  readonly account: string;
  readonly region: string;
  /** `+0130`; times are in UTC without it. */
  readonly zone: string | null;
}

/** What it does not know stays as it is written. */
export function renderLabel(template: string, series: TimeSeries, legend: Legend): string {
  return template.replaceAll(
    /\$\{\s*(?:PROP\(\s*'([^']*)'\s*\)|([A-Z_]+))\s*\}/g,
    (written, property, name) => {
      if (property !== undefined) return propertyOf(property, series, legend) ?? written;
      if (name === 'LABEL') return legend.label;
      return variableOf(name, series.points, legend) ?? written;
    },
  );
}

function propertyOf(name: string, { source, periodMs }: TimeSeries, legend: Legend): string | null {
  const properties = new Map([
    ['AccountId', legend.account],
    ['Region', legend.region],
    ['Period', String(periodMs / 1000)],
    ...(source
      ? ([
          ['Namespace', source.id.namespace],
          ['MetricName', source.id.name],
          ['Stat', source.stat],
          ...Object.entries(source.id.dimensions).map(([key, value]) => [`Dim.${key}`, value] as const),
        ] as const)
      : []),
  ]);
  return properties.get(name) ?? null;
}

/** Null for what is no variable; nothing when there is no point to tell of. */
function variableOf(name: string, points: readonly Point[], legend: Legend): string | null {
  const [, base = '', suffix = ''] = /^(.*?)(_TIME_RELATIVE|_TIME)?$/.exec(name) ?? [];
  const point = pointOf(base, points);
  if (point === undefined) return suffix === '' ? totalOf(name, points) : null;
  if (point === null) return '';
  if (suffix === '_TIME') return timeOf(point.atMs, legend.zone);
  return suffix === '' ? number(point.value) : span(legend.nowMs - point.atMs);
}

/** Undefined for a name that is of no point. */
function pointOf(name: string, points: readonly Point[]): Point | null | undefined {
  if (name === 'FIRST') return points[0] ?? null;
  if (name === 'LAST') return points.at(-1) ?? null;
  if (name !== 'MIN' && name !== 'MAX') return undefined;
  const sign = name === 'MIN' ? 1 : -1;
  return points.reduce<Point | null>(
    (best, point) => (best === null || sign * point.value < sign * best.value ? point : best),
    null,
  );
}

function totalOf(name: string, points: readonly Point[]): string | null {
  const sum = points.reduce((total, { value }) => total + value, 0);
  if (name === 'SUM') return number(sum);
  if (name === 'DATAPOINT_COUNT') return String(points.length);
  if (name === 'AVG') return points.length === 0 ? '' : number(sum / points.length);
  const range = /^(FIRST|MIN)_(LAST|MAX)(_TIME)?_RANGE$/.exec(name);
  if (!range?.[1] || !range[2]) return null;
  const [from, to] = [pointOf(range[1], points), pointOf(range[2], points)];
  if (!from || !to) return '';
  return range[3] ? span(to.atMs - from.atMs) : number(Math.abs(to.value - from.value));
}

const number = (value: number): string => String(Number(value.toPrecision(6)));

const span = (ms: number): string => `${Math.round(Math.abs(ms) / 1000)}s`;

function timeOf(atMs: number, zone: string | null): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone ?? '') ?? [];
  const offsetMs = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000 * (sign === '-' ? -1 : 1);
  return new Date(atMs + offsetMs).toISOString().slice(0, 19).replace('T', ' ');
}
