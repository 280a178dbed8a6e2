/** Text from outside stands in reports, and does nothing there. */
import type { Event } from '../../src/core/events';
import { inert, linked } from '../../src/ui/inert';
import { markdownOf } from '../../src/ui/markdown';
import { planMarkdown } from '../../src/ui/plan-markdown';
import { reportHtml } from '../../src/ui/report-html';
import { later, release } from './examples';
import { finished, tales, viewOf } from './tales';

const nasty: readonly (readonly [string, string])[] = [
  ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script></details></td>'],
  ['an end of a comment', '--> <!-- &lt;b&gt; &#60;b&#62;'],
  ['a bar', 'a | b \\| c \\\\| d'],
  ['fences', '``` `a` ~~~ ```mermaid'],
  ['lines', 'one\n\n# two\r\n- three\n::set-output name=x::y\n::error::z'],
  ['mentions', '@octocat @acme/owners a@b.example'],
  ['references', '#1 GH-1 acme/orders#2 acme/orders@c0ffee0'],
  [
    'links',
    '[a](https://evil.example) ![b](//evil.example/c.png) https://evil.example www.evil.example <https://evil.example>',
  ],
  ['emphasis', '**a** __b__ *c* _d_ ~~e~~ $f$ $$g$$ [^1] [x] > quote'],
  ['signs', ':white_check_mark: released :x:'],
  ['escape sequences', '\u001b[31mred\u001b[0m \u009b2J \u0007'],
  ['marks that turn text', '\u202egnp.exe \u2066a\u2069 \u200b\ufeff'],
  ['halves of characters', '\ud83d a \ude00'],
  ['plots', '"]\n  line [1, 2]\nclick a href "javascript:alert(1)"'],
  ['a megabyte', `${'A|<@`'.repeat(210_000)}`],
];

function journal(text: string): Event[] {
  const who = { key: text, name: text, alias: text };
  const because = text;
  const counts = { requests: 10, errors: 1 };
  const looked = { baseline: { version: text, ...counts }, candidate: { version: text, ...counts } };
  return [
    later('plan.made', 0, {
      functions: [
        {
          ...who,
          action: 'update',
          baseline: text,
          changes: [text],
          rollout: text,
          code: null,
          notes: [text],
          drift: [text],
        },
      ],
      rollouts: [
        {
          name: text,
          steps: [{ weight: 10, bakeMs: 1000, hooks: [text], alarms: [text] }],
          totalMs: 1,
          endsAtMs: 1,
        },
      ],
      layers: [{ key: text, name: text, digest: text, bytes: 1 }],
      roles: [{ name: text, changes: [text] }],
    }),
    later('release.started', 1, {
      ...{ by: text, from: text, commit: text, reason: text, ignored: [text] },
      functions: [{ ...who, description: text }],
    }),
    later('version.published', 2, { key: text, version: text, digest: text }),
    later('alias.written', 3, { ...who, candidate: text, baseline: text, weight: 10 }),
    later('rollout.stepped', 4, { rollout: text, weight: 10 }),
    ...[5, 9].map((seconds) =>
      later('rollout.observed', seconds, {
        ...{ rollout: text, because, verdict: 'fail', alarms: [{ name: text, state: 'ALARM' }] },
        functions: [{ key: text, ...looked }],
      }),
    ),
    later('hook.ran', 10, { rollout: text, hook: text, key: text, because }),
    later('warning', 11, { message: text }),
    later('release.takenOver', 12, { by: text, from: text, because }),
    later('control.sent', 13, { by: text }),
    later('rollout.waiting', 14, { rollout: text }),
    later('rollout.ended', 15, { rollout: text, because, outcome: 'rolledBack' }),
    finished([], 16, {
      ...{ outcome: 'rolledBack', problems: [text] },
      functions: [{ ...who, baseline: text, candidate: text, outcome: 'rolledBack', because }],
    }),
  ];
}

/** Without what we write ourselves. */
const own =
  /<\/?(?:details|summary|code)>|^```mermaid\n(?: *[\w"%:,. ()[\]>-]+\n)+```$|^> \[!\w+\]$|^>|`shipit (?:history \w+ --md|plan --details)`|&(?:amp|lt|#8203|#124|#96|#36|#35);/gm;

function checkInert(markdown: string): void {
  const foreign = markdown.replace(own, '').replace(/\\[!-/:-@[-`{-~]/g, '');
  expect(foreign).not.toMatch(/[<`$#](?<!^#{2,4})(?!#| )/m);
  expect(foreign).not.toMatch(/@(?!\s|$)\w|https?:\/\/|www\.|GH-\d|\]\(|\[/);
  expect(foreign).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
  expect(foreign).not.toMatch(/^(?:::|---$|===|~~~)/m);
}

function checkTables(markdown: string): void {
  const tables = markdown.split('\n\n').filter((block) => block.startsWith('| '));
  for (const block of tables) {
    const bars = block
      .trimEnd()
      .split('\n')
      .map((line) => line.split('|').length);
    expect(new Set(bars).size).toBe(1);
  }
}

function checkBalanced(markdown: string): void {
  expect(markdown.match(/^```/gm)?.length ?? 0).toBe(2 * (markdown.match(/^```mermaid/gm)?.length ?? 0));
  expect(markdown.match(/^<details>/gm)?.length).toBe(markdown.match(/^<\/details>/gm)?.length);
}

describe('text from outside', () => {
  it.each(nasty)('does nothing in Markdown: %s', (_name, text) => {
    const view = viewOf(journal(text));
    for (const document of [
      markdownOf(view, { maxBytes: null, from: 'journal' }),
      planMarkdown(view, { maxBytes: null }),
    ]) {
      checkInert(document.replaceAll(/&#8203;/g, '\u0020'));
      checkTables(document);
      checkBalanced(document);
      expect(document.length).toBeLessThan(400_000);
    }
  });

  it.each(nasty)('does nothing in markup: %s', (_name, text) => {
    const { head, body } = reportHtml(viewOf(journal(text)), 'journal');
    const html = head + body;
    const tags =
      /<\/?(?:h[1-3]|p|dl|dt|dd|section|div|table|thead|tbody|tr|th|td|ul|ol|li|details|summary|code)(?: (?:class|id|aria-labelledby|aria-label|scope|tabindex|role)="[^"<>]*")*>/g;
    expect(html.replace(tags, '')).not.toMatch(/[<>"']/);
    expect(html).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/);
    expect(html.length).toBeLessThan(600_000);
  });

  it('is a link only where it is an address and nothing else', () => {
    expect(linked('https://github.com/acme/orders/actions/runs/77', 400)).toBe(
      '<https://github.com/acme/orders/actions/runs/77>',
    );
    for (const text of [
      'https://a.example/ onload=x',
      'javascript:alert(1)',
      'https://user:pw@a.example',
      'http://a.example',
    ])
      expect(linked(text, 400)).not.toMatch(/^</);
  });

  it('reads as it was written', () => {
    expect(
      inert(
        'alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5 (arn:aws:sns:eu-west-1:1:x)',
        400,
      ),
    ).toBe('alarm orders-api-errors is in ALARM: 3 of 3 datapoints were above 5 (arn:aws:sns:eu-west-1:1:x)');
    expect(inert('', 10)).toBe('\\-');
  });
});

describe('a place with little room', () => {
  const keys = Array.from({ length: 500 }, (_, index) => `function-${index}`);
  const [, , , , , [, fifty] = ['', []]] = tales;
  const many: Event[] = keys.flatMap((key) => [
    later('version.published', 1, { key, version: '42' }),
    later('warning', 2, { message: `${key} is slow` }),
  ]);
  const view = viewOf([...fifty.slice(0, 2), ...many, ...fifty.slice(2)]);

  it.each([1_048_576, 65_536, 20_000, 6000, 2000, 300])('of %d bytes gets no more', (maxBytes) => {
    const markdown = markdownOf(view, { maxBytes, from: 'journal' });
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(maxBytes);
    expect(markdown).toContain('released');
    if (maxBytes >= 6000) checkBalanced(markdown);
    if (maxBytes >= 6000) checkTables(markdown);
    if (maxBytes < 65_536) expect(markdown).toMatch(/left out/);
  });

  it('says how much is left out, and where all of it is', () => {
    const markdown = markdownOf(view, { maxBytes: 20_000, from: 'journal' });
    expect(markdown).toMatch(/\*\d+ more functions left out\.\*/);
    expect(markdown).toContain(
      `*There is no room here for more: \`shipit history ${release.slice(-6)} --md\` has all of it.*`,
    );
  });
});
