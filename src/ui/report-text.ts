/** A report as text for the terminal: `shipit history F7K2M1`. */
import { type Report, reportOf } from './report';
import type { PlanReport } from './report-plan';
import { type ReportTable, told } from './report-tables';
import type { Line, Tone } from './style';
import { table } from './tables';
import type { View } from './view';

export function reportText(view: View): Line[] {
  const report = reportOf(view);
  const { functions, others, timeline, plan, digests, lacks, problems } = report;
  return [
    ...headOf(report),
    ...problems.flatMap((problem) => ['', ...problem.split('\n')]),
    ...tableText(functions),
    ...(others === null ? [] : [...(functions.rows.length === 0 ? [''] : []), others.title]),
    ...tableText(timeline),
    ...(plan === null ? [] : planText(plan)),
    ...tableText(digests),
    ...(lacks.length === 0 ? [] : ['', `The journal does not have ${lacks.join(', ')}.`]),
  ];
}

function headOf({ title, outcome, reason, ways, facts }: Report): Line[] {
  const colon = title.lastIndexOf(': ');
  const because: [string, string][] = reason === '' ? [] : [['Because', reason]];
  const width = Math.max(...facts.map(([name]) => name.length), 'Because'.length) + 2;
  return [
    [
      { tone: 'strong', text: title.slice(0, colon + 2) },
      { tone: toneOf(outcome), text: title.slice(colon + 2) },
    ],
    ...[...because, ...facts].map(
      ([name, value]) => `  ${name.toLowerCase().padEnd(width)}${oneLine(value)}`,
    ),
    ...ways.map((way) => `  ${oneLine(way)}`),
  ];
}

function toneOf(outcome: Report['outcome']): Tone {
  if (outcome === 'promoted' || outcome === 'unchanged') return 'good';
  return outcome === null || outcome === 'waiting' ? 'warn' : 'bad';
}

function tableText(all: ReportTable): Line[] {
  const { columns, rows, note } = longLast(told(all));
  if (rows.length === 0) return [];
  const titles = columns.map((title) => ({ title: title.toUpperCase(), align: 'left' as const }));
  return [
    '',
    ...(note === null ? [] : [note]),
    ...table(
      titles,
      rows.map((row) => row.map(oneLine)),
    ),
  ];
}

/** A long line is the last of its row, so that numbers stay below each other. */
function longLast({ columns, rows, ...rest }: ReportTable): ReportTable {
  const at = columns.indexOf('What');
  const moved = (cells: readonly string[]): string[] =>
    at < 0 ? [...cells] : [...cells.slice(0, at), ...cells.slice(at + 1), ...cells.slice(at, at + 1)];
  return { ...rest, columns: moved(columns), rows: rows.map(moved) };
}

/** What each function was to get stands in the other forms of the report. */
function planText({ rollouts }: PlanReport): Line[] {
  return rollouts.flatMap(({ title, steps }) => [
    '',
    `the plan: ${oneLine(title)}`,
    ...steps.map((step, at) => `  ${at + 1}. ${oneLine(step)}`),
  ]);
}

const oneLine = (text: string): string => text.split('\n').join(' ');
