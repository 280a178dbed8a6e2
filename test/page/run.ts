/**
 * The page in headless Chromium (`npm run page`), beside real releases on the local AWS through the real command: its buttons act,
 * the keyboard is enough, axe-core finds nothing against it, foreign text stays text, and pictures of it are kept. Installs
 * nothing; says so when there is no Chromium.
 */
import { deepStrictEqual, match, ok, strictEqual } from 'node:assert';
import type { Page } from 'playwright-core';
import type { Event } from '../../src/core/events';
import { retoldDocument } from '../../src/ui/retold';
import { later, startMs } from '../ui/examples';
import { Eyes, hasChromium, pictures } from './browser';
import { Releases } from './releases';
import { begun, rolling, wentBack } from './telling';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** How long a page has for what a busy machine does behind it. */
const patienceMs = 90_000;

const title = (page: Page, text: string | RegExp) =>
  page.getByRole('heading', { level: 1, name: text }).waitFor({ timeout: patienceMs });

async function press(page: Page, name: string, yes: string): Promise<void> {
  await page.getByRole('button', { name, exact: true, disabled: false }).click({ timeout: patienceMs });
  await page.getByRole('dialog').getByRole('button', { name: yes, exact: true }).click();
}

const result = (page: Page, text: string | RegExp) =>
  page.locator('.result', { hasText: text }).waitFor({ timeout: patienceMs });

type Case = readonly [string, (eyes: Eyes, releases: Releases) => Promise<void>];

const live: readonly Case[] = [
  ['pause, resume and promote act on a release that another process drives', steered],
  ['approve goes on with a step that waits, and the keyboard alone aborts', byKeyboard],
  ['a release that was left for a person is driven from the page of attach alone', leftForSomebody],
  ['a release that went back says why first', goneBack],
  ['a machine without its journal says what it cannot know', fromElsewhere],
];

async function steered(eyes: Eyes, releases: Releases): Promise<void> {
  releases.change(0);
  const deploy = await releases.saying(
    'deploy --steps 10%/2h,50%/2h --traffic 2/s',
    /"rollout\.observed".*"requests":[1-9]/,
  );
  const watching = await releases.watched();
  const page = await eyes.see(watching.found);
  await title(page, /^Step 1 of 3: 10% to the candidates$/);
  deepStrictEqual(await eyes.examine(watching.found, 'rolling', 'Step 1 of 3'), []);
  await press(page, 'Pause', 'Pause');
  await result(page, 'The release is paused.');
  await title(page, 'Paused at step 1, 10%');
  strictEqual(await releases.wish(), 'paused');
  await press(page, 'Resume', 'Resume');
  await result(page, 'The release goes on.');
  strictEqual(await releases.wish(), null);
  await press(page, 'Promote now', 'Promote now');
  strictEqual(await deploy.code, 0);
  await title(page, 'Released');
  strictEqual(await watching.code, 0);
  await page.getByText('shipit has ended').waitFor({ timeout: patienceMs });
  await eyes.picture(page, 'released-light');
  await page.close();
}

async function byKeyboard(eyes: Eyes, releases: Releases): Promise<void> {
  releases.change(0);
  const deploy = await releases.saying('deploy --rollout asked', /"rollout\.waiting"/);
  const watching = await releases.watched();
  const page = await eyes.see(watching.found);
  await title(page, /^Waits for approval at step 1/);
  deepStrictEqual(await eyes.examine(watching.found, 'waiting', 'Waits for approval'), []);
  await press(page, 'Approve', 'Approve');
  await title(page, /^Step 2 of 3: 50% to the candidates$/);
  await tabTo(page, 'Abort');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Abort this release?' }).waitFor();
  await page.keyboard.press('Escape');
  strictEqual(await page.getByRole('dialog').count(), 0);
  strictEqual(await focused(page), 'Abort');
  await page.keyboard.press('Enter');
  strictEqual(await focused(page), 'Cancel');
  await eyes.picture(page, 'question-light');
  await tabTo(page, 'Abort and go back');
  await page.keyboard.press('Enter');
  await result(page, /^(Abort asked for|The release went back)/);
  strictEqual(await deploy.code, 3);
  await title(page, 'Aborted and restored');
  strictEqual(await watching.code, 3);
  await page.close();
}

const focused = async (page: Page): Promise<string> => (await page.locator(':focus').textContent()) ?? '';

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await page.locator(':focus').count()) > 0 && (await focused(page)) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

async function leftForSomebody(eyes: Eyes, releases: Releases): Promise<void> {
  releases.change(0);
  const left = releases.start('deploy --canary 10%/30s --until 10% --hold-for 2h');
  strictEqual(await left.code, 6, left.said());
  const watching = await releases.watched();
  const page = await eyes.see(watching.found);
  await title(page, /^Left for a person at step 1/);
  await press(page, 'Approve', 'Approve');
  await result(page, /nobody drives it who could be asked/);
  const driving = await releases.saying('attach --web', /"url":"([^"]+)"/);
  const other = await eyes.see(driving.found);
  await press(other, 'Approve', 'Approve');
  await title(other, 'Released');
  strictEqual(await driving.code, 0);
  strictEqual(await watching.code, 0);
  await other.close();
  await page.close();
}

/** Beside a deploy itself: a version as bad as this one is gone before anybody could look on from elsewhere. */
async function goneBack(eyes: Eyes, releases: Releases): Promise<void> {
  releases.change(60, 50);
  const words = 'deploy --canary 50%/2h --traffic 2/s --web';
  const deploy = await releases.saying(words, /"url":"([^"]+)"/);
  const page = await eyes.see(deploy.found);
  await title(page, 'Rolled back');
  match((await page.locator('.because').textContent()) ?? '', /^The guard allows .* failed \d+ of \d+/);
  strictEqual(await deploy.code, 3);
  await eyes.picture(page, 'rolled-back-real-light');
  await page.close();
}

