/**
 * A report as markup. It stands in the page as it is, so that whoever has no script reads the same words; the script adds the
 * plots. Text from outside is escaped here, and nowhere else.
 */
import { isAddress } from './inert';
import { lackWords, type Report, reportOf, type TellsFrom } from './report';
import type { PlanReport } from './report-plan';
import { type ReportTable, told } from './report-tables';
import { showControls } from './text';
import type { View } from './view';

/** Characters of text from outside in one place. */
const most = 2000;

export interface ReportMarkup {
  /** Outcome, reason, who and where: of a page with plots, the script says it above them. */
  readonly head: string;
  readonly body: string;
}

export function reportHtml(view: View, from: TellsFrom): ReportMarkup {
  const report = reportOf(view);
  const { functions, others, timeline, plan, digests, lacks } = report;
  const body = [
    section('report-who', 'Who and where', factList(report)),
    section('report-functions', functions.title, tableHtml(functions), othersHtml(others)),
    section('report-timeline', timeline.title, tableHtml(timeline)),
    plan === null ? '' : section('report-plan', `The plan: ${plan.title}`, ...planHtml(plan)),
    section('report-digests', digests.title, tableHtml(digests)),
    lacks.length === 0 ? '' : `<p class="muted">${lackWords[from]} ${text(lacks.join(', '))}.</p>`,
  ];
  return { head: headHtml(report), body: body.filter((part) => part !== '').join('\n') };
}

function headHtml(report: Report): string {
  const { title, reason, ways, problems } = report;
  const because = reason === '' ? [] : [`<p>${text(reason)}</p>`];
  const commands = ways.map((way) => `<p>${withCommands(way)}</p>`);
  return [`<h1>${text(title)}</h1>`, ...because, ...commands, list(problems)]
    .filter((part) => part !== '')
    .join('\n');
}

const withCommands = (line: string): string =>
  line
    .split('`')
    .map((part, at) => (at % 2 === 1 ? `<code>${text(part)}</code>` : text(part)))
    .join('');

function factList({ facts }: Report): string {
  const rows = facts.map(([name, value]) => `<dt>${text(name)}</dt><dd>${linked(value)}</dd>`);
  return rows.length === 0 ? '' : `<dl>\n${rows.join('\n')}\n</dl>`;
}

/** Empty parts are left out, and a section of nothing else with them. */
function section(id: string, title: string, ...parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  if (said.length === 0) return '';
  return `<section class="card report" aria-labelledby="${id}">\n<h2 id="${id}">${text(title)}</h2>\n${said.join('\n')}\n</section>`;
}

function tableHtml(all: ReportTable): string {
  const { columns, rows, note } = told(all);
  if (rows.length === 0) return '';
  const head = columns.map((title) => `<th scope="col">${text(title)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cellOf).join('')}</tr>`);
  const above = note === null ? '' : `<p class="muted">${text(note)}</p>\n`;
  // Whoever has no mouse scrolls by keyboard, and can only scroll what has the focus.
  return `${above}<div class="sheet" tabindex="0" role="region" aria-label="Table: ${text(all.title)}"><table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

/** What is short stays in one line; a digest or a reason may be broken. */
const shortest = 24;

const cellOf = (cell: string): string =>
  `<td${cell.length <= shortest ? ' class="short"' : ''}>${text(cell)}</td>`;

const othersHtml = (others: ReportTable | null): string =>
  others === null ? '' : folded(others.title, tableHtml(others));

const folded = (summary: string, inside: string): string =>
  `<details>\n<summary>${text(summary)}</summary>\n${inside}\n</details>`;

function planHtml({ rollouts, besides, notes, changes }: PlanReport): string[] {
  const items = changes.map(({ key, lines }) => `<li>${text(key)}${list(lines)}</li>`);
  const count = changes.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    ...rollouts.map(({ title, steps }) => `<h3>${text(title)}</h3>\n${list(steps, 'ol')}`),
    besides.length === 0 ? '' : `<h3>Layers and roles</h3>\n${list(besides)}`,
    notes.length === 0 ? '' : `<h3>To know beforehand</h3>\n${list(notes)}`,
    items.length === 0 ? '' : folded(`Every change: ${count}`, `<ul>\n${items.join('\n')}\n</ul>`),
  ];
}

function list(lines: readonly string[], kind = 'ul'): string {
  const items = lines.map((line) => `<li>${text(line)}</li>`);
  return items.length === 0 ? '' : `<${kind}>${items.join('\n')}</${kind}>`;
}

const entities: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Safe between tags and in an attribute with quotes. */
function text(value: string): string {
  const cut = value.length > most ? `${value.slice(0, most)} [cut: ${value.length} characters]` : value;
  return showControls(cut.replace(/\s*[\r\n]+\s*/g, ' ')).replace(
    /[&<>"']/g,
    (sign) => entities[sign] ?? sign,
  );
}

function linked(value: string): string {
  if (!isAddress(value)) return text(value);
  return `<a href="${text(value)}" rel="noreferrer">${text(value)}</a>`;
}
