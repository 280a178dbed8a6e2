/** A headless Chromium that looks at pages as people do, and keeps pictures of them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian puts it. */
const path = '/usr/bin/chromium';

export const hasChromium = (): boolean => existsSync(path);

/** Pictures are part of what the suite tells. */
export const pictures = resolve('build/screenshots');

interface Look {
  readonly name: 'light' | 'dark' | 'phone' | 'phone-dark';
  readonly scheme: 'light' | 'dark';
  readonly width: number;
}

const looks: readonly Look[] = [
  { name: 'light', scheme: 'light', width: 1280 },
  { name: 'dark', scheme: 'dark', width: 1280 },
  { name: 'phone', scheme: 'light', width: 390 },
  { name: 'phone-dark', scheme: 'dark', width: 390 },
];

/** Of the smallest windows that pages have to fit, and of phones between them and the pictures. */
const narrow = [320, 360, 380];

export class Eyes {
  /** What went wrong in any page: errors, what its policy refused, requests to elsewhere. */
  readonly complaints: string[] = [];
  readonly taken: string[] = [];

  private constructor(private readonly browser: Browser) {
    mkdirSync(pictures, { recursive: true });
  }

  static async open(): Promise<Eyes> {
    return new Eyes(await chromium.launch({ executablePath: path, args: ['--no-sandbox'] }));
  }

  /** A page as somebody sees it who opens this address. */
  async see(url: string): Promise<Page> {
    const page = await this.browser.newPage({ viewport: { width: 1280, height: 900 } });
    this.watch(page, url);
    await page.goto(url);
    return page;
  }

  /** The page in each of its looks: a picture of it, and what axe-core has against it. */
  async examine(url: string, name: string, ready: string): Promise<string[]> {
    const found: string[] = [];
    for (const look of looks) {
      const { scheme: colorScheme, width } = look;
      // The checker itself is a script that the page was not built with.
      const options = {
        viewport: { width, height: 900 },
        colorScheme,
        bypassCSP: true,
        reducedMotion: 'reduce',
      } as const;
      const page = await this.browser.newPage(options);
      this.watch(page, url);
      await page.goto(url);
      await page.getByText(ready).first().waitFor();
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      const words = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
      );
      found.push(...words.map((text) => `${name}, ${look.name}: ${text}`));
      await this.picture(page, `${name}-${look.name}`);
      for (const across of [width, ...narrow]) {
        await page.setViewportSize({ width: across, height: 900 });
        const needed = Number(await page.evaluate('document.documentElement.scrollWidth'));
        if (needed > across) found.push(`${name}, ${look.name}: ${needed} wide in a window of ${across}`);
      }
      await page.close();
    }
    return found;
  }

  async picture(page: Page, name: string): Promise<void> {
    const file = join(pictures, `${name}.png`);
    await page.screenshot({ path: file, fullPage: true });
    this.taken.push(file);
  }

  /** As a file that is opened from disk. */
  file(name: string, html: string): string {
    const file = join(pictures, `${name}.html`);
    writeFileSync(file, html);
    return `file://${file}`;
  }

  close(): Promise<void> {
    return this.browser.close();
  }

  private watch(page: Page, url: string): void {
    const own = new URL(url).origin;
    page.on('pageerror', ({ message }) => this.complaints.push(`error: ${message}`));
    page.on('console', (message) => {
      // A page that is left behind by its command says so itself.
      if (message.type() === 'error' && !message.text().includes('ERR_CONNECTION_REFUSED'))
        this.complaints.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const asked = request.url();
      if (!asked.startsWith('data:') && new URL(asked).origin !== own) this.complaints.push(`asks ${asked}`);
    });
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }
}
