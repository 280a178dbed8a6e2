/** Reports by their sight: each is a file beside this one, to be looked at by whoever changes it. Delete it, and it is written anew. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markdownOf } from '../../src/ui/markdown';
import { planMarkdown } from '../../src/ui/plan-markdown';
import { reportHtml } from '../../src/ui/report-html';
import { reportText } from '../../src/ui/report-text';
import { plainText } from '../../src/ui/style';
import { examples } from './examples';
import { olderJournal, tales, viewOf } from './tales';

const folder = join(__dirname, 'reports');

function golden(name: string, text: string): void {
  const path = join(folder, name.replaceAll(' ', '-'));
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, text);
    throw new Error(`${path} was not there. Now it is: look at it, and run this again.`);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe('the report of a release', () => {
  it.each(tales)('that was %s is as it was seen last: Markdown', (name, events) => {
    golden(`${name}.md`, markdownOf(viewOf(events), { maxBytes: null, from: 'journal' }));
  });

  it.each(tales)('that was %s is as it was seen last: markup', (name, events) => {
    const { head, body } = reportHtml(viewOf(events), 'journal');
    golden(`${name}.html`, `${head}\n${body}\n`);
  });

  it.each(tales)('that was %s is as it was seen last: text', (name, events) => {
    golden(`${name}.txt`, `${reportText(viewOf(events)).map(plainText).join('\n')}\n`);
  });

  it('says what an older journal does not have', () => {
    const view = viewOf(olderJournal());
    const sentence =
      'The journal does not have the plan, from where it was started, digests of all the code, requests and errors, for nobody looked at them.';
    expect(markdownOf(view, { maxBytes: null, from: 'journal' })).toContain(sentence);
    expect(reportText(view).map(plainText)).toContain(sentence);
    expect(reportHtml(view, 'journal').body).toContain(sentence);
  });
});

describe('a plan', () => {
  it('for a pull request is as it was seen last', () => {
    golden('plan.md', planMarkdown(viewOf([examples['plan.made']]), { maxBytes: 65_536 }));
  });

  it('that could not be made says what is in the way', () => {
    const problems = ['functions.api.timeout: 1000s is more than 900s'];
    const view = viewOf([{ ...examples['plan.finished'], exitCode: 2, problems }]);
    expect(planMarkdown(view, { maxBytes: null })).toBe(
      '## No plan\n\n**In the way:**\n\n- functions.api.timeout: 1000s is more than 900s\n',
    );
  });
});
