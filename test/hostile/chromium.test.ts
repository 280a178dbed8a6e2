/** The report in headless Chromium, which obeys what it is given: no script of others runs, and text stays text. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { hasChromium } from '../page/browser';
import { briefly, toldBy } from './events';
import { page as report } from './sinks';
import { hostileTexts, longTexts } from './texts';

const there = hasChromium();
const told = there ? test : test.skip;
const why = there ? '' : 'there is no Chromium: ';

const folder = mkdtempSync(join(tmpdir(), 'shipit-hostile-'));
let browser: Browser | null = null;
beforeAll(async () => {
  const executablePath = '/usr/bin/chromium';
  if (there) browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Looked {
  readonly title: string;
  readonly text: string;
  readonly foreign: readonly string[];
}

/** What a page does that opens this report from disk. */
async function look(html: string): Promise<Looked> {
  if (!browser) throw new Error('there is no browser');
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage();
  const foreign: string[] = [];
  page.on('pageerror', ({ message }) => foreign.push(message));
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => foreign.push(dialog.message())));
  page.on('request', (request) => {
    if (!/^(?:file|data):/.test(request.url())) foreign.push(request.url());
  });
  await page.goto(`file://${file}`);
  const seen = 'document.querySelectorAll("iframe, img, svg script, form, a[href^=javascript]").length';
  foreign.push(...Array.from({ length: await page.evaluate<number>(seen) }, () => 'an element of others'));
  const looked = {
    title: await page.title(),
    text: await page.evaluate<string>('document.body.innerText'),
    foreign,
  };
  await page.close();
  return looked;
}

const sevenFrom = (at: number): string[] => Object.values(hostileTexts).slice(at, at + 7);
const starts = Object.keys(hostileTexts).flatMap((_, at) => (at % 7 === 0 ? [at] : []));

told.each(starts)(`${why}seven texts from the %i. on are text`, async (at) => {
  const texts = sevenFrom(at);
  const [html = ''] = await report.show(texts.flatMap((text) => toldBy(text)));
  const { title, text: shown, foreign } = await look(html);
  expect([foreign, title]).toEqual([[], expect.not.stringMatching(/^(?:owned|1)$/)]);
  for (const text of texts) expect(shown).toContain(/[\w<>=."&;]{3,}/.exec(text)?.[0] ?? '');
});

told(`${why}a megabyte of tags is no more than it has to be`, async () => {
  const [html = ''] = await report.show(briefly(longTexts['a megabyte of tags'] ?? ''));
  expect((await look(html)).foreign).toEqual([]);
});
