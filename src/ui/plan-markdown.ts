/** A plan in GitHub's Markdown: for a pull request, and as a part of the report of a release. */
import { warningsOf } from './forewarned';
import { inert, most } from './inert';
import { folded, listSection, tableSection, textSection } from './markdown-parts';
import { type PlanReport, planReport } from './report-plan';
import { documentOf, type Section } from './sections';
import type { View } from './view';

export interface MarkdownOptions {
  /** What its place takes, in bytes of UTF-8: 1,048,576 in a job's summary, 65,536 in a comment. Null for all of it. */
  readonly maxBytes: number | null;
}

/** What would be done, or why nothing can be. */
export function planMarkdown(view: View, { maxBytes }: MarkdownOptions): string {
  const { plan, problems } = view;
  const report = plan === null ? null : planReport(plan);
  const sections = [
    textSection([report === null ? '## No plan' : `## Plan: ${report.title}`]),
    listSection(problems, { heading: '**In the way:**', rank: 0, noun: ['problem', 'problems'] }),
    warningSection(view),
    ...(report === null ? [] : wholePlan(report)),
  ];
  const wayOut = '*There is no room here for more: `shipit plan --details` has all of it.*';
  return documentOf(sections, maxBytes, wayOut);
}

function wholePlan(report: PlanReport): Section[] {
  const { functions, unchanged, drift } = report;
  return [
    tableSection(functions, { heading: '### What changes', rank: 3 }),
    { ...textSection(unchanged === 0 ? [] : [`${unchanged} unchanged.`]), rank: 4 },
    ...planSections(report, '###'),
    listSection(drift, {
      heading: '**Drift**: live settings that differ from what was released last',
      rank: 5,
      noun: ['setting', 'settings'],
    }),
  ];
}

/** Some of it would keep a release from beginning. */
export const warningSection = (view: View): Section =>
  listSection(warningsOf(view), { heading: '**Warnings:**', rank: 0, noun: ['warning', 'warnings'] });

/** In the report of a release, functions and what became of them stand elsewhere. */
export function planSections({ rollouts, besides, notes, changes }: PlanReport, heading: string): Section[] {
  const lines = changes.flatMap((one) => [
    `- ${inert(one.key, most.cell)}`,
    ...one.lines.map((line) => `  - ${inert(line, most.line)}`),
  ]);
  const count = changes.reduce((sum, one) => sum + one.lines.length, 0);
  const every: Section = { ...textSection([]), rows: lines, noun: ['line', 'lines'], rank: 6 };
  return [
    ...rollouts.map(({ title, steps }) => ({
      ...textSection([`${heading} ${inert(title, most.line)}`, '']),
      ...{ rows: steps.map((step, at) => `${at + 1}. ${inert(step, most.line)}`), rank: 4 },
      noun: ['step', 'steps'] as const,
    })),
    listSection(besides, { heading: `${heading} Layers and roles`, rank: 5, noun: ['line', 'lines'] }),
    listSection(notes, { heading: `${heading} To know beforehand`, rank: 5, noun: ['note', 'notes'] }),
    folded(every, `Every change: ${count}`),
  ];
}