async function fromElsewhere(eyes: Eyes, releases: Releases): Promise<void> {
  releases.change(0);
  const deploy = await releases.saying('deploy --canary 10%/2h', /"rollout\.observed"/);
  releases.hideJournal();
  const watching = await releases.watched();
  const page = await eyes.see(watching.found);
  await title(page, /10% to the candidates/);
  await page.getByText('Only the aliases can be seen from here').waitFor();
  deepStrictEqual(await eyes.examine(watching.found, 'elsewhere', 'Only the aliases'), []);
  await press(page, 'Abort', 'Abort and go back');
  strictEqual(await deploy.code, 3);
  await title(page, /Rolled back|Aborted/);
  await watching.code;
  await page.close();
}

const many = Array.from({ length: 50 }, (_, index) =>
  index === 9
    ? 'a-function-with-a-name-that-is-much-longer-than-anybody-would-like-it-to-be'
    : `fn-${String(index).padStart(3, '0')}`,
);

const reportOf = (journal: readonly Event[]): string =>
  retoldDocument('html', { journal, atMs: startMs, from: 'journal' });

const told: readonly (readonly [string, (eyes: Eyes) => Promise<void>])[] = [
  ['a report opens from disk and shows why it went back', reported],
  ['fifty functions can be looked through', fifty],
  ['foreign text stays text', hostile],
];

async function reported(eyes: Eyes): Promise<void> {
  const one = ['api'];
  const events = [
    ...begun(one),
    ...rolling({ keys: one, readings: 32, failing: 0.14 }),
    ...wentBack(one, 990),
  ];
  const url = eyes.file('rolled-back', reportOf(events));
  deepStrictEqual(await eyes.examine(url, 'rolled-back', 'Rolled back'), []);
  const page = await eyes.see(url);
  strictEqual(await page.getByRole('button', { name: 'Abort' }).count(), 0);
  await page.getByText('Numbers of Error rate').click();
  const rows = page
    .getByRole('table', { name: 'Error rate, of the step so far, newest first' })
    .getByRole('row');
  // They are filled in once they are opened.
  await rows.nth(1).waitFor();
  strictEqual(await rows.count(), 33);
  match((await rows.nth(1).textContent()) ?? '', /Z225%\d+ of \d+0%? to .*%\d+ of \d+/);
  await page.close();
}

async function fifty(eyes: Eyes): Promise<void> {
  const events = [...begun(many), ...rolling({ keys: many, readings: 26, failing: 0.1 })];
  const url = eyes.file('fifty', reportOf(events));
  deepStrictEqual(await eyes.examine(url, 'fifty', 'fn-027'), []);
  const page = await eyes.see(url);
  const list = page.getByRole('region', { name: 'Functions' });
  await list.getByLabel('Filter functions by name').fill('fn-04');
  await list.getByText('10 of 50 shown').waitFor();
  await list.getByRole('button', { name: /fn-044/ }).click();
  await page.getByRole('heading', { level: 2, name: 'fn-044' }).waitFor();
  await list.getByLabel('with errors').check();
  ok(Number.parseInt((await list.locator('.count').textContent()) ?? '', 10) < 10);
  await page.close();
}

const bad = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(2)</script>',
  '<!--<script>',
  'javascript:alert(3)',
  '"><svg onload=alert(4)>',
  '\u202egnp.exe\u2066',
  '${alert(5)}',
];

async function hostile(eyes: Eyes): Promise<void> {
  const because = bad.join(' ');
  const events = [
    ...begun(bad),
    ...rolling({ keys: bad, readings: 4, failing: 0 }),
    later('hook.ran', 130, { hook: bad[0] ?? '', key: bad[1] ?? '', status: 'fail', because }),
    later('warning', 140, { message: because, hint: because }),
    later('rollout.held', 141, { because: `${because} ${'x'.repeat(100_000)}` }),
  ];
  const url = eyes.file('hostile', reportOf(events));
  const page = await eyes.see(url);
  await page.getByText('<img src=x onerror=alert(1)>').first().waitFor();
  strictEqual(await page.locator('img, svg[onload], iframe, [onerror], body script').count(), 2);
  deepStrictEqual(await eyes.examine(url, 'hostile', 'Holding'), []);
  await page.close();
}

async function main(): Promise<void> {
  if (!hasChromium()) {
    say('SKIPPED: /usr/bin/chromium is not there (apt-get install --no-install-recommends chromium)');
    return;
  }
  const eyes = await Eyes.open();
  const releases = new Releases();
  const failed: string[] = [];
  const attempt = async (name: string, work: () => Promise<void>): Promise<void> => {
    const complaints = eyes.complaints.length;
    try {
      await work();
      deepStrictEqual(eyes.complaints.slice(complaints), []);
      say(`ok      ${name}`);
    } catch (error) {
      failed.push(name);
      say(`FAILED  ${name}\n${error instanceof Error ? error.stack : error}`);
    }
  };
  try {
    for (const [name, work] of told) await attempt(name, () => work(eyes));
    await releases.folder.served(async () => {
      await attempt('a first release', async () => {
        releases.change(0);
        strictEqual(await releases.start('deploy').code, 0);
      });
      for (const [name, work] of live) await attempt(name, () => work(eyes, releases));
    });
  } finally {
    await eyes.close();
    await releases.end();
  }
  say(`\n${eyes.taken.length} pictures in ${pictures}:`);
  for (const file of eyes.taken) say(`  ${file}`);
  say(failed.length === 0 ? 'the page does what it says' : `${failed.length} failed: ${failed.join('; ')}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

void main();
