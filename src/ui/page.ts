/**
 * The page as one HTML text that needs nothing else: live, where it asks the command that serves it, or as a report with
 * its events inside, which opens from disk. Both draw by the same script, so they cannot disagree.
 */
import type { Event } from '../core/events';
import { pageScript, pageStyle, scriptDigest, styleDigest } from './page.gen';
import type { ReportMarkup } from './report-html';

export interface ReportData {
  /** Cleaned: no secret in them, and no control character. Oldest first. */
  readonly events: readonly Event[];
  /** When it was written, epoch ms. */
  readonly atMs: number;
}

export type PageRequest =
  | { readonly mode: 'live' }
  | {
      readonly mode: 'report';
      readonly data: ReportData;
      /** What stands in the page as it is, with a script and without. */
      readonly markup?: ReportMarkup;
    };

export function pageHtml(request: PageRequest): string {
  const { mode } = request;
  const data = request.mode === 'report' ? dataElement(request.data) : '';
  return `<!doctype html>
<html lang="en" data-mode="${mode}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${mode === 'live' ? livePolicy : reportPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>shipit</title>
<link rel="icon" href="${icon}">
<style>${pageStyle}</style>
</head>
<body>
${bodyOf(request)}${data}<script>${pageScript}</script>
</body>
</html>
`;
}

/** Without a script there are no plots; all that can be said in words is there. */
function bodyOf(request: PageRequest): string {
  const markup = request.mode === 'report' ? request.markup : undefined;
  if (!markup)
    return '<noscript>This page draws with JavaScript. The same is told by shipit status and shipit history.</noscript>\n';
  const head = `<header><p class="brand">shipit</p></header>\n<div class="card report">\n${markup.head}`;
  return `<noscript>\n${head}\n<p class="muted">Plots need JavaScript.</p>\n</div>\n</noscript>\n<div id="report">\n${markup.body}\n</div>\n`;
}

/** Nothing from elsewhere, and no markup out of text: what the page was not built with does not run. */
const policy = (connect: string): string =>
  [
    "default-src 'none'",
    `script-src '${scriptDigest}'`,
    `style-src '${styleDigest}'`,
    'img-src data:',
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');

const reportPolicy = policy("'none'");

/** As a header it may also say who may frame the page, which a page cannot say of itself. */
export const livePolicy = policy("'self'");

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 13 6 8l3 3 5-8' fill='none' stroke='%232563eb' stroke-width='2.4'/%3E%3C/svg%3E";

/** A block of data is never run. `<` would be able to end it, and two separators are no JSON to old readers. */
function dataElement(data: ReportData): string {
  const text = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `<script type="application/json" id="data">${text}</script>\n`;
}
