/** The tables of functions in a report: what became of each, and what it is made of. Plain words. */
import type { VersionCounts } from '../core/events';
import { totalsOf } from './series';
import { outcomeWords, show } from './show';
import type { FunctionView, Total, View } from './view';

export interface ReportTable {
  readonly title: string;
  /** What a row is, one and many. */
  readonly noun: readonly [string, string];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What has to be known before it is read; null for nothing. */
  readonly note: string | null;
}

/** More are shown where something happened to them. */
const fewFunctions = 12;

export function functionTables(view: View): { first: ReportTable; others: ReportTable | null } {
  const functions = [...view.functions.values()];
  const isFew = functions.length <= fewFunctions;
  const shown = isFew ? functions : functions.filter((entry) => isNotable(view, entry));
  const rest = functions.filter((entry) => !shown.includes(entry));
  const first = tableOf(view, shown, show.count(functions.length, 'function'));
  return {
    first,
    others: rest.length === 0 ? null : tableOf(view, rest, othersText(view, rest, shown.length)),
  };
}

/** It did not end as the release did, or its candidate failed a request. */
function isNotable({ ended }: View, entry: FunctionView): boolean {
  const isOther = ended !== null && entry.result !== null && entry.result.outcome !== ended.outcome;
  return isOther || (totalsOf(entry)?.candidate.errors ?? 0) > 0;
}

function othersText({ ended }: View, others: readonly FunctionView[], shown: number): string {
  const requests = others.reduce((sum, entry) => sum + (totalsOf(entry)?.candidate.requests ?? 0), 0);
  const count = show.count(others.length, shown === 0 ? 'function' : 'other function');
  const state = ended === null ? '' : ` ${outcomeWords[ended.outcome]},`;
  const seen =
    requests === 0 ? 'no requests to their candidates' : `none of ${show.count(requests, 'request')} failed`;
  return `${shown === 0 ? 'All ' : ''}${count}:${state} ${seen}`;
}

function tableOf(view: View, functions: readonly FunctionView[], title: string): ReportTable {
  const columns = [
    ...['Function', 'Alias', 'Versions', 'Outcome', 'Candidate failed', 'Its rate at last'],
    ...['Baseline failed', 'Its rate at last', 'p99 of candidate', 'p99 of baseline', 'Why'],
  ];
  const rows = functions.map((entry) => rowOf(view, entry));
  return { title, noun: ['function', 'functions'], columns, rows, note: null };
}

function rowOf({ ended }: View, entry: FunctionView): string[] {
  const { key, name, alias, result, points } = entry;
  const totals = totalsOf(entry);
  const last = points.findLast(({ candidate }) => candidate.requests > 0);
  return [
    key,
    alias === '' ? '' : `${name}:${alias}`,
    versionsOf(entry),
    stateOf(entry, ended !== null),
    totals === null ? '' : show.failed(totals.candidate),
    surely(last?.candidate, totals?.candidate),
    totals === null ? '' : show.failed(totals.baseline),
    surely(last?.baseline, totals?.baseline),
    slowest(last?.candidate.p99Ms),
    slowest(last?.baseline.p99Ms),
    result === null || result.because === ended?.because ? '' : result.because,
  ];
}

function stateOf({ result, weight }: FunctionView, isOver: boolean): string {
  if (result !== null) return outcomeWords[result.outcome];
  return isOver ? '' : `${weight}%`;
}

/** The interval is that of the last look, which saw its step alone: with the number that it was computed from, where that is another. */
function surely(last: VersionCounts | undefined, total: Total | undefined): string {
  if (last?.rate === undefined) return '';
  const { rate, requests } = last;
  const interval = `${show.share(rate.low)} to ${show.share(rate.high)}`;
  return requests === total?.requests ? interval : `${interval}, of ${requests}`;
}

const slowest = (ms: number | undefined): string => (ms === undefined ? '' : `${Math.round(ms)} ms`);

/** `41 -> 42`, `42` for a first version or for settings alone. */
function versionsOf({ baseline, candidate }: FunctionView): string {
  if (baseline === null || candidate === null) return candidate ?? baseline ?? '';
  return baseline === candidate ? candidate : `${baseline} -> ${candidate}`;
}

export function digestTable({ functions }: View): ReportTable {
  const known = [...functions.values()].filter(({ digest }) => digest !== null);
  return {
    title: `Digests of ${show.count(known.length, 'function')}`,
    noun: ['digest', 'digests'],
    columns: ['Function', 'Version', 'SHA-256 of its code'],
    rows: known.map(({ key, candidate, digest }) => [key, candidate ?? '-', digest ?? '']),
    note: null,
  };
}

/** Without the columns that say nothing in any row. */
export function told({ columns, rows, ...table }: ReportTable): ReportTable {
  const says = columns.map((_, at) => rows.some((row) => !['', '-'].includes(row[at] ?? '')));
  const only = (cells: readonly string[]): string[] => cells.filter((_, at) => says[at]);
  return { ...table, columns: only(columns), rows: rows.map(only) };
}
