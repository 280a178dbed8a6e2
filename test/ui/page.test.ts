/** The page as a text: what is generated is up to date, it needs nothing else, and no text breaks out of its data. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Event } from '../../src/core/events';
import { pageHtml } from '../../src/ui/page';
import { later, startMs } from './examples';
import { rolledBack } from './story';

const root = join(__dirname, '../..');

const report = (events: readonly Event[]): string =>
  pageHtml({ mode: 'report', data: { events, atMs: startMs } });

const dataOf = (html: string): { events: Event[] } =>
  JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(html)?.[1] ?? '');

describe('the page', () => {
  it('is bundled from what stands in src/ui/page', () => {
    expect(() => execFileSync(process.execPath, ['scripts/page.js', '--check'], { cwd: root })).not.toThrow();
  });

  it('carries its events', () => {
    const events = rolledBack(['api']);
    expect(dataOf(report(events)).events).toEqual(events);
  });

  it.each(['live', 'report'] as const)('needs nothing from elsewhere: %s', (mode) => {
    const html = mode === 'live' ? pageHtml({ mode }) : report(rolledBack(['api']));
    expect(html.replaceAll('http://www.w3.org/', '')).not.toMatch(
      /(?:src|href)="(?!data:)|url\(|@import|https?:\/\/(?!github\.com\/leeoniya)/,
    );
  });

  it.each(['live', 'report'] as const)('lets run what it was built with alone: %s', (mode) => {
    const html = mode === 'live' ? pageHtml({ mode }) : report([]);
    for (const [element, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const) {
      const text = new RegExp(`<${element}>(.*?)</${element}>`, 's').exec(html)?.[1] ?? '';
      const digest = createHash('sha256').update(text).digest('base64');
      expect(html).toContain(`${directive} 'sha256-${digest}'`);
    }
    expect(html).not.toMatch(/unsafe-|\son\w+=|javascript:/);
  });

  it.each([
    '</script><script>alert(1)</script>',
    '<!--<script>',
    ']]>',
    '\u2028\u2029',
    '"\\u003c/script>',
    '&lt;',
  ])('keeps %j inside its data', (text) => {
    const html = report([later('warning', 0, { message: text, hint: text })]);
    expect(dataOf(html).events).toMatchObject([{ message: text, hint: text }]);
    expect(html.match(/<script/g)).toHaveLength(2);
    expect(html.match(/<\/script/g)).toHaveLength(2);
    expect(html).not.toMatch(/<!--|[\u2028\u2029]/);
  });
});
