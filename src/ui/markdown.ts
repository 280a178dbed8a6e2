/**
 * A release in GitHub's Markdown, for the summary of a job, a comment, or a file. Text from outside is shown, and means
 * nothing.
 */
import type { Outcome } from '../core/outcome';
import { chartSections } from './chart-markdown';
import { inert, linked, most } from './inert';
import { folded, listSection, tableSection, textSection } from './markdown-parts';
import { type MarkdownOptions, planSections, warningSection } from './plan-markdown';
import { lackWords, type Report, reportOf, type TellsFrom } from './report';
import { documentOf, type Section } from './sections';
import { show } from './show';
import type { View } from './view';

interface ReleaseOptions extends MarkdownOptions {
  readonly from: TellsFrom;
}

/** The outcome and its reason first, then functions, what happened, plots, plan, digests. */
export function markdownOf(view: View, { maxBytes, from }: ReleaseOptions): string {
  const report = reportOf(view);
  const { title, facts, problems, functions, others, timeline, plan, digests, lacks } = report;
  const sections: Section[] = [
    textSection([`## ${inert(title, most.line)}`]),
    textSection(boxOf(report)),
    textSection(facts.map(([name, value]) => `- **${name}**: ${linked(value, most.line)}`)),
    listSection(problems, { heading: '**In the way:**', rank: 0, noun: ['problem', 'problems'] }),
    warningSection(view),
    tableSection(functions, { heading: `### ${functions.title}`, rank: 1 }),
    ...(others === null ? [] : [folded(tableSection(others, { heading: '', rank: 5 }), others.title)]),
    tableSection(timeline, { heading: `### ${timeline.title}`, rank: 2 }),
    ...chartSections(view),
    ...(plan === null ? [] : [planHead(plan.title), ...planSections(plan, '####')]),
    folded(tableSection(digests, { heading: '', rank: 7 }), digests.title),
    textSection(lacks.length === 0 ? [] : [`*${lackWords[from]} ${lacks.join(', ')}.*`]),
  ];
  return documentOf(sections, maxBytes, wayOut(view));
}

const planHead = (title: string): Section => ({ ...textSection([`### The plan: ${title}`]), rank: 4 });

function wayOut({ release }: View): string {
  const where = release === null ? '' : `: \`shipit history ${show.release(release)} --md\` has all of it`;
  return `*There is no room here for more${where}.*`;
}

const boxes: { readonly [O in Outcome]?: string } = {
  promoted: 'TIP',
  unchanged: 'NOTE',
  waiting: 'WARNING',
};

/** GitHub's own boxes, which have a word and a sign beside their colour. */
function boxOf({ outcome, reason, title, ways }: Report): string[] {
  const box = outcome === null ? 'NOTE' : (boxes[outcome] ?? 'CAUTION');
  const because = reason === '' ? [] : [inert(reason, most.reason)];
  const said = [...because, ...ways.map((way) => withCommands(way))];
  const lines = said.length === 0 ? [inert(title, most.line)] : said;
  return [`> [!${box}]`, ...lines.flatMap((line, at) => (at === 0 ? [`> ${line}`] : ['>', `> ${line}`]))];
}

/** Flags in a command may be text from outside too. */
const withCommands = (line: string): string =>
  line
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `<code>${inert(part, most.line)}</code>` : spaced(part)))
    .join('');

/** What stands between commands keeps its spaces. */
const spaced = (text: string): string =>
  text.trim() === '' ? text : text.replace(text.trim(), inert(text.trim(), most.line));
